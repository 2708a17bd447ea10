// SPDX-License-Identifier: Apache-2.0
// exp(x) − 1 with the same bits on every machine, as its relatives in elementary.hpp.
#pragma once

#include "sim/random/elementary.hpp"

namespace sim::elementary {

// exp(x) − 1 without loss for small x.
inline double expm1(double x) {
    if (x < -0.35 || x > 0.35) {
        return exp(x) - 1.0;
    }
    double sum = 1.0;  // x (1 + x/2 (1 + x/3 (…)))
    for (int divisor = 14; divisor >= 2; --divisor) {
        sum = 1.0 + x / divisor * sum;
    }
    return x * sum;
}

}  // namespace sim::elementary
