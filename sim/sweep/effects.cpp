// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/effects.hpp"

#include "sim/core/contract.hpp"
#include "sim/sweep/estimate.hpp"

namespace sim {

EffectVariable paired_effects(const std::string& name, std::size_t variable,
                              std::size_t alternatives, const ValuesOf& values_of,
                              const Executor& executor) {
    constexpr std::size_t grain = 512;
    const std::size_t asked[] = {variable};
    const std::vector<RecordedValues> base = values_of(0, asked);
    SIM_EXPECT(!base.empty());
    const std::size_t cells = base.front()[variable].size();
    EffectVariable effect{name, {}, {}, {}, {}};
    for (std::vector<double>* part :
         {&effect.difference, &effect.low, &effect.high, &effect.share_below_zero}) {
        part->resize(alternatives * cells);
    }
    for (std::size_t a = 0; a < alternatives; ++a) {
        const std::vector<RecordedValues> alternative = values_of(a + 1, asked);
        SIM_EXPECT(alternative.size() == base.size());
        executor.for_chunks(cells, grain, [&](const Chunk& chunk) {
            std::vector<double> differences(base.size());
            for (std::size_t cell = chunk.begin; cell < chunk.end; ++cell) {
                for (std::size_t r = 0; r < base.size(); ++r) {
                    differences[r] = alternative[r][variable][cell] - base[r][variable][cell];
                }
                const Estimate found = estimate(differences);
                const std::size_t at = a * cells + cell;
                effect.difference[at] = found.mean;
                effect.low[at] = found.low;
                effect.high[at] = found.high;
                effect.share_below_zero[at] = found.share_below_zero;
            }
        });
    }
    return effect;
}

}  // namespace sim
