// SPDX-License-Identifier: Apache-2.0
// Ratios over residents out of school: by region and level, and nationwide by sex, registration and
// family status. An output only says which ratio.
#pragma once

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/outputs/census_output.hpp"

namespace vocational {

// Agents of a cell or group, and the sum of their wages.
struct Labour {
    double employed;
    double unemployed;
    double inactive;
    double wages;

    double force() const { return employed + unemployed; }
    double residents() const { return force() + inactive; }
};

class LabourOutput : public CensusOutput {
  public:
    LabourOutput(std::string_view name, const sim::OutputSpec& spec)
        : CensusOutput(with_cuts(name, spec)) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_provinces([&](std::size_t p, ProvinceId province) {
            for (std::size_t l = 0; l < levels; ++l) {
                const LabourCellId cell = labour_cell(province, static_cast<Level>(l));
                const Fraction found =
                    fraction({1.0 * employed_[cell], 1.0 * unemployed_[cell], 1.0 * inactive_[cell],
                              static_cast<double>(wages_[cell])});
                out.ratio(0, people(found.part), people(found.whole), p, l);
            }
        });
        const Cuts cuts([&](GroupId group) {
            return fraction({1.0 * group_employed_[group], 1.0 * group_unemployed_[group],
                             1.0 * group_inactive_[group],
                             static_cast<double>(group_wages_[group])});
        });
        cuts.for_each([&](std::size_t variable, std::size_t label, const Fraction& sum) {
            out.ratio(variable, people(sum.part), people(sum.whole), label);
        });
    }

  private:
    virtual Fraction fraction(const Labour& cell) const = 0;

    sim::Read<&LabourCellTable::employed> employed_{*this};
    sim::Read<&LabourCellTable::unemployed> unemployed_{*this};
    sim::Read<&LabourCellTable::inactive> inactive_{*this};
    sim::Read<&LabourCellTable::wage_sum> wages_{*this};
    sim::Read<&GroupTable::employed> group_employed_{*this};
    sim::Read<&GroupTable::unemployed> group_unemployed_{*this};
    sim::Read<&GroupTable::inactive> group_inactive_{*this};
    sim::Read<&GroupTable::wage_sum> group_wages_{*this};
};

}  // namespace vocational
