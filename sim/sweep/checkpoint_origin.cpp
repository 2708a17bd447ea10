// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/checkpoint_origin.hpp"

#include "sim/checkpoint/build_identity.hpp"
#include "sim/scenario/resolved.hpp"

namespace sim {

StateOrigin checkpoint_origin(const Scenario& scenario, const Model& model,
                              const std::string& data_hash, std::uint32_t replicate) {
    Scenario one = scenario;
    one.replicates = 1;
    return {build_identity(),
            one.model,
            resolved_text(one, model, ResolvedFor::hash),
            data_hash,
            one.seed,
            replicate,
            {}};
}

}  // namespace sim
