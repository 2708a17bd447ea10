// SPDX-License-Identifier: Apache-2.0
// What a model says of itself that no declaration of tables, phases or parameters can hold: the
// words of its ODD document (Grimm et al. 2020) and, for each decision, the answers to the
// questions of ODD+D (Müller et al. 2013). `tandem describe odd` sets them between the
// declarations.
#pragma once

#include <string_view>
#include <vector>

namespace sim {

// The comment that opens a source file, as collect_comments() of cmake/CollectPlugins.cmake found
// it, without slashes. One that begins with numbers ("4.3, 4.6 …") belongs to the submodels so
// marked.
struct SourceComment {
    std::string_view file;  // path inside the model's folder
    std::string_view text;
    std::vector<std::string_view> phases;  // that the file defines
};

// A chapter of element 7: the opening comments that bear its mark, their phases, and the parameters
// of the blocks named.
struct Submodel {
    std::string_view mark;  // "4.3"
    std::string_view title;
    std::vector<std::string_view> blocks;
};

struct DesignConcept {
    std::string_view name;
    std::string_view text;
};

// One decision of agents; every question is to be answered, "none" being an answer.
struct Decision {
    std::string_view title;
    std::string_view subject;         // who decides, and at what level of aggregation
    std::string_view object;          // between what
    std::string_view theory;          // and evidence behind it
    std::string_view objective;       // what is pursued; rationality
    std::string_view rule;            // how the decision is made
    std::string_view adaptation;      // to what changes around or inside
    std::string_view norms;           // social norms, values, the example of others
    std::string_view space;           // role of place and distance
    std::string_view time;            // when, how far back and ahead
    std::string_view uncertainty;     // how it enters
    std::string_view sensing;         // what is perceived, with which errors and costs
    std::string_view prediction;      // of future conditions
    std::string_view learning;        // whether rules change with experience
    std::string_view interaction;     // through what decisions meet
    std::string_view collectives;     // groups that matter
    std::string_view heterogeneity;   // in state and in rules
    std::string_view stochasticity;   // what is drawn
    std::string_view implementation;  // file inside the model's folder
};

struct OddAccount {
    std::string_view purpose;
    std::vector<std::string_view> patterns;
    std::string_view scales;
    std::string_view process;  // why the order is what it is
    std::vector<DesignConcept> concepts;
    std::vector<Decision> decisions;
    std::string_view initialisation;
    std::string_view initial_folder;  // opening comments of its files follow
    std::string_view input;
    std::string_view policy_folder;  // likewise, for the instruments of that name
    std::vector<Submodel> submodels;
    std::vector<SourceComment> comments;
};

}  // namespace sim
