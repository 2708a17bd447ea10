// SPDX-License-Identifier: Apache-2.0
// Version of the layout of result files: MAJOR.MINOR. A new minor version adds, a new major version
// changes or removes; readers refuse another major version. Page: docs/reference/result-file.md.
#pragma once

namespace sim {

inline constexpr const char* result_filetype = "tandem result";
inline constexpr int result_format_major = 1;
inline constexpr int result_format_minor = 0;

}  // namespace sim
