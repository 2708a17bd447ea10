// SPDX-License-Identifier: Apache-2.0
// How far the fields and places of new vocational leavers lie from those of skilled vacancies: half
// the sum of absolute differences between the two distributions, 0 if they are the same, 1 if they
// do not meet. Over field × province for the nation, over fields within each province.
#include <cmath>

#include "models/vocational/agents/field_cell.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class FieldRegionDistance final : public CensusOutput {
  public:
    FieldRegionDistance()
        : CensusOutput({{"",
                         {.unit = sim::unit::share,
                          .dims = {},
                          .doc = "Half the sum of absolute differences between shares of new "
                                 "leavers and of skilled vacancies over field × province (Q3).",
                          .measure = sim::Measure::ratio,
                          .base_doc = "New leavers."}},
                        {"field_distance",
                         {.unit = sim::unit::share,
                          .dims = dims::region(),
                          .doc = "The same over fields within each province (Q3).",
                          .measure = sim::Measure::ratio,
                          .base_doc = "New leavers."}}}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(3)) {
            return;
        }
        Sums nation;
        for_provinces([&](std::size_t, ProvinceId province) { nation += sums(province); });
        double apart = 0.0;
        for_provinces([&](std::size_t p, ProvinceId province) {
            const Sums local = sums(province);
            apart += distance(province, nation);
            if (local.vacancies > 0.0) {
                out.ratio(1, people(local.leavers) * distance(province, local),
                          people(local.leavers), p);
            }
        });
        if (nation.vacancies > 0.0) {
            out.ratio(0, people(nation.leavers) * apart, people(nation.leavers));
        }
    }

  private:
    struct Sums {
        double leavers = 0.0;
        double vacancies = 0.0;
        Sums& operator+=(const Sums& other) {
            leavers += other.leavers;
            vacancies += other.vacancies;
            return *this;
        }
    };

    Sums sums(ProvinceId province) const {
        Sums sum;
        for (std::size_t f = 0; f < fields; ++f) {
            const FieldCellId cell = field_cell(province, static_cast<Field>(f));
            sum += {static_cast<double>(leavers_[cell]), vacancies_[cell]};
        }
        return sum;
    }
    // The province's part of the distance, in shares of `whole`.
    double distance(ProvinceId province, const Sums& whole) const {
        double apart = 0.0;
        for (std::size_t f = 0; f < fields && whole.leavers > 0.0 && whole.vacancies > 0.0; ++f) {
            const FieldCellId cell = field_cell(province, static_cast<Field>(f));
            apart +=
                0.5 * std::abs(leavers_[cell] / whole.leavers - vacancies_[cell] / whole.vacancies);
        }
        return apart;
    }

    sim::Read<&FieldCellTable::leavers> leavers_{*this};
    sim::Read<&FieldCellTable::vacancies> vacancies_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(field_region_distance, FieldRegionDistance);

}  // namespace vocational
