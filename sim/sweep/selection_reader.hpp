// SPDX-License-Identifier: Apache-2.0
// Reads outcomes, labels and quarters of a file against the variables, labels and quarters that its
// base scenario has.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/output/record.hpp"
#include "sim/scenario/load.hpp"
#include "sim/scenario/node_reader.hpp"
#include "sim/sweep/selection.hpp"

namespace sim {

class SelectionReader {
  public:
    // Without a base only what stands in the file itself is checked. `last_record`: no quarter may
    // lie after it.
    SelectionReader(const NodeReader& reader, const LoadedScenario* base,
                    std::optional<Quarter> last_record);

    // Each adds problems and returns nothing, or less, where something is wrong.
    std::optional<std::string> outcome(const YamlNode& node) const;
    std::map<std::string, std::vector<std::string>> where(const YamlNode& node,
                                                          const RecordedVariable* of) const;
    // A quarter, a list of them, or a period.
    std::vector<Quarter> quarters(const YamlNode& node) const;

    const RecordedVariable* variable(const std::string& name) const;
    const std::vector<RecordedVariable>& variables() const { return variables_; }
    const std::vector<Dimension>& dimensions() const { return dimensions_; }

  private:
    std::optional<Quarter> quarter(const YamlNode& node) const;

    const NodeReader& reader_;
    const LoadedScenario* base_;
    std::optional<Quarter> last_record_;
    std::vector<RecordedVariable> variables_{};
    std::vector<Dimension> dimensions_{};
};

inline const std::vector<std::string> period_keys{"from", "to"};

}  // namespace sim
