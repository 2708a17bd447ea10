// SPDX-License-Identifier: Apache-2.0
// What a job keeps of its finished runs: replicates are written as they end and forgotten except
// for what tables need; frozen runs, which are not written, for their effects.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/cli/show/pilot_table.hpp"
#include "sim/hdf5/result_file.hpp"
#include "sim/sweep/comparison/headline_effect.hpp"
#include "sim/sweep/comparison/people.hpp"
#include "sim/sweep/comparison/run_plan.hpp"
#include "sim/sweep/effects.hpp"
#include "sim/sweep/headline.hpp"
#include "sim/sweep/pilot_effects.hpp"

namespace sim {

// [scenario][replicate]
using ValueTable = std::vector<std::vector<RecordedValues>>;

// Takes finished runs, one at a time.
class Collector {
  public:
    Collector(const ResultHeader& header, std::vector<PilotPlan> pilots, PeopleSpec people,
              ResultFile& file, RunPlan& plan)
        : header_(header),
          file_(file),
          plan_(plan),
          rule_(header.variables, header.dimensions),
          pilots_(std::move(pilots), header),
          people_(std::move(people), header.scale, header.scenarios.size(),
                  static_cast<std::size_t>(header.replicates)) {
        const auto replicates = static_cast<std::size_t>(header.replicates);
        headline_.assign(header.scenarios.size(), std::vector<HeadlineValues>(replicates));
        if (plan.freezes()) {
            frozen_headline_ = headline_;
            frozen_values_.assign(header.scenarios.size(), std::vector<RecordedValues>(replicates));
        }
    }

    void take(const RunPlan::Role& role, Record&& record) {
        const std::size_t s = role.alternative;
        const std::uint32_t replicate = record.replicate;
        for (const PhaseTime& phase : record.timing) {
            seconds_[phase.name] += phase.seconds;
        }
        if (role.purpose == RunPlan::Purpose::coalition) {
            plan_.attributions()[s - 1].keep(replicate, role.coalition, rule_.values(record));
        } else if (role.purpose == RunPlan::Purpose::frozen) {
            frozen_headline_[s][replicate] = rule_.values(record);
            frozen_values_[s][replicate] = std::move(record.values);
            plan_.forget_tape(replicate);
        } else {
            take_portrait(s, replicate, std::move(record.portrait));
            if (!file_.has(s, replicate)) {
                file_.write(s, record);
                keep(s, record);
            }
        }
    }
    // The portrait of a run that is in the file, or will be at once.
    void take_portrait(std::size_t scenario, std::size_t replicate, Portrait portrait) {
        for (const PeoplePairs::Pair& pair :
             people_.take(scenario, replicate, std::move(portrait))) {
            file_.write_people(pair.alternative, replicate, pair.counts);
        }
    }
    // Takes the replicates that the file holds already.
    void take_what_is_there() {
        for (std::size_t scenario = 0; scenario < headline_.size(); ++scenario) {
            for (std::size_t r = 0; r < headline_[scenario].size(); ++r) {
                if (file_.has(scenario, r)) {
                    keep(scenario, file_.read(scenario, r));
                }
                if (scenario > 0 && !header_.people.empty() && file_.has(scenario, r) &&
                    file_.has(0, r)) {
                    people_.put(scenario, r, file_.read_people(scenario, r));  // may be empty
                }
            }
        }
    }
    // Whether that run is in the file, but cannot be compared person by person without its
    // portrait.
    bool wants_portrait(std::size_t scenario, std::size_t replicate) const {
        return file_.has(scenario, replicate) && people_.misses(scenario, replicate);
    }
    // Whether nothing is wanted of that replicate any more. One that is in the file is run again
    // where its portrait was lost before the other half of a pair was there.
    bool is_done(std::size_t scenario, std::size_t replicate) const {
        return file_.has(scenario, replicate) &&
               (!people_.misses(scenario, replicate) || people_.waits(scenario, replicate));
    }

    // Forgets that there was room for more replicates.
    void cut(std::size_t replicates) {
        for (HeadlineTable* table : {&headline_, &frozen_headline_}) {
            for (auto& list : *table) {
                list.resize(replicates);
            }
        }
        for (auto& list : frozen_values_) {
            list.resize(replicates);
        }
        people_.cut(replicates);
        if (plan_.freezes()) {
            frozen_headline_.front() = headline_.front();
        }
    }

    bool is_comparison() const { return headline_.size() > 1; }
    std::size_t taken() const { return taken_; }
    const HeadlineRule& rule() const { return rule_; }
    const PilotEffects& pilots() const { return pilots_; }
    const PeoplePairs& people() const { return people_; }
    // A table, or JSON, with what is to be said of pilots.
    std::string with_pilots(const std::string& table, bool is_json) const {
        if (pilots_.empty()) {
            return table;
        }
        const PilotTable pilots{header_, pilots_.measures(), pilots_.results()};
        return is_json ? pilots.added_to_json(table) : table + '\n' + pilots.text();
    }
    const std::map<std::string, double>& seconds() const { return seconds_; }
    // Read from the file, which must outlive them.
    ValuesOf values() const {
        return [&file = file_](std::size_t scenario, std::span<const std::size_t> variables) {
            return file.read(scenario, variables);
        };
    }
    // The base's from the file, the others as they were taken; those are not in the file.
    ValuesOf frozen_values() const {
        return [this](std::size_t scenario, std::span<const std::size_t> variables) {
            if (scenario == 0) {
                return file_.read(0, variables);
            }
            std::vector<RecordedValues> asked;
            for (const RecordedValues& taken : frozen_values_[scenario]) {
                asked.emplace_back(taken.size());
                for (const std::size_t variable : variables) {
                    asked.back()[variable] = taken[variable];
                }
            }
            return asked;
        };
    }
    const HeadlineTable& headline() const { return headline_; }
    const HeadlineTable& frozen_headline() const { return frozen_headline_; }
    // Of the first replicates.
    HeadlineTable headline(std::size_t replicates) const {
        HeadlineTable table;
        for (const auto& list : headline_) {
            table.emplace_back(list.begin(),
                               list.begin() + static_cast<std::ptrdiff_t>(replicates));
        }
        return table;
    }

  private:
    void keep(std::size_t scenario, const Record& record) {
        headline_[scenario][record.replicate] = rule_.values(record);
        pilots_.take(scenario, record.replicate, record.values);
        ++taken_;
    }

    const ResultHeader& header_;
    ResultFile& file_;
    RunPlan& plan_;
    HeadlineRule rule_;
    PilotEffects pilots_;
    PeoplePairs people_;
    HeadlineTable headline_;
    HeadlineTable frozen_headline_;
    ValueTable frozen_values_;
    std::map<std::string, double> seconds_;
    std::size_t taken_ = 0;
};

}  // namespace sim
