// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/effects.hpp"

#include "sim/core/contract.hpp"
#include "sim/sweep/estimate.hpp"

namespace sim {

namespace {

void append_effect(EffectVariable& into, std::size_t variable,
                   const std::vector<RecordedValues>& base,
                   const std::vector<RecordedValues>& alternative) {
    const std::size_t cells = base.front()[variable].size();
    std::vector<double> differences(base.size());
    for (std::size_t cell = 0; cell < cells; ++cell) {
        for (std::size_t r = 0; r < base.size(); ++r) {
            differences[r] = alternative[r][variable][cell] - base[r][variable][cell];
        }
        const Estimate effect = estimate(differences);
        into.difference.push_back(effect.mean);
        into.low.push_back(effect.low);
        into.high.push_back(effect.high);
        into.share_below_zero.push_back(effect.share_below_zero);
    }
}

}  // namespace

std::vector<EffectVariable> paired_effects(const std::vector<RecordedVariable>& variables,
                                           const std::vector<std::vector<RecordedValues>>& values) {
    SIM_EXPECT(values.size() >= 2 && !values.front().empty());
    for (const auto& replicates : values) {
        SIM_EXPECT(replicates.size() == values.front().size());
        for (const RecordedValues& recorded : replicates) {
            SIM_EXPECT(recorded.size() == variables.size());
        }
    }
    std::vector<EffectVariable> effects;
    for (std::size_t v = 0; v < variables.size(); ++v) {
        EffectVariable effect{variables[v].name, {}, {}, {}, {}};
        for (std::size_t alternative = 1; alternative < values.size(); ++alternative) {
            append_effect(effect, v, values.front(), values[alternative]);
        }
        effects.push_back(std::move(effect));
    }
    return effects;
}

}  // namespace sim
