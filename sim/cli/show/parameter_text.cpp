// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/show/parameter_text.hpp"

#include <fmt/format.h>

namespace sim {

std::string_view mark_name(char mark) {
    switch (mark) {
        case 'D':
            return "recorded";
        case 'E':
            return "cited";
        case 'C':
            return "calibrated";
        default:
            return "assumed";
    }
}

std::string parameter_text(const ParameterRow& row) {
    return fmt::format("  {} = {}{}   ({})\n      {}\n      {}, {}{}{}\n", row.name, row.value,
                       row.unit == "1" ? "" : " " + row.unit, row.range, row.doc, row.mark,
                       mark_name(row.mark), row.source.empty() ? "" : ": ", row.source);
}

std::string policy_text(const PolicyDescription& policy) {
    std::string text = fmt::format("{}: {}\n", policy.name, policy.doc);
    const auto line = [&](std::string_view key, const std::string& value) {
        if (!value.empty()) {
            text += fmt::format("  {:<9} {}\n", key, value);
        }
    };
    line("acts at", policy.slot);
    line("article", policy.article);
    line("family", policy.family);
    line("payer", policy.payer);
    if (!policy.responds.empty()) {
        line("moves", fmt::format("{} ({})", policy.responds, policy.sign > 0 ? "up" : "down"));
    }
    line("where", fmt::format("{}", fmt::join(policy.where, ", ")));
    for (const ParameterRow& row : policy.parameters) {
        text += parameter_text(row);
    }
    return text;
}

std::string dims_text(const std::vector<std::string>& dims) {
    return fmt::format("(replicate, time{}{})", dims.empty() ? "" : ", ", fmt::join(dims, ", "));
}

}  // namespace sim
