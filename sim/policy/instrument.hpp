// SPDX-License-Identifier: Apache-2.0
// A policy instrument: a phase that acts at a slot, with parameters of its own and those that every
// instrument shares (period, phase-in, strength, scope). It is never called before its start, so
// the past is the same with and without it; it is called after its end, for what it promised may
// run out then.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/params/param_block.hpp"
#include "sim/policy/budget.hpp"
#include "sim/policy/budget_pool.hpp"
#include "sim/policy/ledger.hpp"
#include "sim/policy/pilot.hpp"
#include "sim/schedule/phase.hpp"
#include "sim/schedule/schedule.hpp"

namespace sim {

// Where an instrument acts: for each restricted dimension the selected label numbers, and limits
// that a measure must lie below. What is not named is not restricted.
class Scope {
  public:
    void restrict_to(std::string dimension, std::vector<bool> selected) {
        parts_.push_back({std::move(dimension), std::move(selected)});
    }
    bool restricts(std::string_view dimension) const {
        for (const Part& part : parts_) {
            if (part.dimension == dimension) {
                return true;
            }
        }
        return false;
    }
    bool selects(std::string_view dimension, std::size_t label) const {
        for (const Part& part : parts_) {
            if (part.dimension == dimension) {
                return part.selected[label];
            }
        }
        return true;
    }
    void limit(std::string measure, double threshold) {
        limits_.push_back({std::move(measure), threshold});
    }
    bool has_limit(std::string_view measure) const { return limit_of(measure) != nullptr; }
    // Whether a place with that value of the measure is selected.
    bool selects_value(std::string_view measure, double value) const {
        const Limit* limit = limit_of(measure);
        return limit == nullptr || value < limit->threshold;
    }

  private:
    struct Part {
        std::string dimension;
        std::vector<bool> selected;
    };
    struct Limit {
        std::string measure;
        double threshold;
    };
    const Limit* limit_of(std::string_view measure) const {
        for (const Limit& limit : limits_) {
            if (limit.measure == measure) {
                return &limit;
            }
        }
        return nullptr;
    }

    std::vector<Part> parts_;
    std::vector<Limit> limits_;
};

// What a scenario says about one instrument, common to all of them.
struct Commitment {
    std::string label;  // names the entry; also keys its random numbers
    Quarter start;
    Quarter end;  // last quarter included
    double phase_in_years = 0.0;
    double strength = 1.0;
    Scope scope{};
    std::optional<Budget> budget{};
    PolicyId row{};              // in the table of policies
    std::size_t cause = 0;       // the instrument's number in the ledger
    LedgerShape ledger_shape{};  // of the model; empty if it keeps no ledger
    // Of a pilot, its own, to be filled; of a measure, that of the pilot to which it belongs.
    std::shared_ptr<PilotArea> pilot{};
    // Budgets that it shares with the scenario's other policies; none if there are none.
    std::shared_ptr<BudgetPool> pool{};
};

// Properties of an instrument that do not depend on a scenario.
struct InstrumentSpec {
    std::string_view doc{};
    Slot slot{};
    std::string_view article{};        // of the policy document; may be empty
    std::string_view family{};         // funding, enrollment, integration, …
    std::string_view payer{};          // who pays; "none" if nobody does
    std::string_view responds{};       // the outcome that its mechanism acts on
    int sign = +1;                     // the sign of that response in the mechanism test
    std::vector<std::string> where{};  // dimensions that its `where` accepts
    bool is_pilot = false;             // other measures may belong to it
    std::string_view treated_in{};     // of a pilot: the outcome that marks where it runs
};

class Instrument : public ParamBlock, public Phase {
  public:
    // The catalogue passes the registered name when it makes an instrument.
    explicit Instrument(InstrumentSpec spec);

    const InstrumentSpec& spec() const { return spec_; }
    // Called once by the loader, before the run.
    void commit(std::string name, Commitment commitment);
    const Commitment& commitment() const { return commitment_; }
    const std::string& instrument_name() const { return registered_name_; }

    bool is_before_start(Quarter now) const override { return now < commitment_.start; }
    // Strength in force this quarter, 0 outside [start, end]: strength · min(1, k / (4 · phase_in))
    // in the k-th quarter.
    double strength(const Tick& tick) const { return strength_in(tick.now()); }
    // The same of any quarter: what was promised then.
    double strength_in(Quarter quarter) const;
    bool applies(std::string_view dimension, std::size_t label) const {
        return commitment_.scope.selects(dimension, label) &&
               (spec_.is_pilot || !commitment_.pilot ||
                commitment_.pilot->covers(dimension, label));
    }
    // Whether the measure belongs to a pilot.
    bool is_piloted() const { return !spec_.is_pilot && commitment_.pilot != nullptr; }
    bool applies_below(std::string_view measure, double value) const {
        return commitment_.scope.selects_value(measure, value);
    }

  private:
    InstrumentSpec spec_;
    Commitment commitment_;
    std::string registered_name_;
};

}  // namespace sim
