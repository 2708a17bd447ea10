// SPDX-License-Identifier: Apache-2.0
// Opening comments of sources as parts of a document.
#include <cctype>

#include "sim/cli/show/odd_document.hpp"
#include "sim/core/text.hpp"

namespace sim {

namespace {

// The length of "4.3" at the beginning of the text; 0 if there is none.
std::size_t mark_length(std::string_view text) {
    const auto digits_from = [&](std::size_t from) {
        std::size_t end = from;
        while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end])) != 0) {
            ++end;
        }
        return end;
    };
    const std::size_t point = digits_from(0);
    if (point == 0 || point >= text.size() || text[point] != '.') {
        return 0;
    }
    const std::size_t end = digits_from(point + 1);
    return end > point + 1 ? end : 0;
}

Mechanism mechanism_of(const SourceComment& comment) {
    Mechanism mechanism{
        std::string(comment.file), {}, {}, {comment.phases.begin(), comment.phases.end()}};
    std::string_view text = comment.text;
    for (std::size_t length = mark_length(text); length > 0; length = mark_length(text)) {
        mechanism.marks.emplace_back(text.substr(0, length));
        text.remove_prefix(length);
        while (!text.empty() && (text.front() == ',' || text.front() == ' ')) {
            text.remove_prefix(1);
        }
    }
    mechanism.text = std::string(text);
    return mechanism;
}

// What Markdown would take for marks of its own.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        if (letter == '*' || letter == '<') {
            result += '\\';
        }
        result += letter;
    }
    return result;
}

}  // namespace

std::vector<Mechanism> mechanisms_of(const OddAccount& odd) {
    std::vector<Mechanism> mechanisms;
    for (const SourceComment& comment : odd.comments) {
        mechanisms.push_back(mechanism_of(comment));
    }
    return mechanisms;
}

bool bears(const Mechanism& mechanism, std::string_view mark) {
    for (const std::string& own : mechanism.marks) {
        if (own == mark) {
            return true;
        }
    }
    return false;
}

bool lies_in(const Mechanism& mechanism, std::string_view folder) {
    return !folder.empty() && mechanism.file.starts_with(std::string(folder) + '/');
}

std::string comment_markdown(const std::string& text) {
    enum class Block { none, prose, formula };
    Block open = Block::none;
    std::string result;
    const auto change_to = [&](Block next) {
        if (open == Block::formula && next != Block::formula) {
            result += "\n```";
        }
        if (open != next && next != Block::none) {
            result += result.empty() ? "" : "\n\n";
            result += next == Block::formula ? "```text\n" : "";
        } else if (next != Block::none) {
            result += '\n';
        }
        open = next;
    };
    std::size_t from = 0;
    while (from < text.size()) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        const std::string_view line(text.data() + from, end - from);
        from = end + 1;
        if (line.empty()) {
            change_to(Block::none);
        } else if (line.starts_with("  ")) {
            change_to(Block::formula);
            result += line.substr(2);
        } else {
            change_to(Block::prose);
            result += escaped(line);
        }
    }
    change_to(Block::none);
    return result;
}

std::map<std::string, std::string> submodels_of_phases(const std::vector<Mechanism>& mechanisms) {
    std::map<std::string, std::string> marks;
    for (const Mechanism& mechanism : mechanisms) {
        for (const std::string& phase : mechanism.phases) {
            if (!mechanism.marks.empty()) {
                marks.emplace(phase, mechanism.marks.front());
            }
        }
    }
    return marks;
}

std::vector<std::pair<std::string_view, std::string_view>> answers_of(const Decision& decision) {
    return {{"Who decides, at which level", decision.subject},
            {"Between what", decision.object},
            {"Theory and evidence", decision.theory},
            {"Objective, rationality", decision.objective},
            {"How it is made", decision.rule},
            {"Adaptation", decision.adaptation},
            {"Norms and values", decision.norms},
            {"Space", decision.space},
            {"Time", decision.time},
            {"Uncertainty", decision.uncertainty},
            {"Sensing", decision.sensing},
            {"Prediction", decision.prediction},
            {"Learning", decision.learning},
            {"Interaction", decision.interaction},
            {"Collectives", decision.collectives},
            {"Heterogeneity", decision.heterogeneity},
            {"Stochasticity", decision.stochasticity}};
}

}  // namespace sim
