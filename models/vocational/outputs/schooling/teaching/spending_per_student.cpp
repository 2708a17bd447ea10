// SPDX-License-Identifier: Apache-2.0
// What schools spend, from all payers; those who complete at the quarter's end were served by it.
#include "models/vocational/agents/schools/school_measure.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class SpendingPerStudent final : public CensusOutput {
  public:
    SpendingPerStudent()
        : CensusOutput({.unit = sim::unit::yuan_per_student_year,
                        .dims = dims::region_track(),
                        .doc = "Recurrent and capital spending of the quarter × 4 ÷ students whom "
                               "it served.",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Students before completion.",
                        .headline = true}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            out.ratio(0, 4.0 * static_cast<double>(spending_[cell]), people(served_[cell]), p, t);
        });
    }

  private:
    sim::Read<&SchoolMeasureTable::spending> spending_{*this};
    sim::Read<&SchoolMeasureTable::served> served_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(spending_per_student, SpendingPerStudent);

}  // namespace vocational
