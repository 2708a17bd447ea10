// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/comparison/people_shares.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "sim/core/contract.hpp"
#include "sim/sweep/comparison/headline_effect.hpp"

namespace sim {

namespace {

// People of each kind in a group.
std::array<double, enum_size<People>> summed(const PeopleSpec& spec, const PeopleCounts& counts,
                                             std::size_t outcome,
                                             const std::optional<PeopleGroup>& group) {
    const std::size_t cells = spec.cells();
    std::size_t inner = 1;  // cells with the same label, side by side
    for (std::size_t d = group ? group->dimension + 1 : 0; group && d < spec.groups.size(); ++d) {
        inner *= spec.groups[d].labels.size();
    }
    std::array<double, enum_size<People>> sums{};
    for (std::size_t kind = 0; kind < sums.size(); ++kind) {
        std::int64_t sum = 0;
        for (std::size_t cell = 0; cell < cells; ++cell) {
            if (!group ||
                cell / inner % spec.groups[group->dimension].labels.size() == group->label) {
                sum += counts.of[kind][outcome * cells + cell];
            }
        }
        sums[kind] = static_cast<double>(sum);
    }
    return sums;
}

struct Part {
    const char* name;
    const char* doc;
    Estimate PeopleShare::*of;
    bool is_share;
};
constexpr std::array<Part, 4> parts{{
    {"gainer_share", "Share of those compared who gain", &PeopleShare::gainers, true},
    {"loser_share", "Share of those compared who lose", &PeopleShare::losers, true},
    {"net_gainer_share", "Share of gainers less share of losers", &PeopleShare::net, true},
    {"compared", "People who have the outcome under both", &PeopleShare::compared, false},
}};

struct End {
    const char* suffix;
    const char* doc;
    double Estimate::*of;
};
constexpr std::array<End, 3> ends{{
    {"", ", mean over replicates.", &Estimate::mean},
    {"_low", ", lower end of the 95 % interval.", &Estimate::low},
    {"_high", ", upper end of the 95 % interval.", &Estimate::high},
}};

ResultGroup::Variable variable_of(const Part& part, const End& end, const std::string& by,
                                  const std::vector<PeopleShare>& shares) {
    std::string name = part.name;
    std::vector<std::string> dims{"scenario", "outcome"};
    if (!by.empty()) {
        name += "_by_" + by;
        dims.push_back(by);
    }
    std::vector<double> values;
    for (const PeopleShare& share : shares) {
        values.push_back((share.*part.of).*end.of);
    }
    return {name + end.suffix,
            part.is_share ? "1" : std::string(unit::persons.symbol),
            std::string(part.doc) + end.doc,
            std::move(dims),
            std::move(values),
            false};
}

// What each outcome is, beside its name.
void add_meanings(const PeopleSpec& spec, ResultGroup& group) {
    ResultGroup::Variable unit{"outcome_unit", "1", "Unit of the outcome.", {"outcome"}, {}};
    ResultGroup::Variable doc{"outcome_meaning", "1", "What the outcome is.", {"outcome"}, {}};
    ResultGroup::Variable absolute{
        "tolerance",
        "1",
        "Values no further apart than this count as equal, in the outcome's unit.",
        {"outcome"},
        {}};
    ResultGroup::Variable relative{
        "relative_tolerance", "1", "The same as a share of the larger of both.", {"outcome"}, {}};
    for (const PersonalOutcome& outcome : spec.outcomes) {
        unit.texts.emplace_back(outcome.unit.symbol);
        doc.texts.push_back(outcome.doc);
        absolute.values.push_back(outcome.tolerance);
        relative.values.push_back(outcome.relative_tolerance);
    }
    for (ResultGroup::Variable* variable : {&unit, &doc, &absolute, &relative}) {
        group.variables.push_back(std::move(*variable));
    }
}

}  // namespace

PeopleShare people_share(const PeopleSpec& spec, const std::vector<PeopleCounts>& replicates,
                         std::size_t outcome, std::optional<PeopleGroup> group) {
    std::vector<double> gainers, losers, net, compared;
    for (const PeopleCounts& counts : replicates) {
        const auto sums = summed(spec, counts, outcome, group);
        const double gain = sums[index_of(People::gainers)];
        const double lose = sums[index_of(People::losers)];
        const double all = gain + lose + sums[index_of(People::unchanged)];
        const double nobody = std::numeric_limits<double>::quiet_NaN();
        gainers.push_back(all > 0.0 ? gain / all : nobody);
        losers.push_back(all > 0.0 ? lose / all : nobody);
        net.push_back(all > 0.0 ? (gain - lose) / all : nobody);
        compared.push_back(all);
    }
    return {estimate(gainers), estimate(losers), estimate(net), estimate(compared)};
}

PeopleGroup group_of(const PeopleSpec& spec, const PeopleHighlight& highlight) {
    for (std::size_t d = 0; d < spec.groups.size(); ++d) {
        const std::vector<std::string>& labels = spec.groups[d].labels;
        const auto found = std::find(labels.begin(), labels.end(), highlight.label);
        if (spec.groups[d].name == highlight.dimension && found != labels.end()) {
            return {d, static_cast<std::size_t>(found - labels.begin())};
        }
    }
    throw ContractError("no group '" + highlight.dimension + ' ' + highlight.label + "' of people");
}

std::vector<Dimension> people_axes(const PeopleSpec& spec) {
    if (spec.empty()) {
        return {};
    }
    std::vector<Dimension> axes{{"outcome", {}, "What is compared of each person.", {}}};
    for (const PersonalOutcome& outcome : spec.outcomes) {
        axes.front().labels.push_back(outcome.name);
    }
    axes.insert(axes.end(), spec.groups.begin(), spec.groups.end());
    return axes;
}

ResultGroup people_share_group(const ResultHeader& header, const PeopleSpec& spec,
                               const std::vector<std::vector<PeopleCounts>>& counts) {
    ResultGroup group{
        "effects/people/shares",
        "Winners and losers as shares of those compared. Compared are: " + spec.covered,
        {},
        {}};
    group.dimensions = people_axes(spec);
    group.dimensions.insert(group.dimensions.begin(), alternatives_of(header));
    add_meanings(spec, group);
    for (std::size_t by = 0; by <= spec.groups.size(); ++by) {  // the last is everyone
        const bool is_all = by == spec.groups.size();
        std::vector<PeopleShare> shares;
        for (const std::vector<PeopleCounts>& replicates : counts) {
            for (std::size_t outcome = 0; outcome < spec.outcomes.size(); ++outcome) {
                if (is_all) {
                    shares.push_back(people_share(spec, replicates, outcome));
                    continue;
                }
                for (std::size_t label = 0; label < spec.groups[by].labels.size(); ++label) {
                    shares.push_back(
                        people_share(spec, replicates, outcome, PeopleGroup{by, label}));
                }
            }
        }
        for (const Part& part : parts) {
            for (const End& end : ends) {
                group.variables.push_back(
                    variable_of(part, end, is_all ? "" : spec.groups[by].name, shares));
            }
        }
    }
    return group;
}

}  // namespace sim
