// SPDX-License-Identifier: Apache-2.0
#include "sim/params/param_block.hpp"

#include "sim/core/contract.hpp"

namespace sim {

ParamBase::ParamBase(ParamBlock& block, std::string_view name, const ParamSpec& spec)
    : name_(name), spec_(spec) {
    SIM_EXPECT(block.find(name) == nullptr);
    block.params_.push_back(this);
}

ParamBase* ParamBlock::find(std::string_view name) const {
    for (ParamBase* param : params_) {
        if (param->name() == name) {
            return param;
        }
    }
    return nullptr;
}

}  // namespace sim
