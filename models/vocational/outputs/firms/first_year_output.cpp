// SPDX-License-Identifier: Apache-2.0
// What completers make of their first year.
#include "models/vocational/outputs/firms/firm_output.hpp"

namespace vocational {

namespace {

class FirstYearOutput final : public FirmOutput {
  public:
    FirstYearOutput()
        : FirmOutput({.unit = sim::unit::yuan_per_person_year,
                      .dims = dims::region_track(),
                      .doc = "Output per completer of the last four quarters who has a job outside "
                             "pools (each quarter).",
                      .measure = sim::Measure::ratio,
                      .base_unit = sim::unit::persons,
                      .base_doc = "Those completers."}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            out.ratio(0, people(static_cast<double>(output_[cell])), people(employed_[cell]), p, t);
        });
    }

  private:
    sim::Read<&BeginnerCellTable::output> output_{*this};
    sim::Read<&BeginnerCellTable::employed> employed_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(first_year_output, FirstYearOutput);

}  // namespace vocational
