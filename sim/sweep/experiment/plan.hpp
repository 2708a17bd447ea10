// SPDX-License-Identifier: Apache-2.0
// The list of runs that an experiment means, as data: points of the design with the hash of what
// each of them resolves to. Points that resolve to the same are the same members.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/hdf5/member_shard.hpp"
#include "sim/sweep/experiment/read_experiment.hpp"

namespace sim {

struct SweepPoint {
    std::size_t scenario = 0;
    std::vector<ParamValue> values{};  // one per factor
    std::string inputs{};              // 32 hexadecimal digits over all that a run depends on
    std::string past{};                // the same over what its past depends on
    std::size_t first_alike = 0;       // the first point with the same inputs
};

// One run: a replicate of a point that no earlier point equals.
struct SweepMember {
    std::size_t point;
    std::uint32_t replicate;
};

class SweepPlan {
  public:
    // `loaded` must outlive it. Throws UserError where the model refuses points.
    explicit SweepPlan(const LoadedExperiment& loaded);

    const LoadedExperiment& loaded() const { return loaded_; }
    const std::vector<SweepPoint>& points() const { return points_; }
    std::size_t replicates() const;
    // By point, then replicate.
    std::vector<SweepMember> members() const;
    MemberKey key(const SweepMember& member) const;
    // The scenario of a point; without a model of its own.
    LoadedScenario scenario_of(std::size_t point) const;
    // "saving_propensity = 0.25, scenario = base": what is varied at a point.
    std::string point_text(std::size_t point) const;

  private:
    void add_points();
    void add_point(std::size_t scenario, const UnitPoint& units);
    void find_alike();

    const LoadedExperiment& loaded_;
    std::vector<SweepPoint> points_;
};

// What a design samples: the factors, and before them the scenario where sobol or morris choose
// among several; other designs run every point under every scenario.
bool samples_scenario(const DesignSpec& design, std::size_t scenarios);

}  // namespace sim
