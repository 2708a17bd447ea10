// SPDX-License-Identifier: Apache-2.0
// What a student would earn instead: the mean wage, in the province of the school, of the employed
// whose level is the one below the track's, times the share of it that the young earn.
#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/government.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class ForgoneEarnings final : public CensusOutput {
  public:
    ForgoneEarnings()
        : CensusOutput({.unit = sim::unit::yuan_per_student_year,
                        .dims = dims::region_track(),
                        .doc = "Wage of unskilled work in the province of the school.",
                        .measure = sim::Measure::ratio,
                        .base_doc = "People enrolled."}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            const Level without = level_of(static_cast<Track>(t)) == Level::upper_secondary
                                      ? Level::lower_secondary
                                      : Level::upper_secondary;
            const LabourCellId workers = labour_cell(ProvinceId(p), without);
            if (employed_[workers] > 0) {
                const double wage = static_cast<double>(wages_[workers]) / employed_[workers];
                const double students = people(enrolled_[cell]);
                out.ratio(0, young_wage_.data()[0] * wage * students, students, p, t);
            }
        });
    }

  private:
    sim::Read<&LabourCellTable::employed> employed_{*this};
    sim::Read<&LabourCellTable::wage_sum> wages_{*this};
    sim::Read<&SchoolCellTable::enrolled> enrolled_{*this};
    sim::Read<&MoneyRuleTable::young_wage> young_wage_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(forgone_earnings, ForgoneEarnings);

}  // namespace vocational
