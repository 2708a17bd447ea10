// SPDX-License-Identifier: Apache-2.0
// Runs a property on 200 random instances from a fixed seed; RC_PARAMS in the environment takes
// over for a longer search. A failure prints the shrunk counterexample and the seed.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <utility>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace sim::testing {

// A number in [low, high), of full spread from the first instance on.
template <class T>
T pick(T low, T high) {
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(low, high));
}

// The seed of an instance's content; sizes are picked apart so that they can shrink.
inline std::uint32_t pick_seed() {
    return *rc::gen::noShrink(
        rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::uint32_t>()));
}

template <class Property>
void check_law(Property&& property) {
    rc::detail::TestParams params = rc::detail::configuration().testParams;
    if (std::getenv("RC_PARAMS") == nullptr) {
        params.maxSuccess = 200;
        params.seed = 20'221'221;
    }
    const auto result = rc::detail::checkTestable(std::forward<Property>(property),
                                                  rc::detail::TestMetadata{}, params);
    std::ostringstream text;
    rc::detail::printResultMessage(result, text);
    EXPECT_TRUE(result.template is<rc::detail::SuccessResult>())
        << text.str() << "\nseed " << params.seed;
}

}  // namespace sim::testing
