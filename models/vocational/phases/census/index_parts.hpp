// SPDX-License-Identifier: Apache-2.0
// 4.14 Parts of the headline indices. A part is an outcome, declared where outcomes are: the phase
// asks it for this quarter's values and pools them over vocational tracks, for the nation and for
// each province. Parts that are not due hold their last value. In the four quarters before the
// start of the scenario the nation's values add up to the reference. An index is
//   100 + 10 · Σ weight · sign · (part − reference of the nation) ÷ step.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "models/vocational/agents/index_part.hpp"
#include "models/vocational/params/index.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/output/recorder.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class IndexPartsPhase final : public sim::Phase {
  public:
    // `world` lives as long as the phase.
    IndexPartsPhase(const Setting& setting, const IndexParams& params, sim::World& world);
    ~IndexPartsPhase() override;

    void run(const sim::Tick& tick) override;

  private:
    struct Pool;

    void make_outputs();
    Pool pool(const sim::Record& record, std::size_t variable, std::size_t place) const;
    void note(const sim::Tick& tick, const sim::Record& record, std::size_t index,
              std::size_t part);

    const Setting& setting_;
    const IndexParams& params_;
    sim::World& world_;
    std::vector<std::unique_ptr<sim::Output>> outputs_;  // index by index, part by part
    std::unique_ptr<sim::Recorder> recorder_;
    std::array<std::array<std::size_t, parts_per_index>, indices> variable_{};
    sim::Scatter<&IndexPartTable::value> value_{*this};
    sim::Scatter<&IndexPartTable::weighted_sum> weighted_sum_{*this};
    sim::Scatter<&IndexPartTable::base_sum> base_sum_{*this};
    sim::Scatter<&IndexPartTable::weight> weight_{*this};
    sim::Scatter<&IndexPartTable::step> step_{*this};
};

}  // namespace vocational
