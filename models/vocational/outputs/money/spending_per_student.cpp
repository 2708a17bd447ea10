// SPDX-License-Identifier: Apache-2.0
// Money of schools per student and year: what they received in the quarter from all payers, × 4, ÷
// students at the end of the quarter.
#include "models/vocational/agents/government.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class SpendingPerStudent final : public CensusOutput {
  public:
    SpendingPerStudent()
        : CensusOutput({.unit = sim::unit::yuan_per_student_year,
                        .dims = dims::region_track(),
                        .doc = "Recurrent and capital money of schools, all payers, per student.",
                        .measure = sim::Measure::ratio,
                        .base_doc = "People enrolled.",
                        .headline = true}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            out.ratio(0, 4.0 * static_cast<double>(received_[cell]), people(enrolled_[cell]), p, t);
        });
    }

  private:
    sim::Read<&TrackMoneyTable::received> received_{*this};
    sim::Read<&SchoolCellTable::enrolled> enrolled_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(spending_per_student, SpendingPerStudent);

}  // namespace vocational
