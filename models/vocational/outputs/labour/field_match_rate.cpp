// SPDX-License-Identifier: Apache-2.0
// Whether recent completers work in their field, by province of residence and highest track, and
// nationwide by field.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class FieldMatchRate final : public CensusOutput {
  public:
    FieldMatchRate()
        : CensusOutput(with_field_cut(
              "field_match_rate",
              {.unit = sim::unit::share,
               .dims = dims::region_track(),
               .doc = "Job belongs to the own field ÷ employed, among those who completed a track "
                      "with a field at most 12 quarters ago (stock).",
               .measure = sim::Measure::ratio,
               .base_doc = "Employed who completed lately and have a field.",
               .headline = true})) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            out.ratio(0, people(part_[cell]), people(whole_[cell]), p, t);
        });
        for (std::size_t f = 1; f < fields; ++f) {
            const FieldId field(f);  // general is none
            out.ratio(1, people(field_part_[field]), people(field_whole_[field]), f);
        }
    }

  private:
    sim::Read<&LeaverCellTable::recent_field_matched> part_{*this};
    sim::Read<&LeaverCellTable::recent_with_field> whole_{*this};
    sim::Read<&FieldTable::recent_field_matched> field_part_{*this};
    sim::Read<&FieldTable::recent_employed> field_whole_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(field_match_rate, FieldMatchRate);

}  // namespace vocational
