// SPDX-License-Identifier: Apache-2.0
// Which program this is: version, commit and compiler, for --version and for every file it writes.
#pragma once

#include <string_view>

namespace sim {

// Of the release ("1.2.0"); "unknown" in a build that does not say.
std::string_view program_version();
// The commit built from, or "unknown" outside a checkout.
std::string_view git_commit();
// True if the checkout differed from that commit when it was built.
bool git_dirty();
// "GCC 12.2.0", "Clang 14.0.6".
std::string_view compiler();

}  // namespace sim
