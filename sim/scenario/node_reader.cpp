// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/node_reader.hpp"

#include <map>

#include <fmt/format.h>

#include "sim/core/text.hpp"

namespace sim {

namespace {

// Long values are cut in messages.
std::string shown(std::string_view text) {
    constexpr std::size_t most = 60;
    if (text.size() <= most) {
        return std::string(text);
    }
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return std::string(text.substr(0, end)) + "…";
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) {
        return {};
    }
    return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

// What stands where something else was expected.
std::string found(const YamlNode& node) {
    const std::string subject =
        node.key.empty() ? "an entry" : fmt::format("'{}'", shown(node.key));
    switch (node.kind) {
        case NodeKind::null:
            return subject + " has no value";
        case NodeKind::scalar:
            return fmt::format("{} is '{}'", subject, shown(node.text));
        case NodeKind::list:
        case NodeKind::map:
            break;
    }
    return fmt::format("{} is a {}", subject, node_kind_name(node.kind));
}

}  // namespace

Place NodeReader::place(const YamlNode& node) const {
    return origin_ == Origin::file ? Place{file_, node.line, node.column} : Place{file_};
}

Place NodeReader::key_place(const YamlNode& node) const {
    return origin_ == Origin::file ? Place{file_, node.key_line, node.key_column} : Place{file_};
}

void NodeReader::refuse(const YamlNode& node, std::string what, std::string expected,
                        std::string nearest) const {
    // An empty value's own place is the next word of the file: show the key instead.
    const bool at_key = node.kind == NodeKind::null && node.key_line > 0;
    problems_->add({at_key ? key_place(node) : place(node), std::move(what), std::move(expected),
                    std::move(nearest)});
}

bool NodeReader::is_map(const YamlNode& node, std::string_view expected) const {
    if (node.kind == NodeKind::map) {
        return true;
    }
    refuse(node, found(node), std::string(expected));
    return false;
}

bool NodeReader::is_list(const YamlNode& node, std::string_view expected) const {
    if (node.kind == NodeKind::list) {
        return true;
    }
    refuse(node, found(node), std::string(expected));
    return false;
}

std::optional<std::string> NodeReader::text(const YamlNode& node, std::string_view expected) const {
    if (node.kind == NodeKind::scalar && !trimmed(node.text).empty()) {
        return node.text;
    }
    const bool is_blank = node.kind == NodeKind::scalar;
    refuse(node, is_blank ? fmt::format("'{}' is empty", node.key) : found(node),
           std::string(expected));
    return std::nullopt;
}

std::vector<const YamlNode*> NodeReader::texts(const YamlNode& node,
                                               std::string_view expected) const {
    if (node.kind != NodeKind::list) {
        return text(node, expected) ? std::vector<const YamlNode*>{&node}
                                    : std::vector<const YamlNode*>{};
    }
    if (node.children.empty()) {
        refuse(node, fmt::format("'{}' is an empty list", node.key), std::string(expected));
    }
    std::vector<const YamlNode*> found_texts;
    std::map<std::string_view, const YamlNode*> seen;
    for (const YamlNode& child : node.children) {
        if (!text(child, expected)) {
            continue;
        }
        if (!seen.emplace(child.text, &child).second) {
            refuse(child, fmt::format("'{}' stands in the list twice", shown(child.text)),
                   "expected each name once");
            continue;
        }
        found_texts.push_back(&child);
    }
    return found_texts;
}

std::optional<Quarter> NodeReader::quarter(const YamlNode& node) const {
    constexpr std::string_view expected = "expected a quarter such as 2022Q3";
    const std::optional<std::string> written = text(node, expected);
    if (!written) {
        return std::nullopt;
    }
    const std::optional<Quarter> quarter = Quarter::parse(*written);
    // Before 1000 a quarter is a typing error, and arithmetic on years stays far from any limit.
    if (!quarter || quarter->year() < 1000) {
        refuse(node, fmt::format("'{}' is not a quarter", shown(*written)), std::string(expected));
        return std::nullopt;
    }
    return quarter;
}

std::optional<ParamValue> NodeReader::value(const YamlNode& node, const ParamBase& param) const {
    if (!text(node, accepted(param))) {
        return std::nullopt;
    }
    if (param.kind() == ParamKind::flag && node.is_quoted) {
        refuse(node, fmt::format("'{}' in quotes is a text", shown(node.text)), accepted(param));
        return std::nullopt;
    }
    constexpr std::size_t longest = 200;
    if (node.text.size() > longest) {
        refuse(node, fmt::format("'{}' is too long for a value", shown(node.text)),
               accepted(param));
        return std::nullopt;
    }
    ParsedParam parsed = parse_param(param, trimmed(node.text));
    if (!parsed.value) {
        refuse(node, std::move(parsed.error), std::move(parsed.expected),
               std::move(parsed.nearest));
    }
    return parsed.value;
}

std::optional<std::string> NodeReader::name(const YamlNode& node, std::string_view noun,
                                            const std::vector<std::string>& known) const {
    const std::string expected = fmt::format("expected one of {}", listed(known));
    const std::optional<std::string> written = text(node, expected);
    if (!written) {
        return std::nullopt;
    }
    for (const std::string& candidate : known) {
        if (candidate == *written) {
            return written;
        }
    }
    refuse(node, fmt::format("unknown {} '{}'", noun, shown(*written)), expected,
           nearest(*written, known));
    return std::nullopt;
}

void NodeReader::check_keys(const YamlNode& map, const std::vector<std::string>& known) const {
    for (const YamlNode& entry : map.children) {
        bool is_known = false;
        for (const std::string& key : known) {
            is_known = is_known || key == entry.key;
        }
        if (!is_known) {
            unknown_key(entry, known);
        }
    }
}

void NodeReader::unknown_key(const YamlNode& entry, const std::vector<std::string>& known) const {
    problems_->add({key_place(entry), fmt::format("unknown key '{}'", shown(entry.key)),
                    fmt::format("expected one of {}", listed(known, 20)),
                    nearest(entry.key, known)});
}

std::string NodeReader::nearest(std::string_view typed,
                                const std::vector<std::string>& known) const {
    return problems_->size() < most_shown_problems ? nearest_name(typed, known) : std::string();
}

}  // namespace sim
