// SPDX-License-Identifier: Apache-2.0
// Registers outputs that need the model's world (how many rows a table has) or its parameters; the
// registering macro makes outputs from nothing and cannot hand them over.
#pragma once

#include <memory>
#include <string_view>

#include "sim/policy/catalogue.hpp"

namespace classic {

// Adds OutputType(context...) under `name`; name and context must outlive what the list makes.
template <class OutputType, class... Context>
void add_output(sim::OutputCatalogue& outputs, std::string_view name, const Context&... context) {
    outputs.add(name, [name, &context...] {
        auto output = std::make_unique<OutputType>(context...);
        output->name_as(name);
        return output;
    });
}

}  // namespace classic
