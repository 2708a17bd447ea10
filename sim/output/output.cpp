// SPDX-License-Identifier: Apache-2.0
#include "sim/output/output.hpp"

namespace sim {

void Output::name_as(std::string_view name) {
    name_ = name;
    for (OutputVariable& variable : variables_) {
        variable.name = variable.name.empty() ? name_ : variable.name;
    }
}

}  // namespace sim
