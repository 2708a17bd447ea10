// SPDX-License-Identifier: Apache-2.0
// The ODD document of a model (Grimm et al. 2020: seven elements), written from its declarations,
// the comments that open its sources and the model's own words (sim/model/odd.hpp).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sim/cli/show/description.hpp"

namespace sim {

// As Markdown.
std::string odd_text(const ModelDescription& model);
// The same elements as data.
std::string odd_json(const ModelDescription& model);

// An opening comment cut into what it belongs to and what it says.
struct Mechanism {
    std::string file;
    std::vector<std::string> marks;  // "4.3"
    std::string text;                // without the marks
    std::vector<std::string> phases;
};

std::vector<Mechanism> mechanisms_of(const OddAccount& odd);
bool bears(const Mechanism& mechanism, std::string_view mark);
// Whether it lies in the folder, of which the path ends without a slash; no folder holds nothing.
bool lies_in(const Mechanism& mechanism, std::string_view folder);
// Paragraphs stay paragraphs; lines that stand further in are formulas and keep their lines.
std::string comment_markdown(const std::string& text);
// The questions of ODD+D with their answers, in order.
std::vector<std::pair<std::string_view, std::string_view>> answers_of(const Decision& decision);
// The mark of the submodel that a phase belongs to, by phase; those without belong to none.
std::map<std::string, std::string> submodels_of_phases(const std::vector<Mechanism>& mechanisms);

}  // namespace sim
