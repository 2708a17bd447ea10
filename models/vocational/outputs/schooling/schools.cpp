// SPDX-License-Identifier: Apache-2.0
// Real schools, by province: sums of the weights of school rows.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class Schools final : public CensusOutput {
  public:
    // Not a count: the weight of a row need not be whole.
    Schools()
        : CensusOutput({.unit = sim::unit::schools,
                        .dims = dims::region_track(),
                        .doc = "Real schools of the kind (stock)."}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            out.value(0, schools_[cell], p, t);
        });
    }

  private:
    sim::Read<&SchoolCellTable::schools> schools_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(schools, Schools);

}  // namespace vocational
