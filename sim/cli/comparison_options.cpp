// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/comparison_options.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/core/error.hpp"
#include "sim/core/text.hpp"
#include "sim/sweep/comparison/precision.hpp"

namespace sim {

namespace {

constexpr const char* first_alternative = "first";

// Parts between commas, of each text in turn.
std::vector<std::string> parts_of(const std::vector<std::string>& texts) {
    std::vector<std::string> parts;
    for (const std::string& text : texts) {
        std::size_t begin = 0;
        for (;;) {
            const std::size_t comma = text.find(',', begin);
            parts.push_back(text.substr(begin, comma - begin));
            if (comma == std::string::npos) {
                break;
            }
            begin = comma + 1;
        }
    }
    return parts;
}

[[noreturn]] void refuse(std::string_view option, const std::string& value,
                         std::string_view expected) {
    throw UsageError(fmt::format("{}: '{}' cannot be used (expected {})", option, value, expected));
}

PrecisionTarget target_of(const std::string& text) {
    const std::size_t equals = text.find('=');
    const auto half_width = equals == std::string::npos
                                ? std::nullopt
                                : parse_number(std::string_view(text).substr(equals + 1));
    if (equals == 0 || !half_width || !(*half_width > 0.0)) {
        refuse("--until-precise", text,
               "MEASURE=HALF_WIDTH with a number above 0, such as placement_rate=0.002");
    }
    return {text.substr(0, equals), *half_width};
}

}  // namespace

void add_precision_option(CLI::App& app, TypedComparison& typed) {
    app.add_option("--until-precise", typed.until_precise,
                   fmt::format("Adds replicates until half the 95 % interval of a headline measure "
                               "(in a comparison: of its paired differences) is at most this; -n "
                               "is the most (default: {})",
                               PrecisionRule::default_most))
        ->type_name("MEASURE=HALF_WIDTH")
        ->allow_extra_args(false);
}

void add_comparison_options(CLI::App& app, TypedComparison& typed) {
    app.add_flag("--attribute", typed.attribute,
                 "Shares out each alternative's effect among its policies");
    app.add_option("--freeze", typed.freeze,
                   "Runs alternatives once more with these feedbacks held at the base's course")
        ->type_name("NAME,...")
        ->allow_extra_args(false);
    app.add_flag("--equal-cost{first}", typed.equal_cost,
                 "Rescales strengths so that each alternative costs what the first one does, or "
                 "--equal-cost=AMOUNT");
}

ComparisonOptions comparison_options(const TypedComparison& typed) {
    ComparisonOptions options;
    options.attribute = typed.attribute;
    for (const std::string& name : parts_of(typed.freeze)) {
        if (name.empty()) {
            refuse("--freeze", "", "names of feedbacks with commas between them");
        }
        if (std::find(options.freeze.begin(), options.freeze.end(), name) == options.freeze.end()) {
            options.freeze.push_back(name);
        }
    }
    for (const std::string& text : parts_of(typed.until_precise)) {
        options.until_precise.push_back(target_of(text));
    }
    if (!typed.equal_cost.empty()) {
        options.equal_cost = true;
        if (typed.equal_cost != first_alternative) {
            options.cost = parse_number(typed.equal_cost);
            if (!options.cost || *options.cost == 0.0) {
                refuse("--equal-cost", typed.equal_cost,
                       "no value or an amount of money other than 0");
            }
        }
    }
    return options;
}

}  // namespace sim
