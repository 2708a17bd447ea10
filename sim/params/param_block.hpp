// SPDX-License-Identifier: Apache-2.0
// A topic's parameters, declared together. The block's prefix and a parameter's name make the key
// that scenarios use: "labour" + "separation_rate" = labour.separation_rate.
#pragma once

#include <string_view>
#include <vector>

#include "sim/params/param.hpp"

namespace sim {

class ParamBlock {
  public:
    ParamBlock(std::string_view prefix, std::string_view doc) : prefix_(prefix), doc_(doc) {}
    ParamBlock(const ParamBlock&) = delete;
    ParamBlock& operator=(const ParamBlock&) = delete;
    virtual ~ParamBlock() = default;

    std::string_view prefix() const { return prefix_; }
    std::string_view doc() const { return doc_; }
    // In the order of declaration.
    const std::vector<ParamBase*>& params() const { return params_; }
    // None of that name: nullptr.
    ParamBase* find(std::string_view name) const;

  private:
    friend class ParamBase;

    std::string_view prefix_;
    std::string_view doc_;
    std::vector<ParamBase*> params_;
};

}  // namespace sim

// Opens a parameter block named Type: SIM_PARAMS(LabourParams, "labour", "How jobs start and
// end.");
#define SIM_PARAMS(Type, prefix, doc) \
    Type() : ::sim::ParamBlock(prefix, doc) {}
