// SPDX-License-Identifier: Apache-2.0
// Reads the measures of an experiment against the variables, labels and quarters of its base.
#pragma once

#include <optional>

#include "sim/sweep/experiment/experiment.hpp"
#include "sim/sweep/selection_reader.hpp"

namespace sim {

class MeasureReader {
  public:
    // Both must outlive it.
    MeasureReader(const NodeReader& reader, const LoadedScenario& base);

    // Nothing, with problems, if it has errors.
    std::optional<MeasureSpec> read(const YamlNode& node) const;
    // One for each variable of the headline tables.
    std::vector<MeasureSpec> defaults() const;

  private:
    bool read_name(const YamlNode& node, MeasureSpec& spec) const;
    bool read_by(const YamlNode& node, MeasureSpec& spec) const;

    const NodeReader& reader_;
    SelectionReader selections_;
};

}  // namespace sim
