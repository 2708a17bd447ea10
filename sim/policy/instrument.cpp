// SPDX-License-Identifier: Apache-2.0
#include "sim/policy/instrument.hpp"

#include <algorithm>

namespace sim {

Instrument::Instrument(InstrumentSpec spec)
    : ParamBlock("", spec.doc), Phase("instrument", spec.doc), spec_(std::move(spec)) {}

void Instrument::commit(std::string name, Commitment commitment) {
    registered_name_ = std::move(name);
    commitment_ = std::move(commitment);
}

double Instrument::strength_in(Quarter quarter) const {
    if (quarter < commitment_.start || quarter > commitment_.end) {
        return 0.0;
    }
    if (is_piloted() && (quarter < commitment_.pilot->start ||
                         (quarter > commitment_.pilot->end && !commitment_.pilot->rolls_out))) {
        return 0.0;
    }
    if (commitment_.phase_in_years <= 0.0) {
        return commitment_.strength;
    }
    const double quarters = quarter - commitment_.start + 1;
    return commitment_.strength * std::min(1.0, quarters / (4.0 * commitment_.phase_in_years));
}

}  // namespace sim
