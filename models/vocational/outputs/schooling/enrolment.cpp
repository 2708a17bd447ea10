// SPDX-License-Identifier: Apache-2.0
// Students, by province of the school, and nationwide by sex, registration, family status, field.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class Enrolment final : public CensusOutput {
  public:
    Enrolment()
        : CensusOutput(with_all_cuts("enrolment", {.unit = sim::unit::persons,
                                                   .dims = dims::region_track(),
                                                   .doc = "People enrolled (stock).",
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
    sim::Read<&SchoolCellTable::enrolled> agents_{*this};
    sim::Read<&GroupTable::enrolled> by_group_{*this};
    sim::Read<&FieldTable::enrolled> by_field_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(enrolment, Enrolment);

}  // namespace vocational
