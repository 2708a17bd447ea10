// SPDX-License-Identifier: Apache-2.0
// 4.3 Runs the chosen admission mechanism on a market; the only place that knows what each is.
#pragma once

#include "models/vocational/params/admission.hpp"
#include "sim/matching/application_rejection.hpp"

namespace vocational {

inline std::uint32_t choices_per_band(const AdmissionParams& params) {
    switch (params.mechanism()) {
        case Mechanism::immediate:
            return 1;
        case Mechanism::parallel:
            return static_cast<std::uint32_t>(params.parallel_choices());
        case Mechanism::deferred:
            return sim::all_choices;
    }
    return sim::all_choices;
}

}  // namespace vocational
