// SPDX-License-Identifier: Apache-2.0
// Who of the second quarter's completers works one and two quarters later, by province of
// residence, and nationwide by sex, registration, family status and field. Further study is not
// placement: those who study on or are away leave the denominator.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class PlacementRate final : public CensusOutput {
  public:
    PlacementRate() : CensusOutput(variables()) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        const int quarter = tick.now().quarter();
        if (quarter < 3) {
            return;
        }
        if (quarter == 4) {
            for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
                out.ratio(two_quarters, people(placed_[cell]), people(leavers_[cell]), p, t);
            });
            return;
        }
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            out.ratio(0, people(placed_[cell]), people(leavers_[cell]), p, t);
        });
        const Cuts cuts([&](GroupId group) {
            return Fraction{1.0 * group_placed_[group], 1.0 * group_leavers_[group]};
        });
        cuts.for_each([&](std::size_t variable, std::size_t label, const Fraction& sum) {
            out.ratio(variable, people(sum.part), people(sum.whole), label);
        });
        for (std::size_t f = 0; f < fields; ++f) {
            const FieldId field(f);
            out.ratio(field_cut, people(field_placed_[field]), people(field_leavers_[field]), f);
        }
    }

  private:
    static constexpr std::size_t two_quarters = field_cut + 1;

    static std::vector<sim::OutputVariable> variables() {
        const sim::OutputSpec spec{.unit = sim::unit::share,
                                   .dims = dims::region_track(),
                                   .doc =
                                       "Employed at the end of Q3 ÷ completers of Q2 then "
                                       "neither enrolled nor away (Q3).",
                                   .measure = sim::Measure::ratio,
                                   .base_doc = "Completers of Q2 neither enrolled nor away.",
                                   .headline = true};
        std::vector<sim::OutputVariable> list = with_all_cuts("placement_rate", spec);
        sim::OutputSpec later = spec;
        later.doc =
            "Employed at the end of Q4 ÷ completers of Q2 then neither enrolled nor away (Q4).";
        later.headline = false;
        list.push_back({"placement_rate_two_quarters", later});
        return list;
    }

    sim::Read<&LeaverCellTable::leavers> leavers_{*this};
    sim::Read<&LeaverCellTable::placed> placed_{*this};
    sim::Read<&GroupTable::leavers> group_leavers_{*this};
    sim::Read<&GroupTable::placed> group_placed_{*this};
    sim::Read<&FieldTable::leavers> field_leavers_{*this};
    sim::Read<&FieldTable::placed> field_placed_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(placement_rate, PlacementRate);

}  // namespace vocational
