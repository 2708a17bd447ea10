// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/show/people_table.hpp"

#include <cmath>

#include <fmt/format.h>

#include "sim/cli/show/json_text.hpp"
#include "sim/cli/show/text_table.hpp"
#include "sim/sweep/comparison/people_shares.hpp"

namespace sim {

namespace {

// "12.3", in per cent.
std::string percent(double share) {
    return std::isnan(share) ? people_number(share) : fmt::format("{:.1f}", 100.0 * share);
}

// "+9.1 ± 0.4"; exactly zero has no sign.
std::string net_percent(const Estimate& net) {
    const double half = (net.high - net.low) / 2.0;
    return (net.mean > 0.0 ? "+" : "") + percent(net.mean) +
           (std::isnan(half) ? "" : " ± " + percent(half));
}

std::string gain_and_loss(const PeopleShare& share) {
    return percent(share.gainers.mean) + " / " + percent(share.losers.mean);
}

Json json_of(const PeopleShare& share) {
    return {{"gainers", json_of(share.gainers)},
            {"losers", json_of(share.losers)},
            {"net", json_of(share.net)},
            {"compared", json_of(share.compared)}};
}

}  // namespace

std::string PeopleTable::text() const {
    std::vector<TextTable::Head> heads{{"scenario"},
                                       {"outcome"},
                                       {"gain", Align::right},
                                       {"lose", Align::right},
                                       {"net", Align::right}};
    for (const PeopleHighlight& highlight : spec.highlights) {
        heads.push_back({highlight.title, Align::right});
    }
    TextTable table(std::move(heads));
    for (std::size_t a = 0; a < counts.size(); ++a) {
        for (std::size_t o = 0; o < spec.outcomes.size(); ++o) {
            const PeopleShare all = people_share(spec, counts[a], o);
            std::vector<std::string> cells{o == 0 ? scenarios[a + 1] : "", spec.outcomes[o].name,
                                           percent(all.gainers.mean), percent(all.losers.mean),
                                           net_percent(all.net)};
            for (const PeopleHighlight& highlight : spec.highlights) {
                cells.push_back(
                    gain_and_loss(people_share(spec, counts[a], o, group_of(spec, highlight))));
            }
            table.add(std::move(cells));
        }
    }
    std::string text = fmt::format(
        "\nWho gains and who loses, in per cent: each person against the same person in {} and the "
        "same replicate; net ± half of the 95 % interval, groups as gain / lose\n{}",
        scenarios.front(), table.text());
    for (const PersonalOutcome& outcome : spec.outcomes) {
        text += fmt::format("{}: {}\n", outcome.name, outcome.doc);
    }
    return text + fmt::format("Compared: {}\n", spec.covered);
}

std::string PeopleTable::json() const {
    Json list = Json::array();
    for (std::size_t a = 0; a < counts.size(); ++a) {
        for (std::size_t o = 0; o < spec.outcomes.size(); ++o) {
            Json entry = {{"scenario", scenarios[a + 1]}, {"outcome", spec.outcomes[o].name}};
            entry.update(json_of(people_share(spec, counts[a], o)));
            Json by = Json::object();
            for (std::size_t d = 0; d < spec.groups.size(); ++d) {
                Json groups = Json::object();
                for (std::size_t label = 0; label < spec.groups[d].labels.size(); ++label) {
                    groups[spec.groups[d].labels[label]] =
                        json_of(people_share(spec, counts[a], o, PeopleGroup{d, label}));
                }
                by[spec.groups[d].name] = std::move(groups);
            }
            entry["by"] = std::move(by);
            list.push_back(std::move(entry));
        }
    }
    return list.dump();
}

}  // namespace sim
