// SPDX-License-Identifier: Apache-2.0
// Where the data sets that come with the program lie.
#pragma once

#include <string>

namespace sim {

// The folder `scenarios/data` that belongs to this executable: of the source tree it was built in,
// of its installation, or of the sources known at compile time. Empty if there is none.
std::string shipped_data_folder();

// The same for an executable in folder `folder`.
std::string shipped_data_near(const std::string& folder);

}  // namespace sim
