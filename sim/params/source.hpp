// SPDX-License-Identifier: Apache-2.0
// Where a number comes from. The mark is what readers see: D read from data, E from evidence,
// C calibrated, A assumption (swept in the sensitivity analysis).
#pragma once

#include <string_view>

namespace sim {

struct Source {
    char mark = 'A';
    std::string_view key{};   // bibliography key (E), data file (D), target (C); empty for A
    std::string_view note{};  // where in the source, or why it is assumed
};

// A published finding; `key` stands in docs/references.bib.
constexpr Source cited(std::string_view key, std::string_view where) {
    return {'E', key, where};
}
// A recorded number; `file` is a table of the model's data.
constexpr Source recorded(std::string_view file, std::string_view where) {
    return {'D', file, where};
}
// Fitted so that the model meets `target`.
constexpr Source calibrated(std::string_view target, std::string_view note = {}) {
    return {'C', target, note};
}
constexpr Source assumed(std::string_view why) {
    return {'A', {}, why};
}

}  // namespace sim
