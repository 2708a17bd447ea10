// SPDX-License-Identifier: Apache-2.0
// Full-time teachers, by province of the school.
#include "models/vocational/outputs/schooling/teaching/school_ratio.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class Teachers final : public CensusOutput {
  public:
    // Hiring and leaving are expected numbers; reported are whole teachers, which add up.
    Teachers()
        : CensusOutput(
              {.unit = sim::unit::persons,
               .dims = dims::region_track(),
               .doc = "Full-time teachers; mentors and part-time posts not counted (stock).",
               .measure = sim::Measure::count,
               .headline = true}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            out.value(0, std::floor(teachers_[cell] + 0.5), p, t);
        });
    }

  private:
    sim::Read<&SchoolMeasureTable::teachers> teachers_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(teachers, Teachers);

}  // namespace vocational
