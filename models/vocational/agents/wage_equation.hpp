// SPDX-License-Identifier: Apache-2.0
// 4.11 Wages (E6), in one place for hires, for the initial state and for yearly growth:
//   ln w = base of province × sector + path of pay + ln(1 + premium of the level attained)
//        + gap of vocational upper-secondary leavers
//        + c_g (g − G) + c_s (s − S)·match + c_gs (g s − G S) + c_1 x + c_2 x²
//        + level and field gaps + firm premium + residual,
// g and s the general skill and the skill in the field, G and S their means in the level attained,
// match 1 in a job of the own field, x years of experience; c_gs counts for who has a field.
// Recorded premia compare average people, so they contain what the mean skill of a level is paid;
// the base is solved so that the mean over the formal workforce of the province and sector is the
// recorded wage, up to the reference year (firms/wage_bases.hpp). Later the path carries
// productivity and pay scales (phases/wages/pay_paths.hpp). The premium is that of the level
// attained whatever the job asks for; who works below it loses, who works above it gains against
// equals with a matching job (Verdugo & Verdugo's form; evidence rows ret_upsec, ret_voccol,
// ret_univ, voc_minus_acad_upsec, overedu_penalty, underedu_premium). Jobs above elementary outside
// the own field lose field_mismatch_penalty; elementary jobs have no field and lose by level alone.
// Pooled work pays the pool's income, whoever does it. The firm's premium includes its present
// offer; the residual is drawn at hire.
#pragma once

#include <array>
#include <vector>

#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/wage_state.hpp"
#include "models/vocational/population/setting.hpp"

namespace vocational {

// What of a person the equation looks at.
struct Worker {
    Attained attained;
    Field field;
    double general_skill;
    double specific_skill;
};

// A formal job.
struct Job {
    ProvinceId province;
    std::size_t sector;
    Occupation occupation;
    double firm_premium;
};

// How a worker is seen: `noise` in standard deviations of skill; the part of the barrier against
// vocational credentials that firms gave up.
struct Signal {
    bool is_certified;
    double noise;
    double barrier_removed = 0.0;
};

// The job has a field and it is not the person's own, who has one.
constexpr bool is_other_field(Field own, Occupation occupation) {
    return own != Field::general && occupation.level() != JobLevel::elementary &&
           own != occupation.field();
}

// The job's field is the person's own; nobody owns the field `general`.
constexpr bool is_own_field(Field own, Occupation occupation) {
    return own != Field::general && own == occupation.field();
}

// The job asks for less than the person has attained. Levels of schooling and of jobs correspond in
// order: elementary and lower secondary up to professional and bachelor.
constexpr bool is_below_own_level(Attained attained, Occupation occupation) {
    return sim::index_of(level_of(attained)) > sim::index_of(occupation.level());
}

class WageEquation {
  public:
    // Adds the tables of agents/wage_state.hpp to the world, which must outlive the equation.
    WageEquation(const WageParams& params, const StructureParams& structures, sim::World& world);

    // Needed once, when parameters, data and setting are known; gives those tables their rows.
    void prepare(const Setting& setting, const Records& records);

    // Log yearly wage in a formal job; `residual` in log points.
    double log_wage(const Worker& worker, const Job& job, double experience_quarters,
                    double residual) const;
    // What firms get for it: the log wage without firm premium, residual and path of pay.
    double log_effective_skill(const Worker& worker, const Job& job,
                               double experience_quarters) const;
    // Log yearly income from pooled work; its mean over residuals is the pool's income.
    double log_pool_income(ProvinceId province, std::size_t sector, double residual) const;

    // Parts of the sum above.
    double credential(Attained attained) const { return credential_[sim::index_of(attained)]; }
    double skill_pay(const Worker& worker, Occupation occupation) const;
    double fit(const Worker& worker, Occupation occupation) const;
    double experience_profile(double quarters) const;
    // What firms see of a worker: credential and skill, blurred unless it is certified; vocational
    // credentials count for less as MarketParams say.
    double perceived_productivity(const Worker& worker, Occupation occupation, Signal signal,
                                  const MarketParams& market) const;
    // Mean yearly wage of province and sector on the path of its pay.
    double mean_wage(ProvinceId province, std::size_t sector) const;
    // Log points by which pay has risen in the last `quarters`, at most four, a pay scale included.
    double path_gain(PayPathId group, std::size_t quarters) const;
    double barrier_removed(ProvinceId province) const {
        return hiring_rules_.barrier_removed[province.row()];
    }

    // What nothing here explains of a wage, fixed at hire: log points of person and quarter.
    double residual(sim::Identity person, std::uint32_t quarter_of_hire) const {
        return params_.residual_spread * residual_stream_.at(person, quarter_of_hire).normal();
    }

  private:
    std::size_t cell(ProvinceId province, std::size_t sector) const {
        return province.row() * sectors_ + sector;
    }

    const WageParams& params_;
    const StructureParams& structures_;
    std::size_t sectors_ = 0;
    sim::Stream residual_stream_{0, 0, sim::Purpose("wage residual")};
    std::array<double, sim::enum_size<Attained>> credential_{};
    double log_over_ = 0.0;
    double log_under_ = 0.0;
    double log_other_field_ = 0.0;
    sim::World& world_;
    const WageBaseTable& bases_;
    const LevelSkillTable& level_skills_;
    const PayPathTable& paths_;
    const HiringRuleTable& hiring_rules_;
    std::vector<double> mean_wage_;        // [province][sector]
    std::vector<double> log_pool_income_;  // [province][sector]
};

}  // namespace vocational
