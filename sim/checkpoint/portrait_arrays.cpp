// SPDX-License-Identifier: Apache-2.0
// Names of arrays say what they are: "first" and "count" of spans, "cell", "outcomes/NUMBER".
#include "sim/checkpoint/portrait_arrays.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/checkpoint/array_values.hpp"
#include "sim/core/error.hpp"

namespace sim {

PortraitArrays::PortraitArrays(const Portrait& portrait) {
    for (const Portrait::Span& span : portrait.spans) {
        first_.push_back(span.first.value);
        count_.push_back(span.count);
    }
    list_ = {state_array("first", first_), state_array("count", count_),
             state_array("cell", portrait.cell)};
    for (std::size_t o = 0; o < portrait.outcomes.size(); ++o) {
        list_.push_back(state_array(fmt::format("outcomes/{}", o), portrait.outcomes[o]));
    }
}

Portrait portrait_in(const StateFile& file) {
    const std::vector<StateColumn>& arrays = file.manifest().record;
    if (arrays.size() < 3 || arrays[0].name != "first" || arrays[1].name != "count" ||
        arrays[2].name != "cell") {
        throw IoError(file.file().name() + ": is no portrait");
    }
    const auto first = values_in<std::uint64_t>(file, arrays[0]);
    const auto count = values_in<std::uint32_t>(file, arrays[1]);
    Portrait portrait;
    portrait.cell = values_in<std::uint16_t>(file, arrays[2]);
    std::uint64_t persons = 0;
    for (std::size_t s = 0; s < std::min(first.size(), count.size()); ++s) {
        portrait.spans.push_back({Identity{first[s]}, count[s]});
        persons += count[s];
    }
    for (std::size_t a = 3; a < arrays.size(); ++a) {
        portrait.outcomes.push_back(values_in<std::uint16_t>(file, arrays[a]));
    }
    const bool fits = std::all_of(portrait.outcomes.begin(), portrait.outcomes.end(),
                                  [&](const auto& codes) { return codes.size() == persons; });
    if (!fits || first.size() != count.size() || portrait.cell.size() != persons) {
        throw IoError(file.file().name() + ": has arrays that do not fit one another");
    }
    return portrait;
}

}  // namespace sim
