// SPDX-License-Identifier: Apache-2.0
// The only file that sees yaml-cpp. Its node classes lose text, loop or explode on hostile input,
// so the tree is built from the parser's events, with limits, and only one document is asked for.
#include "sim/scenario/yaml_tree.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <utility>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "sim/scenario/text_file.hpp"

namespace sim {

namespace {

constexpr std::size_t deepest = 64;
constexpr std::size_t most_nodes = 200'000;
constexpr std::size_t longest_scalar = 100'000;  // bytes
constexpr std::size_t most_problems = 50;

// Ends the parse; everything worth saying is among the problems.
struct Stop {};

// Builds the tree. A node under construction lies on the stack and moves into its parent when it
// ends; a map's frame knows the key whose value comes next.
class TreeBuilder final : public YAML::EventHandler {
  public:
    TreeBuilder(std::string_view text, const std::string& file, Problems& problems)
        : characters_(text), file_(file), problems_(problems) {}

    YamlNode take_root() { return std::move(root_); }
    Place place(const YAML::Mark& mark) const {
        if (mark.is_null()) {
            return {file_, 0, 0};
        }
        const auto pos = static_cast<std::size_t>(mark.pos);
        const std::size_t line_start = pos - std::min(pos, static_cast<std::size_t>(mark.column));
        return {file_, mark.line + 1, static_cast<int>(characters_.between(line_start, pos)) + 1};
    }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        check_anchor(mark, anchor);
        leaf(mark, made(NodeKind::null, mark), Use::keep);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        refuse(place(mark), "aliases ('*name') are not accepted", "expected the value itself");
        leaf(mark, made(NodeKind::null, mark), Use::drop);
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        check_anchor(mark, anchor);
        check_tag(mark, tag);
        if (value.size() > longest_scalar) {
            refuse(place(mark), "a value of more than 100000 bytes", {});
            throw Stop{};
        }
        if (!is_printable(value)) {
            refuse(place(mark), "a value holds an escaped control character", "expected text");
        }
        YamlNode node = made(NodeKind::scalar, mark);
        node.text = value;
        node.is_quoted = tag == "!";
        leaf(mark, std::move(node), Use::keep);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(NodeKind::list, mark, tag, anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(NodeKind::map, mark, tag, anchor);
    }
    void OnMapEnd() override { close(); }

  private:
    enum class Use { keep, drop };
    struct Frame {
        YamlNode node;
        std::map<std::string, Place> keys{};  // of a map: where each was first written
        bool awaits_value = false;
        Use value_use = Use::keep;
        std::string key{};
        Place key_place{};
    };

    void refuse(const Place& at, std::string what, std::string expected) {
        problems_.add({at, std::move(what), std::move(expected)});
        if (++refusals_ >= most_problems) {
            throw Stop{};
        }
    }
    void check_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (anchor != 0) {
            refuse(place(mark), "anchors ('&name') are not accepted", "expected the value itself");
        }
    }
    // The parser gives plain values the tag "?" and quoted ones "!".
    void check_tag(const YAML::Mark& mark, const std::string& tag) {
        if (!tag.empty() && tag != "?" && tag != "!") {
            refuse(place(mark), "tags ('!name') are not accepted", "expected the value itself");
        }
    }
    YamlNode made(NodeKind kind, const YAML::Mark& mark) {
        const Place at = place(mark);
        if (++nodes_ > most_nodes) {
            refuse(at, fmt::format("more than {} values", most_nodes), {});
            throw Stop{};
        }
        YamlNode node;
        node.kind = kind;
        node.line = at.line;
        node.column = at.column;
        return node;
    }

    bool is_key_next() const {
        return !stack_.empty() && stack_.back().node.kind == NodeKind::map &&
               !stack_.back().awaits_value;
    }
    void leaf(const YAML::Mark& mark, YamlNode node, Use use) {
        if (is_key_next()) {
            begin_entry(place(mark), node, use);
        } else {
            attach(std::move(node), use);
        }
    }
    void begin_entry(const Place& at, const YamlNode& node, Use use) {
        Frame& map = stack_.back();
        map.awaits_value = true;
        map.value_use = use;
        map.key = node.text;
        map.key_place = at;
        if (use == Use::drop) {
            return;
        }
        if (node.kind != NodeKind::scalar || node.text.empty()) {
            map.value_use = Use::drop;
            refuse(at, "a key without a name", "expected 'key: value'");
        } else if (node.text == "<<" && !node.is_quoted) {
            map.value_use = Use::drop;
            refuse(at, "merge keys ('<<') are not accepted", "expected the keys themselves");
        } else if (const auto [first, is_new] = map.keys.emplace(node.text, at); !is_new) {
            map.value_use = Use::drop;
            refuse(at,
                   fmt::format("duplicate key '{}'; it stands at {}:{} already", node.text,
                               first->second.line, first->second.column),
                   "expected each key once");
        }
    }
    void attach(YamlNode node, Use use) {
        if (stack_.empty()) {
            root_ = std::move(node);
            return;
        }
        Frame& parent = stack_.back();
        if (parent.node.kind == NodeKind::map) {
            parent.awaits_value = false;
            if (use == Use::drop || parent.value_use == Use::drop) {
                return;
            }
            node.key = std::move(parent.key);
            node.key_line = parent.key_place.line;
            node.key_column = parent.key_place.column;
        } else if (use == Use::drop) {
            return;
        }
        parent.node.children.push_back(std::move(node));
    }
    void open(NodeKind kind, const YAML::Mark& mark, const std::string& tag,
              YAML::anchor_t anchor) {
        check_anchor(mark, anchor);
        check_tag(mark, tag);
        if (stack_.size() >= deepest) {
            refuse(place(mark), fmt::format("values nested more than {} deep", deepest), {});
            throw Stop{};
        }
        stack_.push_back({made(kind, mark)});
    }
    void close() {
        YamlNode node = std::move(stack_.back().node);
        stack_.pop_back();
        if (!is_key_next()) {
            attach(std::move(node), Use::keep);
            return;
        }
        Frame& map = stack_.back();
        map.awaits_value = true;
        map.value_use = Use::drop;
        refuse({file_, node.line, node.column},
               fmt::format("a {} as a key", node_kind_name(node.kind)), "expected a name");
    }

    CharacterIndex characters_;
    const std::string& file_;
    Problems& problems_;
    YamlNode root_{};
    std::vector<Frame> stack_{};
    std::size_t nodes_ = 0;
    std::size_t refusals_ = 0;
};

// Notes where a further document begins and reads no more of it.
class RestFinder final : public YAML::EventHandler {
  public:
    void OnDocumentStart(const YAML::Mark& mark) override {
        begin = mark;
        throw Stop{};
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  const std::string&) override {}
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}

    std::optional<YAML::Mark> begin{};
};

// Tabs in the indentation, which YAML forbids; one problem per line, the first ten lines.
bool check_indentation(std::string_view text, const std::string& file, Problems& problems) {
    constexpr int most_lines = 10;
    int found = 0;
    int line = 1;
    for (std::size_t begin = 0; begin < text.size() && found < most_lines; ++line) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view row = text.substr(begin, end - begin);
        const std::size_t word = std::min(row.find_first_not_of(" \t\r"), row.size());
        const std::size_t tab = row.substr(0, word).find('\t');
        if (tab != std::string_view::npos && word < row.size() && row[word] != '#') {
            problems.add({{file, line, static_cast<int>(tab) + 1},
                          "a tab in the indentation",
                          "expected spaces"});
            ++found;
        }
        begin = end + 1;
    }
    return found == 0;
}

}  // namespace

std::string_view node_kind_name(NodeKind kind) {
    constexpr std::string_view names[] = {"nothing", "single value", "list", "map"};
    return names[static_cast<std::size_t>(kind)];
}

const YamlNode* YamlNode::find(std::string_view name) const {
    if (kind != NodeKind::map) {
        return nullptr;
    }
    for (const YamlNode& child : children) {
        if (child.key == name) {
            return &child;
        }
    }
    return nullptr;
}

YamlTree parse_yaml(std::string_view text, const std::string& file, Problems& problems) {
    if (!check_text(text, file, problems) || !check_indentation(text, file, problems)) {
        return {};
    }
    TreeBuilder builder(text, file, problems);
    // The mark of a document's end makes the parser see that a quote is still open.
    std::istringstream stream(std::string(text) + (text.ends_with('\n') ? "...\n" : "\n...\n"));
    RestFinder rest;
    try {
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(builder)) {
            return {{}, true};
        }
        parser.HandleNextDocument(rest);
        return {builder.take_root(), true};
    } catch (const Stop&) {
        if (!rest.begin) {
            return {};
        }
        YamlNode root = builder.take_root();
        const bool is_first = root.kind == NodeKind::null;
        problems.add({builder.place(*rest.begin),
                      is_first ? "unexpected text" : "text after the end of the document",
                      is_first ? "expected 'key: value' lines" : "expected one document"});
        const bool is_usable = root.kind == NodeKind::map;
        return {std::move(root), is_usable};
    } catch (const YAML::Exception& error) {
        problems.add({builder.place(error.mark),
                      fmt::format("this cannot be read as YAML: {}", error.msg),
                      {}});
    }
    return {};
}

YamlTree parse_yaml_map(std::string_view text, const std::string& file, Problems& problems) {
    YamlTree tree = parse_yaml(text, file, problems);
    if (!tree.is_complete || tree.root.kind == NodeKind::map) {
        return tree;
    }
    const bool is_empty = tree.root.kind == NodeKind::null;
    problems.add({is_empty ? Place{file, 1, 1} : Place{file, tree.root.line, tree.root.column},
                  is_empty ? "the file is empty"
                           : fmt::format("the file holds a {}", node_kind_name(tree.root.kind)),
                  "expected 'key: value' lines"});
    return {};
}

YamlTree read_yaml(const std::string& path, Problems& problems) {
    try {
        return parse_yaml_map(read_text_file(path, largest_yaml_file), path, problems);
    } catch (const UserError& error) {
        for (const Problem& problem : error.problems()) {
            problems.add(problem);
        }
    }
    return {};
}

std::string yaml_scalar(std::string_view text) {
    const auto is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    const auto is_plain = [&](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') || c == ' ' || c == '-' || c == '.';
    };
    // Words that some YAML reader takes for something else than text.
    static constexpr std::string_view special[] = {"null", "true", "false", "yes", "no",
                                                   "on",   "off",  "y",     "n"};
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (!text.empty() && is_letter(text.front()) && text.back() != ' ' &&
        std::all_of(text.begin(), text.end(), is_plain) &&
        std::find(std::begin(special), std::end(special), lower) == std::end(special)) {
        return std::string(text);
    }
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            quoted += '\\';
        }
        quoted += c == '\n' ? "\\n" : c == '\t' ? "\\t" : std::string(1, c);
    }
    return quoted + '"';
}

}  // namespace sim
