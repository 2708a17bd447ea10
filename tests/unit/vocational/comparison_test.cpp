// SPDX-License-Identifier: Apache-2.0
// What the model says of comparisons agrees with its outputs and its schedule.
#include "models/vocational/comparison.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include <gtest/gtest.h>

#include "models/vocational/agents/school.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/agents/wage_state.hpp"
#include "models/vocational/model.hpp"

namespace vocational::testing {
namespace {

std::map<std::string, sim::OutputSpec> variables_of(const sim::Model& model) {
    std::map<std::string, sim::OutputSpec> variables;
    for (const auto& entry : model.outputs().entries()) {
        const auto output = entry.make();
        for (const sim::OutputVariable& variable : output->variables()) {
            variables[variable.name] = variable.spec;
        }
    }
    return variables;
}

TEST(ModelComparison, ColumnsAreHeadlineMeasuresAndTheirRegionalVariablesHaveRegions) {
    const auto model = make_model();
    const auto variables = variables_of(*model);
    const sim::ComparisonSpec spec = model->comparison();
    ASSERT_EQ(spec.columns.size(), 6U);
    for (const sim::ComparisonColumn& column : spec.columns) {
        ASSERT_TRUE(variables.count(column.measure) != 0) << column.measure;
        EXPECT_TRUE(variables.at(column.measure).headline) << column.measure;
        ASSERT_TRUE(variables.count(column.regional) != 0) << column.regional;
        const auto& dims = variables.at(column.regional).dims;
        EXPECT_EQ(std::count(dims.begin(), dims.end(), spec.dimension), 1) << column.regional;
    }
    EXPECT_TRUE(variables.at(spec.cost).headline);
}

TEST(ModelComparison, FeedbacksAreHeldAfterPhasesThatExist) {
    const auto model = make_model();
    std::set<std::string_view> names;
    for (const sim::Feedback& feedback : model->feedbacks()) {
        names.insert(feedback.name);
        EXPECT_FALSE(feedback.doc.empty());
        for (const sim::Hold& hold : feedback.holds) {
            EXPECT_NO_THROW(static_cast<void>(model->schedule().phase(hold.phase))) << hold.phase;
            for (const sim::HeldColumn& held : hold.columns) {
                EXPECT_FALSE(held.column(model->world()).name().empty());
            }
        }
    }
    EXPECT_EQ(names, (std::set<std::string_view>{"wages", "seats", "beliefs"}));
}

// A held column must be written by the phase after which it is held, or holding it there is no use;
// guards and what a policy adds are read beside it.
TEST(ModelComparison, HeldColumnsAreThoseThatThePhaseWrites) {
    const auto model = make_model();
    model->schedule().prepare(model->world());
    for (const sim::Feedback& feedback : model->feedbacks()) {
        for (const sim::Hold& hold : feedback.holds) {
            bool any = false;
            for (const sim::Access& access : model->schedule().phase(hold.phase).accesses()) {
                for (const sim::HeldColumn& held : hold.columns) {
                    any = any || (access.mode != sim::AccessMode::read &&
                                  access.table == held.table(model->world()).name() &&
                                  access.column == held.column(model->world()).name());
                }
            }
            EXPECT_TRUE(any) << hold.phase;
        }
    }
}

// One province with one city and, of each track, three schools; pay paths of the province.
class PutBack : public ::testing::Test {
  protected:
    PutBack() {
        setting_.cities_of = {{0, 1}};
        for (std::uint32_t t = 0; t < tracks; ++t) {
            setting_.schools_in.push_back({3 * t, 3 * t + 3});
        }
        setting_.province_of = {ProvinceId(0)};
        fill(world_.add<SchoolTable>(), 3 * tracks);
        fill(world_.add<SchoolStateTable>(), 3 * tracks);
        fill(world_.add<PayPathTable>(), pay_groups);
        for (std::size_t s = 0; s < 3 * tracks; ++s) {
            shares()[s] = s % 3 == 0 ? 0.5F : 0.25F;
        }
    }

    static void fill(sim::Table& table, std::size_t rows) {
        table.reserve(rows);
        table.append(rows);
    }
    float* shares() { return world_.table<SchoolTable>().seat_share.data(); }
    std::uint8_t* closed() { return world_.table<SchoolStateTable>().is_closed.data(); }

    sim::Hold hold_after(std::string_view name, std::string_view phase) const {
        for (const sim::Feedback& feedback : feedbacks(setting_)) {
            for (const sim::Hold& hold : feedback.holds) {
                if (feedback.name == name && hold.phase == phase) {
                    return hold;
                }
            }
        }
        throw std::runtime_error("no such hold");
    }

    Setting setting_;
    sim::World world_;
};

TEST_F(PutBack, SharesOfSchoolsAreTheBases) {
    const sim::Hold hold = hold_after("seats", "private_places");
    const auto base = sim::HeldValues::of(hold.columns, world_);
    shares()[0] = 0.1F;
    shares()[1] = 0.65F;
    hold.put_back(world_, base);
    EXPECT_EQ(sim::HeldValues::of(hold.columns, world_), base);
}

TEST_F(PutBack, AnEndedSchoolHandsItsShareToTheOthers) {
    const sim::Hold hold = hold_after("seats", "school_size");
    const auto base = sim::HeldValues::of(hold.columns, world_);
    closed()[1] = 1;
    shares()[0] = 0.75F;
    shares()[1] = 0.0F;
    hold.put_back(world_, base);
    EXPECT_FLOAT_EQ(shares()[0], 2.0F / 3.0F);
    EXPECT_EQ(shares()[1], 0.0F);
    EXPECT_FLOAT_EQ(shares()[2], 1.0F / 3.0F);
    EXPECT_EQ(shares()[3], 0.5F);
}

TEST_F(PutBack, PayScalesCountBesideHeldPay) {
    PayPathTable& paths = world_.table<PayPathTable>();
    for (std::size_t i = 0; i < pay_groups; ++i) {
        paths.now.data()[i] = 0.3;
        paths.pay_scale.data()[i] = 0.1;
    }
    const sim::Hold hold = hold_after("wages", "pay_paths");
    const auto base = sim::HeldValues::of(hold.columns, world_);
    paths.now.data()[0] = 0.9;  // productivity has moved pay
    paths.now.data()[1] = 0.95;
    paths.pay_scale.data()[1] = 0.15;
    hold.put_back(world_, base);
    EXPECT_EQ(paths.now.data()[0], 0.3);
    EXPECT_DOUBLE_EQ(paths.now.data()[1], 0.35);
    EXPECT_DOUBLE_EQ(paths.pay_scale.data()[1], 0.15);
}

}  // namespace
}  // namespace vocational::testing
