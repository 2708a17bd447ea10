// SPDX-License-Identifier: Apache-2.0
// Reads the factors of an experiment against what the scenarios' model and policies declare.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "sim/scenario/load.hpp"
#include "sim/scenario/node_reader.hpp"
#include "sim/scenario/scenario_keys.hpp"
#include "sim/sweep/experiment/experiment.hpp"

namespace sim {

// Whether a value may stand in a factor's list more than once: in a list design each stands for a
// point.
enum class Repeats { refused, allowed };

class FactorReader {
  public:
    // `scenarios` holds at least the base; both must outlive it.
    FactorReader(const NodeReader& reader, const std::vector<LoadedScenario>& scenarios,
                 Repeats repeats);

    // Nothing, with problems, if it has errors. Its name is still empty unless the file gives one.
    std::optional<Factor> read(const YamlNode& node);

  private:
    // The parameter that a path means; nullptr, with a problem, if there is none.
    const ParamBase* param_of(const YamlNode& path);
    const ParamBase* model_param(const YamlNode& path, const std::string& name, bool is_structure);
    const ParamBase* policy_param(const YamlNode& path, const std::string& rest);
    bool read_levels(const YamlNode& values, const ParamBase& param, Factor& factor) const;
    bool read_range(const YamlNode& node, const ParamBase& param, Factor& factor) const;
    bool read_distribution(const YamlNode& node, Factor& factor) const;

    const NodeReader& reader_;
    const std::vector<LoadedScenario>& scenarios_;
    Repeats repeats_;
    PolicyKeys policy_keys_{};
    std::vector<std::unique_ptr<Instrument>> instruments_{};  // whose parameters are in use
};

}  // namespace sim
