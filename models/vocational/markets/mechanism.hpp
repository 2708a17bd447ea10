// SPDX-License-Identifier: Apache-2.0
// 4.3 Which admission mechanism a market runs and how many choices it looks at together; the only
// place that knows what each is. All belong to one family (E3, Chen and Kesten 2017): lists are
// worked off in bands of e choices. Within a band each applicant applies to one choice after
// another, and a school holds the best by score, ties by lot, until the band ends; then its seats
// are final. e = 1 is the immediate mechanism, e = parallel_choices the parallel one, and one band
// for the whole list deferred acceptance. Evidence: parallel_band.
#pragma once

#include "models/vocational/params/admission.hpp"
#include "sim/core/enum.hpp"
#include "sim/matching/application_rejection.hpp"

namespace vocational {

struct AdmissionRule {
    Mechanism mechanism = Mechanism::parallel;
    int parallel_choices = 1;
};

inline AdmissionRule admission_rule(const AdmissionParams& params) {
    return {params.mechanism, params.parallel_choices};
}

// The same where a policy may have set another: `mechanism` counts from 1, 0 leaves it as it is.
inline AdmissionRule admission_rule(const AdmissionParams& params, std::uint8_t mechanism,
                                    std::uint8_t parallel_choices) {
    return mechanism == 0 ? admission_rule(params)
                          : AdmissionRule{static_cast<Mechanism>(mechanism - 1), parallel_choices};
}

inline std::uint32_t choices_per_band(const AdmissionRule& rule) {
    switch (rule.mechanism) {
        case Mechanism::immediate:
            return 1;
        case Mechanism::parallel:
            return static_cast<std::uint32_t>(rule.parallel_choices);
        case Mechanism::deferred:
            return sim::all_choices;
    }
    return sim::all_choices;
}

}  // namespace vocational
