// SPDX-License-Identifier: Apache-2.0
// Runs one replicate of a resolved scenario: parameters in, initial state, ticks, record out.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string_view>

#include "sim/model/checkpoint_store.hpp"
#include "sim/model/feedback_tape.hpp"
#include "sim/model/ledger_recorder.hpp"
#include "sim/model/model.hpp"
#include "sim/model/state_store.hpp"
#include "sim/output/recorder.hpp"
#include "sim/policy/budget_plan.hpp"

namespace sim {

struct RunOptions {
    const Executor* executor = nullptr;
    // Checked between quarters; when true the run stops and its record is not complete.
    const std::atomic<bool>* stop = nullptr;
    // Called after each simulated quarter, and at once for those that a saved state makes
    // unnecessary, from the running thread.
    std::function<void()> on_quarter{};
    // Where the state of the scenario's fork quarter may come from, and goes to otherwise.
    StateStore* states = nullptr;
    // Where the run may go on from, and leaves what it has come to: every interval and when it is
    // stopped.
    CheckpointStore* checkpoints = nullptr;
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

    // Writes the course of these feedbacks of the model to a tape, or holds them at what a run of
    // the base wrote there; the tape must outlive the run. At most one of both, before start.
    void write_feedbacks(const std::vector<std::string>& names, FeedbackTape& tape);
    void hold_feedbacks(const std::vector<std::string>& names, FeedbackTape& tape);

    // The record shall hold what became of each person. Before start.
    void portray() { portrays_ = true; }

    // Simulates all quarters: start, then finish. Throws ContractError if an invariant of the model
    // breaks.
    Record simulate(const RunOptions& options);

    // Comes to the end of the scenario's fork quarter, or to where a checkpoint behind it was left,
    // by a saved state or by computing it; false if it was stopped before. Once.
    bool start(const RunOptions& options);
    // Simulates the rest; options may differ from those of start. Once, after start.
    Record finish(const RunOptions& options);

    const Model& model() const { return *model_; }

  private:
    void attach_instruments();
    void attach(Instrument& instrument, const std::shared_ptr<BudgetPool>& pool);
    void make_outputs();

    Tick tick_of(Quarter now, const RunOptions& options) const;
    bool restore(Quarter quarter, const RunOptions& options);
    bool has_policy_begun(Quarter quarter) const;
    void add_policy_rows();
    void begin_quarter_of_policies();
    void begin_record();
    void go_on_from(Quarter reached, Record&& so_far, const RunOptions& options);
    void save_checkpoint(const RunOptions& options);
    bool run_until(Quarter last, const RunOptions& options);
    void run_quarter(const Tick& tick);
    void record_panel(const Tick& tick);
    EventTable& table(std::string_view group);
    std::vector<PhaseTime> timing() const;

    std::unique_ptr<Model> model_;
    const Scenario* scenario_;
    Scenario origin_;  // what the model starts from
    std::uint32_t replicate_;
    std::vector<std::unique_ptr<Instrument>> instruments_;
    std::map<std::string_view, std::unique_ptr<BudgetPlan>> budget_plans_;  // by slot
    std::vector<std::unique_ptr<Output>> outputs_;
    std::vector<std::unique_ptr<HoldPhase>> holds_;
    // Of the quarters simulated so far.
    Quarter next_;
    bool has_policy_rows_ = false;
    bool portrays_ = false;
    std::optional<Recorder> recorder_;
    std::optional<LedgerRecorder> ledger_;
    Record record_;
    // As above, and what the run that left the checkpoint had spent.
    std::vector<PhaseTime> timing_before_;
    Quarter kept_until_;  // of the last checkpoint
    double seconds_of_initial_state_ = 0.0;
    double seconds_of_saved_state_ = 0.0;
};

}  // namespace sim
