// SPDX-License-Identifier: Apache-2.0
// Names of the variables in /outcomes that any model of a catalogue writes.
#pragma once

#include <memory>
#include <set>
#include <string>

#include "sim/model/model.hpp"

namespace sim {

// With the denominators of ratios.
inline std::set<std::string> outcome_names(const ModelCatalogue& models) {
    std::set<std::string> names;
    for (const std::string& model_name : models.names()) {
        const std::unique_ptr<Model> model = models.make(model_name);
        for (const auto& entry : model->outputs().entries()) {
            const std::unique_ptr<Output> output = entry.make();
            for (const OutputVariable& variable : output->variables()) {
                names.insert(variable.name);
                if (variable.spec.measure == Measure::ratio) {
                    names.insert(variable.name + "_base");
                }
            }
        }
    }
    return names;
}

}  // namespace sim
