// SPDX-License-Identifier: Apache-2.0
// Runs one replicate of a resolved scenario: parameters in, initial state, ticks, record out.
#pragma once

#include <atomic>
#include <functional>

#include "sim/model/model.hpp"

namespace sim {

struct RunOptions {
    const Executor* executor = nullptr;
    // Checked between quarters; when true the run stops and its record is not complete.
    const std::atomic<bool>* stop = nullptr;
    // Called after each simulated quarter, from the running thread.
    std::function<void()> on_quarter{};
};

// Gives the model the scenario's parameters. The scenario must have been checked by the loader;
// what is unknown breaks a contract.
void assign_parameters(Model& model, const Scenario& scenario);

// Fills the model's parameters from the scenario and its instruments into the schedule. The
// scenario must have been checked by the loader; what is unknown breaks a contract.
class Run {
  public:
    // `model` must have its data tables filled.
    Run(std::unique_ptr<Model> model, const Scenario& scenario, std::uint32_t replicate);

    // Simulates all quarters. Throws ContractError if an invariant of the model breaks.
    Record simulate(const RunOptions& options);

    const Model& model() const { return *model_; }

  private:
    void attach_instruments();
    void make_outputs();

    std::unique_ptr<Model> model_;
    const Scenario* scenario_;
    std::uint32_t replicate_;
    std::vector<std::unique_ptr<Instrument>> instruments_;
    std::vector<std::unique_ptr<Output>> outputs_;
};

}  // namespace sim
