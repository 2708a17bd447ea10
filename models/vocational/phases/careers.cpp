// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/careers.hpp"

#include <algorithm>

#include "models/vocational/agents/skill_gain.hpp"
#include "models/vocational/population/attachment.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

constexpr int fraction_bits = 24;

std::int64_t kept_in_steps(double kept) {
    return static_cast<std::int64_t>(kept * (1 << fraction_bits) + 0.5);
}

// The skill times kept / 2^24, rounded to the nearest step as by assignment, but in integers.
Skill decayed(Skill skill, std::int64_t kept) {
    constexpr std::int64_t half = std::int64_t{1} << (fraction_bits - 1);
    return Skill::from_count(
        static_cast<std::int16_t>((skill.count() * kept + half) >> fraction_bits));
}

}  // namespace

void Careers::make_tables() {
    const SkillAgeing ageing(params_.learning, params_.career, params_.structures,
                             SectorPace(params_.firm, records_));
    general_kept_ = kept_in_steps(ageing.general_kept());
    trained_kept_ = kept_in_steps(ageing.specific_kept_by_training());
    for (std::size_t f = 0; f < fields; ++f) {
        for (std::size_t behind = 0; behind < specific_kept_[f].size(); ++behind) {
            specific_kept_[f][behind] = static_cast<std::int32_t>(
                kept_in_steps(ageing.specific_kept(static_cast<Field>(f), behind)));
        }
    }
    for (std::size_t d = 0; d < growth_.size(); ++d) {
        for (std::size_t x = 0; x < growth_[d].size(); ++x) {
            const auto after = static_cast<double>(x);
            const auto before = static_cast<double>(x - std::min(d, x));
            growth_[d][x] = sim::elementary::exp(wages_.experience_profile(after) -
                                                 wages_.experience_profile(before));
        }
    }
    path_.resize(setting_.provinces() * pay_groups);
    for (std::size_t group = 0; group < path_.size(); ++group) {
        for (std::size_t d = 0; d <= longest; ++d) {
            path_[group][d] = sim::elementary::exp(wages_.path_gain(PayPathId(group), d));
        }
    }
    const float* coverage = coverage_.data();
    has_training_ = std::any_of(coverage, coverage + setting_.provinces() * fields,
                                [](float share) { return share > 0.0F; });
}

void Careers::run(const sim::Tick& tick) {
    make_tables();
    const Lessons lessons{tick.stream(purpose().part("training")), tick.key(), tick.now().year()};
    setting_.cohorts.for_segments(tick.executor(), rows_.first(), rows_.end(),
                                  [&](const Segment& segment, std::size_t begin, std::size_t end) {
                                      if (!is_birthday(segment, tick.now())) {
                                          return;
                                      }
                                      for (std::size_t row = begin; row < end; ++row) {
                                          if (state_.data()[row] != State::enrolled) {
                                              age_person(lessons, segment, row);
                                          }
                                      }
                                  });
}

bool Careers::is_trained(const Lessons& lessons, const Segment& segment, std::size_t row,
                         ProvinceId province) const {
    const Field field = field_.data()[row];
    const auto share = static_cast<double>(coverage_.data()[field_cell(province, field).row()]);
    return field != Field::general && share > 0.0 &&
           lessons.stream.at(segment.identity(row), lessons.key).bernoulli(share);
}

void Careers::age_specific_skill(const Lessons& lessons, std::size_t row, bool is_trained) const {
    Skill& skill = specific_skill_.data()[row];
    if (!is_trained) {
        const std::size_t behind = years_behind(vintage_.data()[row], lessons.year);
        skill = decayed(skill, specific_kept_[sim::index_of(field_.data()[row])][behind]);
        return;
    }
    skill = decayed(skill, trained_kept_);
    const double gain = params_.career.training_gain;
    vintage_.data()[row] = mixed_vintage(vintage_.data()[row], skill, gain, lessons.year);
    firm_bound_.data()[row] = firm_bound_after(firm_bound_.data()[row], skill, gain, 0.0);
    skill = skill + gain;
}

void Careers::age_person(const Lessons& lessons, const Segment& segment, std::size_t row) const {
    Skill& general = general_skill_.data()[row];
    const Skill& specific = specific_skill_.data()[row];
    const Worker before{attained_.data()[row], field_.data()[row], general, specific};
    const bool is_employed = state_.data()[row] == State::employed;
    const std::size_t firm = is_employed ? link_.data()[row].firm().row() : 0;
    const ProvinceId province =
        is_employed ? setting_.province_of[firm_city_.data()[firm].row()] : ProvinceId(0);
    general = decayed(general, general_kept_);
    age_specific_skill(lessons, row,
                       has_training_ && is_employed && is_trained(lessons, segment, row, province));
    if (!is_employed) {
        return;
    }
    Wage& wage = wage_.data()[row];
    if (is_pool_.data()[firm] != 0) {
        wage = wage * growth(row, pool_path(province));
        return;
    }
    const Worker after{before.attained, before.field, general, specific};
    const Occupation occupation = occupation_.data()[row];
    const double change =
        wages_.skill_pay(after, occupation) - wages_.skill_pay(before, occupation);
    wage =
        wage * (career_growth(row, change) * growth(row, pay_path(province, occupation.level())));
}

// Of all pay of the group since the last birthday, or since the job began.
double Careers::growth(std::size_t row, PayPathId group) const {
    return path_[group.row()][std::min<std::size_t>(longest, duration_.data()[row])];
}

// Experience since then; the change of skill pay is so small that two terms of its exponential do.
double Careers::career_growth(std::size_t row, double skill_pay_change) const {
    const std::size_t quarters = std::min<std::size_t>(longest, duration_.data()[row]);
    return growth_[quarters][experience_.data()[row]] *
           (1.0 + skill_pay_change + 0.5 * skill_pay_change * skill_pay_change);
}

}  // namespace vocational
