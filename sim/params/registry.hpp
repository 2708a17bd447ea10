// SPDX-License-Identifier: Apache-2.0
// All parameters of one model by full name ("labour.separation_rate"), and the one place that
// checks and converts a value from outside.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/params/param_block.hpp"

namespace sim {

class ParamRegistry {
  public:
    // Blocks must outlive the registry. Two blocks with one prefix break a contract.
    void add(ParamBlock& block);

    const std::vector<ParamBlock*>& blocks() const { return blocks_; }
    // "prefix.name"; nullptr if there is none.
    ParamBase* find(std::string_view full_name) const;
    std::vector<std::string> names() const;

  private:
    std::vector<ParamBlock*> blocks_;
};

std::string full_name(const ParamBlock& block, const ParamBase& param);

// A scalar as a user wrote it, with or without a unit ("12 %/a", "true", "parallel"), as a value of
// the parameter. On failure `error` says what is wrong and `expected` what was expected.
struct ParsedParam {
    std::optional<ParamValue> value{};
    std::string error{};
    std::string expected{};
    std::string nearest{};
};
ParsedParam parse_param(const ParamBase& param, std::string_view text);

// The value as YAML text that parse_param reads back to the same bits.
std::string param_text(const ParamValue& value);

// "number in 1/a, 0 to 1" – what the parameter accepts, for messages and pages.
std::string accepted(const ParamBase& param);

}  // namespace sim
