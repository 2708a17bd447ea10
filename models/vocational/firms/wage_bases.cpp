// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/firms/wage_bases.hpp"

#include <algorithm>

#include "models/vocational/agents/count.hpp"
#include "models/vocational/population/cohort_index.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

constexpr double borrowed = 20.0;  // agents

class WageBases {
  public:
    WageBases(const Setting& setting, const Records& records, const WageColumns& columns)
        : setting_(setting),
          records_(records),
          columns_(columns),
          workers_(setting.provinces() * records.sectors(), 0),
          pay_(workers_.size(), 0),
          factor_(workers_.size(), 1.0) {}

    void run(const sim::Executor& executor) {
        for_formal(executor, [&](std::size_t row, std::size_t cell) {
            add_to(workers_[cell], std::int64_t{1});
            add_to(pay_[cell], std::int64_t{columns_.wage[row].count()});
        });
        for (std::size_t s = 0; s < records_.sectors(); ++s) {
            solve(s);
        }
        for_formal(executor, [&](std::size_t row, std::size_t cell) {
            columns_.wage[row] = columns_.wage[row] * factor_[cell];
        });
    }

  private:
    // body(row, cell) for everybody in a formal job.
    template <class Body>
    void for_formal(const sim::Executor& executor, Body&& body) const {
        executor.for_rows(columns_.end - columns_.first, CohortIndex::grain, [&](std::size_t i) {
            const std::size_t row = columns_.first + i;
            if (columns_.state[row] != State::employed) {
                return;
            }
            const std::size_t firm = columns_.link[row].firm().row();
            if (columns_.is_pool[firm] == 0) {
                const ProvinceId province = setting_.province_of[columns_.city[firm].row()];
                body(row, province.row() * records_.sectors() + columns_.sector[firm]);
            }
        });
    }

    double relative_pay(std::size_t cell) const {
        return Wage::step * static_cast<double>(pay_[cell]) *
               sim::elementary::exp(-columns_.log_base[cell]);
    }

    void solve(std::size_t sector) {
        double workers = 0.0;
        double relative = 0.0;
        for (std::size_t p = 0; p < setting_.provinces(); ++p) {
            const std::size_t cell = p * records_.sectors() + sector;
            workers += static_cast<double>(workers_[cell]);
            relative += relative_pay(cell);
        }
        if (workers == 0.0 || relative <= 0.0) {
            return;
        }
        const double usual = relative / workers;
        for (std::size_t p = 0; p < setting_.provinces(); ++p) {
            const std::size_t cell = p * records_.sectors() + sector;
            const double mean = (relative_pay(cell) + borrowed * usual) /
                                (static_cast<double>(workers_[cell]) + borrowed);
            const double base =
                sim::elementary::log(std::max(1.0, records_.wage(p, sector)) / mean);
            factor_[cell] = sim::elementary::exp(base - columns_.log_base[cell]);
            columns_.log_base[cell] = base;
        }
    }

    const Setting& setting_;
    const Records& records_;
    const WageColumns& columns_;
    std::vector<std::int64_t> workers_;  // by cell
    std::vector<std::int64_t> pay_;      // in steps of a wage
    std::vector<double> factor_;         // of base and wages
};

}  // namespace

void fit_wage_bases(const sim::Executor& executor, const Setting& setting, const Records& records,
                    const WageColumns& columns) {
    WageBases(setting, records, columns).run(executor);
}

}  // namespace vocational
