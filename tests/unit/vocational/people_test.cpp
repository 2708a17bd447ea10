// SPDX-License-Identifier: Apache-2.0
// What comparisons see of a person, in a small economy.
#include "models/vocational/people.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "models/vocational/model.hpp"
#include "sim/sweep/comparison/people.hpp"
#include "sim/sweep/comparison/people_shares.hpp"
#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

class Portraits : public ::testing::Test {
  protected:
    Portraits() {
        lab_.setting.base_year = 2000;  // from the birth quarter 1984Q4 on the choice comes later
    }
    sim::Portrait portrait() const {
        return portrait_of(lab_.setting, lab_.tick(LabourWorld::now), lab_.persons, lab_.wages);
    }
    // The one kind of which there is anybody beside the unchanged, for an outcome.
    std::int64_t people(const sim::PeopleCounts& counts, sim::People kind,
                        std::size_t outcome) const {
        const std::size_t cells = spec_.cells();
        std::int64_t sum = 0;
        for (std::size_t cell = 0; cell < cells; ++cell) {
            sum += counts.of[sim::index_of(kind)][outcome * cells + cell];
        }
        return sum;
    }

    LabourWorld lab_{3, {{0, manufacturing, false, 10}}};
    sim::PeopleSpec spec_ = people_spec({"first", "second"});
};

TEST_F(Portraits, CellsAreThoseOfBirth) {
    lab_.persons.ses_percentile.data()[1] = 99;
    lab_.persons.origin.data()[1] = Origin(Sex::female, Hukou::urban);
    const sim::Portrait found = portrait();
    ASSERT_EQ(found.cell.size(), lab_.persons.size());
    std::size_t position = 0;
    for (const sim::Portrait::Span& span : found.spans) {
        const Segment segment = lab_.setting.cohorts.segment_of(position);
        EXPECT_EQ(span.first, segment.identity(position));
        EXPECT_EQ(found.cell[position] / (spec_.cells() / 2),
                  lab_.setting.province_of[segment.home.row()].row());
        EXPECT_EQ(found.cell[position] % 2, segment.birth < sim::Quarter(1984, 4) ? 0 : 1);
        position += span.count;
    }
    EXPECT_EQ(position, lab_.persons.size());
    // region, sex, hukou, ses, generation: first, female, urban, 5, chose before
    EXPECT_EQ(found.cell[1], (((0 * 2 + 0) * 2 + 1) * 5 + 4) * 2 + found.cell[1] % 2);
}

TEST_F(Portraits, TellPayAttainmentAndWhatSkillsAreWorth) {
    lab_.employ(0, 0, Occupation::of(JobLevel::elementary, Field::general), 50'000.0);
    const sim::Portrait before = portrait();
    lab_.persons.wage.data()[0] = 53'000.0;
    lab_.persons.attained.data()[1] = Attained::higher_vocational;
    lab_.persons.general_skill.data()[2] = 1.0;
    const sim::PeopleCounts counts = sim::compare_people(spec_, before, portrait(), 10);
    EXPECT_EQ(people(counts, sim::People::gainers, 0), 10);
    EXPECT_EQ(people(counts, sim::People::gainers, 1), 20);  // by a level and by skill
    EXPECT_EQ(people(counts, sim::People::gainers, 2), 10);
    for (std::size_t outcome = 0; outcome < 3; ++outcome) {
        EXPECT_EQ(people(counts, sim::People::losers, outcome), 0);
        EXPECT_EQ(people(counts, sim::People::not_compared, outcome), 0);
    }
    const auto code = [&](const sim::Portrait& of, std::size_t row) {
        return (static_cast<double>(of.outcomes[1][row]) - spec_.outcomes[1].zero) *
               spec_.outcomes[1].step;
    };
    EXPECT_NEAR(code(portrait(), 2) - code(before, 2), lab_.params.wage.general_skill, 1e-3);
}

TEST_F(Portraits, LeaveOutWhoIsEnrolledOrAway) {
    const sim::Portrait before = portrait();
    lab_.persons.state.data()[0] = State::enrolled;
    lab_.persons.state.data()[1] = State::away;
    lab_.persons.wage.data()[0] = 90'000.0;
    const sim::PeopleCounts counts = sim::compare_people(spec_, before, portrait(), 1);
    for (std::size_t outcome = 0; outcome < 3; ++outcome) {
        EXPECT_EQ(people(counts, sim::People::not_compared, outcome), 2);
        EXPECT_EQ(people(counts, sim::People::gainers, outcome), 0);
    }
}

TEST_F(Portraits, DoNotDependOnThreads) {
    const sim::Portrait one = portrait();
    lab_.use_threads(3);
    const sim::Portrait more = portrait();
    EXPECT_EQ(one.spans, more.spans);
    EXPECT_EQ(one.cell, more.cell);
    EXPECT_EQ(one.outcomes, more.outcomes);
}

TEST(PeopleOfTheModel, AxesAreThoseOfOutcomesAndHighlightsExist) {
    const sim::PeopleSpec spec = people_spec(std::vector<std::string>(31, "province"));
    EXPECT_LT(spec.cells(), std::size_t{sim::Portrait::none});
    for (const sim::PeopleHighlight& highlight : spec.highlights) {
        EXPECT_NO_THROW(static_cast<void>(sim::group_of(spec, highlight))) << highlight.title;
    }
    const auto model = make_model();
    for (const sim::Dimension& dimension : model->dimensions()) {
        for (const sim::Dimension& group : spec.groups) {
            if (group.name == dimension.name && group.name != "region") {
                EXPECT_EQ(group.labels, dimension.labels) << group.name;
            }
        }
    }
}

}  // namespace
}  // namespace vocational::testing
