// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/careers.hpp"

#include <algorithm>

#include "models/vocational/population/attachment.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

constexpr int fraction_bits = 24;

std::int64_t kept_after_a_year(double decay) {
    return static_cast<std::int64_t>((1.0 - decay) * (1 << fraction_bits) + 0.5);
}

// The skill times kept / 2^24, rounded to the nearest step as by assignment, but in integers.
Skill decayed(Skill skill, std::int64_t kept) {
    constexpr std::int64_t half = std::int64_t{1} << (fraction_bits - 1);
    return Skill::from_count(
        static_cast<std::int16_t>((skill.count() * kept + half) >> fraction_bits));
}

}  // namespace

void Careers::make_tables() {
    general_kept_ = kept_after_a_year(learning_.general_decay);
    specific_kept_ = kept_after_a_year(learning_.specific_decay);
    for (std::size_t d = 0; d < growth_.size(); ++d) {
        for (std::size_t x = 0; x < growth_[d].size(); ++x) {
            const auto after = static_cast<double>(x);
            const auto before = static_cast<double>(x - std::min(d, x));
            growth_[d][x] = sim::elementary::exp(wages_.experience_profile(after) -
                                                 wages_.experience_profile(before));
        }
    }
}

void Careers::run(const sim::Tick& tick) {
    make_tables();
    setting_.cohorts.for_segments(tick.executor(), rows_.first(), rows_.end(),
                                  [&](const Segment& segment, std::size_t begin, std::size_t end) {
                                      if (!is_birthday(segment, tick.now())) {
                                          return;
                                      }
                                      for (std::size_t row = begin; row < end; ++row) {
                                          if (state_.data()[row] != State::enrolled) {
                                              age_person(row);
                                          }
                                      }
                                  });
}

void Careers::age_person(std::size_t row) const {
    Skill& general = general_skill_.data()[row];
    Skill& specific = specific_skill_.data()[row];
    const Worker before{attained_.data()[row], field_.data()[row], general, specific};
    general = decayed(general, general_kept_);
    specific = decayed(specific, specific_kept_);
    const bool has_formal_job =
        state_.data()[row] == State::employed && is_pool_[link_.data()[row].firm()] == 0;
    if (has_formal_job) {
        const Worker after{before.attained, before.field, general, specific};
        const Occupation occupation = occupation_.data()[row];
        const double change =
            wages_.skill_pay(after, occupation) - wages_.skill_pay(before, occupation);
        Wage& wage = wage_.data()[row];
        wage = wage * growth(row, change);
    }
}

// Experience since the last birthday, or since the job began; the change of skill pay is so small
// that two terms of its exponential do.
double Careers::growth(std::size_t row, double skill_pay_change) const {
    const std::size_t quarters = std::min<std::size_t>(longest, duration_.data()[row]);
    return growth_[quarters][experience_.data()[row]] *
           (1.0 + skill_pay_change + 0.5 * skill_pay_change * skill_pay_change);
}

}  // namespace vocational
