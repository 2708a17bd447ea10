// SPDX-License-Identifier: Apache-2.0
// What part of a group gains and loses, with intervals over replicates.
#pragma once

#include <optional>
#include <vector>

#include "sim/hdf5/result_file.hpp"
#include "sim/output/portrait.hpp"
#include "sim/sweep/estimate.hpp"

namespace sim {

// Of those who have the outcome under both; NaN where nobody has.
struct PeopleShare {
    Estimate gainers;
    Estimate losers;
    Estimate net;       // gainers less losers
    Estimate compared;  // people
};

// A label of one of the groups' dimensions, by position.
struct PeopleGroup {
    std::size_t dimension;
    std::size_t label;
};

// `replicates` are the counts of one alternative; without a group everyone is meant.
PeopleShare people_share(const PeopleSpec& spec, const std::vector<PeopleCounts>& replicates,
                         std::size_t outcome, std::optional<PeopleGroup> group = std::nullopt);

// The position of a highlight's label; a name that the groups do not have breaks a contract.
PeopleGroup group_of(const PeopleSpec& spec, const PeopleHighlight& highlight);

// Axes of /effects/people.
std::vector<Dimension> people_axes(const PeopleSpec& spec);

// effects/people/shares: gainer_share, loser_share, net_gainer_share and compared with ends of
// intervals, over all people and by each dimension of the groups, and what the outcomes mean.
// `counts` is [alternative][replicate].
ResultGroup people_share_group(const ResultHeader& header, const PeopleSpec& spec,
                               const std::vector<std::vector<PeopleCounts>>& counts);

}  // namespace sim
