// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/census/premium_census.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "models/vocational/phases/census/cell_sums.hpp"
#include "sim/random/elementary_batch.hpp"

namespace vocational {

namespace {

// Log wages of a few people at a time.
class LogWages {
  public:
    explicit LogWages(std::size_t cells) : sums_(cells) {}

    void add(std::size_t cell, double wage) {
        cell_[count_] = static_cast<std::uint32_t>(cell);
        wage_[count_] = wage;
        if (++count_ == together) {
            count();
        }
    }
    void add_up(std::int32_t* people, std::int64_t* sums) {
        count();
        sums_.add_up(people, sums);
    }

  private:
    static constexpr std::size_t together = 128;

    void count() {
        sim::elementary::log_each(std::span(wage_).first(count_));
        for (std::size_t i = 0; i < count_; ++i) {
            sums_.add(cell_[i],
                      static_cast<std::int64_t>(std::floor(log_wage_steps * wage_[i] + 0.5)));
        }
        count_ = 0;
    }

    CellSums sums_;
    std::size_t count_ = 0;
    std::array<std::uint32_t, together> cell_;
    std::array<double, together> wage_;
};

}  // namespace

void PremiumCensus::run(const sim::Tick& tick) {
    const std::size_t cells = setting_.provinces() * experience_steps * levels;
    std::fill_n(employed_.data(), cells, 0);
    std::fill_n(log_wage_sum_.data(), cells, 0);
    tick.executor().for_chunks(persons_.size(), CellSums::chunk_rows, [&](const sim::Chunk& chunk) {
        LogWages log_wages(cells);
        const std::size_t end = persons_.first() + chunk.end;
        for (std::size_t row = persons_.first() + chunk.begin; row < end; ++row) {
            if (state_.data()[row] != State::employed || wage_.data()[row].count() == 0 ||
                is_pool_.data()[link_.data()[row].firm().row()] != 0) {
                continue;
            }
            const PremiumCellId cell = premium_cell(
                setting_.province_of[present_city_.data()[row].row()],
                experience_step(experience_.data()[row]), level_of(attained_.data()[row]));
            log_wages.add(cell.row(), double{wage_.data()[row]});
        }
        log_wages.add_up(employed_.data(), log_wage_sum_.data());
    });
}

}  // namespace vocational
