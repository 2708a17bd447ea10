// SPDX-License-Identifier: Apache-2.0
// What one run made of each person, for comparing person by person: who they are, the group that
// they belong to for life, and their own outcomes as codes of 16 bits. A model declares outcomes
// and groups; it fills a portrait at the end of a run that is compared.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "sim/core/enum.hpp"
#include "sim/core/unit.hpp"
#include "sim/output/dimension.hpp"
#include "sim/random/identity.hpp"

namespace sim {

// One personal outcome; more is better. A code c stands for (c - zero) · step.
struct PersonalOutcome {
    std::string name;
    Unit unit;
    std::string doc;
    double step = 1.0;
    std::uint16_t zero = 0;
    // Two values count as equal unless they are further apart than both tolerances; the relative
    // one refers to the larger of their sizes.
    double tolerance = 0.0;
    double relative_tolerance = 0.0;
};

// A group that tables name beside all people: a label of one of the dimensions.
struct PeopleHighlight {
    std::string title;
    std::string dimension;
    std::string label;
};

struct PeopleSpec {
    std::vector<PersonalOutcome> outcomes{};
    // Groups, fixed for life: what a policy changes must not move anybody from one to another.
    std::vector<Dimension> groups{};
    std::vector<PeopleHighlight> highlights{};
    std::string covered{};  // who is compared, in words

    bool empty() const { return outcomes.empty(); }
    // Of the groups together.
    std::size_t cells() const {
        std::size_t product = 1;
        for (const Dimension& dimension : groups) {
            product *= dimension.labels.size();
        }
        return product;
    }
};

struct Portrait {
    // The code of an outcome that the person does not have.
    static constexpr std::uint16_t none = std::numeric_limits<std::uint16_t>::max();

    // Persons of consecutive identities, in consecutive positions of the columns.
    struct Span {
        Identity first;
        std::uint32_t count = 0;
        bool operator==(const Span&) const = default;
    };

    std::vector<Span> spans{};
    std::vector<std::uint16_t> cell{};                   // of the groups, row-major
    std::vector<std::vector<std::uint16_t>> outcomes{};  // [outcome][person]

    bool empty() const { return cell.empty(); }
};

// What a comparison finds of a person; `not_compared` has the outcome in one run at most.
enum class People : std::uint8_t { gainers, losers, unchanged, not_compared };

// [kind][outcome × cell of the groups], people.
struct PeopleCounts {
    std::array<std::vector<std::int64_t>, enum_size<People>> of{};
    bool empty() const { return of.front().empty(); }
    bool operator==(const PeopleCounts&) const = default;
};

}  // namespace sim
