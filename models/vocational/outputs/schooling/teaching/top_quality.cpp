// SPDX-License-Identifier: Apache-2.0
// Quality of the programmes of the best tenth of vocational students.
#include "models/vocational/outputs/schooling/teaching/school_ratio.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class TopQuality final : public CensusOutput {
  public:
    TopQuality()
        : CensusOutput({.unit = sim::unit::ratio,
                        .dims = dims::region(),
                        .doc = "Mean Q of the programmes of the best tenth of vocational students "
                               "of the province (stock).",
                        .measure = sim::Measure::ratio,
                        .base_doc = "Students behind it."}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_provinces([&](std::size_t p, ProvinceId province) {
            const double students = people(students_[province]);
            out.ratio(0, quality_[province] * students, students, p);
        });
    }

  private:
    sim::Read<&TopQualityTable::quality> quality_{*this};
    sim::Read<&TopQualityTable::students> students_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(top_quality, TopQuality);

}  // namespace vocational
