// SPDX-License-Identifier: Apache-2.0
// A sum of money by region that stands in one column.
#pragma once

#include "models/vocational/agents/government.hpp"
#include "models/vocational/outputs/census_output.hpp"

namespace vocational {

template <auto Column>
class ProvinceSum : public CensusOutput {
  public:
    explicit ProvinceSum(std::string_view doc)
        : CensusOutput({.unit = sim::unit::yuan,
                        .dims = dims::region(),
                        .doc = doc,
                        .measure = sim::Measure::count}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_provinces([&](std::size_t p, ProvinceId province) {
            out.value(0, static_cast<double>(yuan_[province]), p);
        });
    }

  private:
    sim::Read<Column> yuan_{*this};
};

}  // namespace vocational
