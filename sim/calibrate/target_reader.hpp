// SPDX-License-Identifier: Apache-2.0
// Reads the targets of a calibration file against the variables, labels and quarters that the base
// scenario has.
#pragma once

#include <optional>
#include <vector>

#include "sim/calibrate/calibration.hpp"
#include "sim/scenario/load.hpp"
#include "sim/scenario/node_reader.hpp"
#include "sim/sweep/selection_reader.hpp"

namespace sim {

class TargetReader {
  public:
    // Without a base only what stands in the file itself is checked.
    TargetReader(const NodeReader& reader, const LoadedScenario* base);

    // Nothing, with problems, if it has errors.
    std::optional<Target> read(const YamlNode& node) const;

  private:
    std::optional<Selection> selection(const YamlNode& node,
                                       const std::vector<Quarter>& default_quarters) const;
    // A number in the model's unit, from one in `written_unit` or with a unit of its own.
    std::optional<double> number(const YamlNode& node, Unit unit,
                                 const std::string& written_unit) const;
    void check_statistic(const YamlNode& node, const Target& target) const;
    std::optional<Target> read_numbers(const YamlNode& node, Target target) const;

    const NodeReader& reader_;
    const LoadedScenario* base_;
    SelectionReader selections_;
};

}  // namespace sim
