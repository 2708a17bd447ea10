// SPDX-License-Identifier: Apache-2.0
#include "sim/model/feedback_tape.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sim {

void FeedbackTape::write(std::size_t hold, Quarter quarter, HeldValues values) {
    auto& course = held_[hold];
    SIM_EXPECT(course.empty() || course.rbegin()->first < quarter);
    if (!course.empty() && *course.rbegin()->second == values) {
        course.emplace(quarter, course.rbegin()->second);
    } else {
        course.emplace(quarter, std::make_shared<const HeldValues>(std::move(values)));
    }
}

const HeldValues* FeedbackTape::read(std::size_t hold, Quarter quarter) const {
    const auto course = held_.find(hold);
    if (course == held_.end()) {
        return nullptr;
    }
    const auto at = course->second.find(quarter);
    return at == course->second.end() ? nullptr : at->second.get();
}

std::size_t FeedbackTape::bytes() const {
    std::size_t sum = 0;
    for (const auto& [hold, course] : held_) {
        const HeldValues* last = nullptr;
        for (const auto& [quarter, values] : course) {
            sum += values.get() == last ? 0 : values->bytes();
            last = values.get();
        }
    }
    return sum;
}

void HoldPhase::run(const Tick& tick) {
    if (mode_ == Mode::write) {
        tape_.write(number_, tick.now(), HeldValues::of(hold_.columns, world_));
        return;
    }
    const HeldValues* values = tape_.read(number_, tick.now());
    if (values == nullptr) {
        throw ContractError(fmt::format("{}: no record of the base to hold '{}' at",
                                        tick.now().text(), after_.name()));
    }
    if (hold_.put_back) {
        hold_.put_back(world_, *values);
    } else {
        values->put_back(hold_.columns, world_);
    }
}

std::vector<std::unique_ptr<HoldPhase>> attach_feedbacks(const std::vector<Feedback>& feedbacks,
                                                         const World& world, Schedule& schedule,
                                                         FeedbackTape& tape, HoldPhase::Mode mode) {
    std::vector<std::unique_ptr<HoldPhase>> phases;
    for (const Feedback& feedback : feedbacks) {
        for (const Hold& hold : feedback.holds) {
            const Phase& after = schedule.phase(hold.phase);
            phases.push_back(
                std::make_unique<HoldPhase>(after, hold, phases.size(), world, tape, mode));
            schedule.insert_after(after, *phases.back());
        }
    }
    return phases;
}

std::vector<Feedback> feedbacks_named(const std::vector<Feedback>& declared,
                                      const std::vector<std::string>& names) {
    std::vector<Feedback> chosen;
    for (const std::string& name : names) {
        const auto found = std::find_if(declared.begin(), declared.end(),
                                        [&](const Feedback& f) { return f.name == name; });
        SIM_EXPECT(found != declared.end());
        chosen.push_back(*found);
    }
    return chosen;
}

}  // namespace sim
