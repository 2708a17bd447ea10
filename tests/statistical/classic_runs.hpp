// SPDX-License-Identifier: Apache-2.0
// Runs a classic model without files and looks up what it recorded by name.
#pragma once

#include <cmath>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "models/classic/classic.hpp"
#include "sim/model/run.hpp"
#include "sim/output/recorder.hpp"

namespace classic_test {

using Parameters = std::map<std::string, sim::ParamValue>;

inline sim::Scenario scenario_of(Parameters parameters, int quarters, std::uint64_t seed) {
    sim::Scenario scenario;
    scenario.seed = seed;
    scenario.start = sim::Quarter(2000, 1);
    scenario.end = scenario.start + (quarters - 1);
    scenario.parameters = std::move(parameters);
    return scenario;
}

// One finished replicate.
class Finished {
  public:
    Finished(std::unique_ptr<sim::Model> model, const sim::Scenario& scenario,
             std::uint32_t replicate, const sim::Executor& executor)
        : variables_(variables_of(*model)),
          record_(
              sim::Run(std::move(model), scenario, replicate).simulate({.executor = &executor})) {}

    const sim::Record& record() const { return record_; }

    // The values of a variable in all quarters, row-major over time and its dimensions.
    const std::vector<double>& all(const std::string& name) const {
        for (std::size_t i = 0; i < variables_.size(); ++i) {
            if (variables_[i].name == name) {
                return record_.values[i];
            }
        }
        throw std::out_of_range("no variable " + name);
    }
    // The same in the last quarter.
    std::vector<double> last(const std::string& name) const {
        const std::vector<double>& values = all(name);
        const std::size_t cells = values.size() / record_.times.size();
        return {values.end() - static_cast<std::ptrdiff_t>(cells), values.end()};
    }

  private:
    static std::vector<sim::RecordedVariable> variables_of(const sim::Model& model) {
        std::vector<std::unique_ptr<sim::Output>> outputs;
        for (const auto& entry : model.outputs().entries()) {
            outputs.push_back(entry.make());
        }
        return sim::recorded_variables(outputs);
    }

    std::vector<sim::RecordedVariable> variables_;
    sim::Record record_;
};

// Mean and its standard error over independent runs.
struct Estimate {
    double mean;
    double standard_error;
};

inline Estimate estimate(const std::vector<double>& sample) {
    const double count = static_cast<double>(sample.size());
    double sum = 0.0;
    for (const double x : sample) {
        sum += x;
    }
    double squares = 0.0;
    for (const double x : sample) {
        squares += (x - sum / count) * (x - sum / count);
    }
    return {sum / count, std::sqrt(squares / (count - 1.0) / count)};
}

}  // namespace classic_test
