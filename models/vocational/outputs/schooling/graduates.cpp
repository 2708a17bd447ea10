// SPDX-License-Identifier: Apache-2.0
// Completers, by province of the school: a flow of the second quarter. Nationwide by sex,
// registration, family status and field.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class Graduates final : public CensusOutput {
  public:
    Graduates()
        : CensusOutput(with_all_cuts("graduates", {.unit = sim::unit::persons,
                                                   .dims = dims::region_track(),
                                                   .doc = "People who completed the track (Q2).",
                                                   .measure = sim::Measure::count})) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            out.value(0, people(agents_[cell]), p, t);
        });
        const Cuts cuts([&](GroupId group) { return Fraction{1.0 * by_group_[group]}; });
        cuts.for_each([&](std::size_t variable, std::size_t label, const Fraction& sum) {
            out.value(variable, people(sum.part), label);
        });
        for (std::size_t f = 0; f < fields; ++f) {
            out.value(field_cut, people(by_field_[FieldId(f)]), f);
        }
    }

  private:
    sim::Read<&TrackCellTable::graduates> agents_{*this};
    sim::Read<&GroupTable::graduates> by_group_{*this};
    sim::Read<&FieldTable::graduates> by_field_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(graduates, Graduates);

}  // namespace vocational
