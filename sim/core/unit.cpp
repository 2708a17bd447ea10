// SPDX-License-Identifier: Apache-2.0
#include "sim/core/unit.hpp"

#include <cctype>
#include <cmath>
#include <map>

namespace sim {

namespace {

// What one symbol stands for: a factor times a power of one base dimension ("" = pure number).
struct Symbol {
    double factor;
    std::string_view dimension;
};

const std::map<std::string_view, Symbol>& symbols() {
    static const std::map<std::string_view, Symbol> table{
        {"1", {1.0, ""}},
        {"%", {0.01, ""}},
        {"pp", {0.01, ""}},
        {"a", {1.0, "a"}},
        {"year", {1.0, "a"}},
        {"years", {1.0, "a"}},
        {"y", {1.0, "a"}},
        {"quarter", {0.25, "a"}},
        {"quarters", {0.25, "a"}},
        {"month", {1.0 / 12, "a"}},
        {"months", {1.0 / 12, "a"}},
        {"CNY2022", {1.0, "CNY"}},
        {"kCNY2022", {1e3, "CNY"}},
        {"MCNY2022", {1e6, "CNY"}},
        {"km", {1.0, "km"}},
        {"m", {1e-3, "km"}},
        {"sd", {1.0, "sd"}},
        {"index", {1.0, "index"}},
        {"student", {1.0, "person"}},
        {"students", {1.0, "person"}},
        {"person", {1.0, "person"}},
        {"persons", {1.0, "person"}},
        {"jobs", {1.0, "job"}},
        {"job", {1.0, "job"}},
        {"schools", {1.0, "school"}},
        {"school", {1.0, "school"}},
        {"places", {1.0, "place"}},
        {"place", {1.0, "place"}},
        {"station", {1.0, "station"}},
        {"stations", {1.0, "station"}},
        {"agents", {1.0, "agent"}},
        {"money", {1.0, "money"}},
        {"h", {1.0, "h"}},
        {"hours", {1.0, "h"}},
    };
    return table;
}

struct Quantity {
    double factor = 1.0;
    std::map<std::string_view, int> powers{};

    void multiply(const Symbol& symbol, int power) {
        factor *= std::pow(symbol.factor, power);
        if (!symbol.dimension.empty()) {
            powers[symbol.dimension] += power;
            if (powers[symbol.dimension] == 0) {
                powers.erase(symbol.dimension);
            }
        }
    }
};

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

// symbol (('/' | '*') symbol)*
std::optional<Quantity> parse(std::string_view text) {
    Quantity quantity;
    int power = 1;
    text = trimmed(text);
    while (true) {
        const std::size_t end = text.find_first_of("/*");
        const auto found = symbols().find(trimmed(text.substr(0, end)));
        if (found == symbols().end()) {
            return std::nullopt;
        }
        quantity.multiply(found->second, power);
        if (end == std::string_view::npos) {
            return quantity;
        }
        power = text[end] == '/' ? -1 : 1;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

std::optional<double> conversion_factor(std::string_view from, Unit to) {
    const std::optional<Quantity> source = parse(from);
    const std::optional<Quantity> target = parse(to.symbol);
    if (!source || !target || source->powers != target->powers) {
        return std::nullopt;
    }
    return source->factor / target->factor;
}

}  // namespace sim
