// SPDX-License-Identifier: Apache-2.0
// Where and when a result was made, as its file says. No name of a host or user is kept.
#pragma once

#include <string>

namespace sim {

// "Intel(R) Xeon(R) …, 8 threads, Linux 6.1.0 x86_64".
std::string machine_description();
// Now in UTC: "2025-03-01T12:00:00Z".
std::string utc_time();

}  // namespace sim
