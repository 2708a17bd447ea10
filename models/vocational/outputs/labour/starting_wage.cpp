// SPDX-License-Identifier: Apache-2.0
// What completers earn about half a year out, by province of residence, and nationwide by sex,
// registration, family status and field.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class StartingWage final : public CensusOutput {
  public:
    StartingWage()
        : CensusOutput(
              with_all_cuts("starting_wage", {.unit = sim::unit::yuan_per_year,
                                              .dims = dims::region_track(),
                                              .doc = "Mean gross wage at the end of Q4 of "
                                                     "completers of Q2 who are then employed (Q4).",
                                              .measure = sim::Measure::ratio,
                                              .base_doc = "Employed completers of Q2.",
                                              .headline = true})) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(4)) {
            return;
        }
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            out.ratio(0, people(static_cast<double>(part_[cell])), people(whole_[cell]), p, t);
        });
        const Cuts cuts([&](GroupId group) {
            return Fraction{static_cast<double>(group_part_[group]), 1.0 * group_whole_[group]};
        });
        cuts.for_each([&](std::size_t variable, std::size_t label, const Fraction& sum) {
            out.ratio(variable, people(sum.part), people(sum.whole), label);
        });
        for (std::size_t f = 0; f < fields; ++f) {
            const FieldId field(f);
            out.ratio(field_cut, people(static_cast<double>(field_part_[field])),
                      people(field_whole_[field]), f);
        }
    }

  private:
    sim::Read<&LeaverCellTable::starting_wage_sum> part_{*this};
    sim::Read<&LeaverCellTable::placed> whole_{*this};
    sim::Read<&GroupTable::starting_wage_sum> group_part_{*this};
    sim::Read<&GroupTable::placed> group_whole_{*this};
    sim::Read<&FieldTable::starting_wage_sum> field_part_{*this};
    sim::Read<&FieldTable::placed> field_whole_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(starting_wage, StartingWage);

}  // namespace vocational
