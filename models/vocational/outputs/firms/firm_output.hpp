// SPDX-License-Identifier: Apache-2.0
// What outputs on firms share: cells province × sector and province × kind of contract.
#pragma once

#include "models/vocational/agents/sector_cell.hpp"
#include "models/vocational/agents/training.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

class FirmOutput : public CensusOutput {
  public:
    using CensusOutput::CensusOutput;

  protected:
    // body(p, s, cell) for every province and sector.
    template <class Body>
    void for_sector_cells(Body&& body) const {
        const std::size_t sectors = sectors_.data()[0];
        for_provinces([&](std::size_t p, ProvinceId province) {
            for (std::size_t s = 0; s < sectors; ++s) {
                body(p, s, sector_cell(province, s, sectors));
            }
        });
    }
    // The sum of a column over the province's sectors or kinds of contract.
    template <class Column>
    double over_sectors(const Column& column, ProvinceId province) const {
        const std::size_t sectors = sectors_.data()[0];
        double sum = 0.0;
        for (std::size_t s = 0; s < sectors; ++s) {
            sum += static_cast<double>(column[sector_cell(province, s, sectors)]);
        }
        return sum;
    }
    template <class Column>
    static double over_kinds(const Column& column, ProvinceId province) {
        double sum = 0.0;
        for (std::size_t k = 1; k <= contract_kinds; ++k) {
            sum +=
                static_cast<double>(column[training_cell(province, static_cast<ContractKind>(k))]);
        }
        return sum;
    }

  private:
    sim::Read<&NationTable::sectors> sectors_{*this};
};

// Contracts by the province of the firm and, as NAME_by_kind, nationwide by kind: a flow that is
// due in one quarter, or in every one if that is 0.
template <auto Column>
class ContractFlow : public FirmOutput {
  public:
    ContractFlow(std::string_view name, sim::Unit unit, std::string_view doc, int due_quarter)
        : FirmOutput(variables(name, unit, doc)), due_quarter_(due_quarter) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (due_quarter_ != 0 && !tick.is_quarter(due_quarter_)) {
            return;
        }
        std::array<double, contract_kinds> by_kind{};
        for_provinces([&](std::size_t p, ProvinceId province) {
            out.value(0, people(over_kinds(flow_, province)), p);
            for (std::size_t k = 0; k < contract_kinds; ++k) {
                by_kind[k] += flow_[training_cell(province, static_cast<ContractKind>(k + 1))];
            }
        });
        for (std::size_t k = 0; k < contract_kinds; ++k) {
            out.value(1, people(by_kind[k]), k);
        }
    }

  private:
    static std::vector<sim::OutputVariable> variables(std::string_view name, sim::Unit unit,
                                                      std::string_view doc) {
        const sim::OutputSpec spec{
            .unit = unit, .dims = dims::region(), .doc = doc, .measure = sim::Measure::count};
        sim::OutputSpec cut = spec;
        cut.dims = {"contract_kind"};
        return {{"", spec}, {std::string(name) + "_by_kind", cut}};
    }

    int due_quarter_;
    sim::Read<Column> flow_{*this};
};

}  // namespace vocational
