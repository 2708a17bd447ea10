// SPDX-License-Identifier: Apache-2.0
// Reads the targets of a calibration file against the variables, labels and quarters that the base
// scenario has.
#pragma once

#include <optional>
#include <vector>

#include "sim/calibrate/calibration.hpp"
#include "sim/output/record.hpp"
#include "sim/scenario/load.hpp"
#include "sim/scenario/node_reader.hpp"

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
    const RecordedVariable* variable(const std::string& name) const;
    std::optional<std::string> outcome(const YamlNode& node) const;
    std::map<std::string, std::vector<std::string>> where(const YamlNode& node,
                                                          const RecordedVariable* of) const;
    std::vector<Quarter> quarters(const YamlNode& node) const;
    std::optional<Quarter> quarter(const YamlNode& node) const;
    // A number in the model's unit, from one in `written_unit` or with a unit of its own.
    std::optional<double> number(const YamlNode& node, Unit unit,
                                 const std::string& written_unit) const;
    void check_statistic(const YamlNode& node, const Target& target) const;
    std::optional<Target> read_numbers(const YamlNode& node, Target target) const;

    const NodeReader& reader_;
    const LoadedScenario* base_;
    std::vector<RecordedVariable> variables_{};
    std::vector<Dimension> dimensions_{};
    std::optional<Quarter> last_record_{};
};

}  // namespace sim
