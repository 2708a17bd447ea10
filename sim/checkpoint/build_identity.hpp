// SPDX-License-Identifier: Apache-2.0
// Which program exactly is running: a saved state may be used only by the code that made it, and a
// version or commit does not tell two builds of a changed checkout apart.
#pragma once

#include <string>

namespace sim {

// Version, commit and a digest of the executable and of the libraries it has loaded; found once.
const std::string& build_identity();

}  // namespace sim
