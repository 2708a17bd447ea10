// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/agents/wage_equation.hpp"

#include <algorithm>

#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

using sim::elementary::log1p;

// Log-wage gap of vocational against general upper-secondary leavers: central, low and high of
// evidence row voc_minus_acad_upsec.
double gap_of(WageGap gap) {
    switch (gap) {
        case WageGap::matched:
            return -0.036;
        case WageGap::penalty:
            return -0.193;
        case WageGap::premium:
            return 0.432;
    }
    return 0.0;
}

double premium_of(Level level, const WageParams& params) {
    switch (level) {
        case Level::lower_secondary:
            return 0.0;
        case Level::upper_secondary:
            return params.upper_secondary;
        case Level::associate:
            return params.associate;
        case Level::bachelor:
            return params.bachelor;
    }
    return 0.0;
}

double safe_log(double yuan) {
    return sim::elementary::log(std::max(1.0, yuan));
}

sim::World& with_wage_tables(sim::World& world) {
    add_wage_tables(world);
    return world;
}

// Mean wage of all jobs of a province, and of the nation as the last element.
std::vector<double> mean_wages(const Records& records, int year) {
    std::vector<double> means;
    double all_jobs = 0.0;
    double all_pay = 0.0;
    for (std::size_t p = 0; p < records.provinces(); ++p) {
        double jobs = 0.0;
        double pay = 0.0;
        for (std::size_t s = 0; s < records.sectors(); ++s) {
            jobs += records.jobs(p, s, year);
            pay += records.jobs(p, s, year) * records.wage(p, s);
        }
        means.push_back(jobs > 0.0 ? pay / jobs : 1.0);
        all_jobs += jobs;
        all_pay += pay;
    }
    means.push_back(all_jobs > 0.0 ? all_pay / all_jobs : 1.0);
    return means;
}

}  // namespace

WageEquation::WageEquation(const WageParams& params, const StructureParams& structures,
                           sim::World& world)
    : params_(params),
      structures_(structures),
      world_(with_wage_tables(world)),
      bases_(world.table<WageBaseTable>()),
      level_skills_(world.table<LevelSkillTable>()),
      paths_(world.table<PayPathTable>()),
      hiring_rules_(world.table<HiringRuleTable>()) {}

void WageEquation::prepare(const Setting& setting, const Records& records) {
    sectors_ = records.sectors();
    residual_stream_ = sim::Stream(setting.seed, setting.replicate, sim::Purpose("wage residual"));
    log_over_ = log1p(params_.over_education);
    log_under_ = log1p(params_.under_education);
    log_other_field_ = log1p(params_.field_mismatch);
    for (std::size_t a = 0; a < credential_.size(); ++a) {
        const auto attained = static_cast<Attained>(a);
        const bool has_gap =
            attained == Attained::secondary_vocational || attained == Attained::technical_school;
        credential_[a] = log1p(premium_of(level_of(attained), params_)) +
                         (has_gap ? gap_of(structures_.wage_gap) : 0.0);
    }
    // Farm income differs between provinces as all wages do; the income of other pools follows the
    // wage of province and sector.
    mean_wage_.clear();
    log_pool_income_.clear();
    fill_wage_tables(world_, records.provinces(), sectors_);
    auto& bases = world_.table<WageBaseTable>();
    const std::vector<double> means = mean_wages(records, setting.base_year);
    for (std::size_t p = 0; p < records.provinces(); ++p) {
        for (std::size_t s = 0; s < sectors_; ++s) {
            const bool is_farm = records.sector_names()[s] == "agriculture";
            const double income =
                is_farm ? records.number("farm_income_2022") * means[p] / means.back()
                        : records.number("own_account_income_share") * records.wage(p, s);
            mean_wage_.push_back(records.wage(p, s));
            bases.log_base[cell(ProvinceId(p), s)] = safe_log(records.wage(p, s));
            log_pool_income_.push_back(safe_log(income));
        }
    }
}

double WageEquation::skill_pay(const Worker& worker, Occupation occupation) const {
    const std::size_t level = sim::index_of(level_of(worker.attained));
    const double usual_general = level_skills_.general[level];
    const double usual_specific = level_skills_.specific[level];
    const double used = is_own_field(worker.field, occupation)
                            ? params_.specific_skill * (worker.specific_skill - usual_specific)
                            : 0.0;
    const double both =
        worker.field == Field::general
            ? 0.0
            : worker.general_skill * worker.specific_skill - usual_general * usual_specific;
    return params_.general_skill * (worker.general_skill - usual_general) + used +
           params_.complementarity * both;
}

double WageEquation::fit(const Worker& worker, Occupation occupation) const {
    const std::size_t own = sim::index_of(level_of(worker.attained));
    const std::size_t asked = sim::index_of(occupation.level());
    const double level = own > asked ? log_over_ : own < asked ? log_under_ : 0.0;
    return level + (is_other_field(worker.field, occupation) ? log_other_field_ : 0.0);
}

double WageEquation::experience_profile(double quarters) const {
    const double years = 0.25 * quarters;
    return params_.experience * years + params_.experience_squared * years * years;
}

double WageEquation::log_wage(const Worker& worker, const Job& job, double experience_quarters,
                              double residual) const {
    return log_effective_skill(worker, job, experience_quarters) +
           paths_.now[pay_path(job.province, job.occupation.level()).row()] + job.firm_premium +
           residual;
}

double WageEquation::log_effective_skill(const Worker& worker, const Job& job,
                                         double experience_quarters) const {
    return bases_.log_base[cell(job.province, job.sector)] + credential(worker.attained) +
           skill_pay(worker, job.occupation) + experience_profile(experience_quarters) +
           fit(worker, job.occupation);
}

double WageEquation::mean_wage(ProvinceId province, std::size_t sector) const {
    return mean_wage_[cell(province, sector)] *
           sim::elementary::exp(paths_.now[pool_path(province).row()]);
}

double WageEquation::path_gain(PayPathId group, std::size_t quarters) const {
    const std::size_t row = group.row();
    const double before = quarters == 0   ? paths_.now[row]
                          : quarters == 1 ? paths_.ago_1[row]
                          : quarters == 2 ? paths_.ago_2[row]
                          : quarters == 3 ? paths_.ago_3[row]
                                          : paths_.ago_4[row];
    return paths_.now[row] - before;
}

double WageEquation::log_pool_income(ProvinceId province, std::size_t sector,
                                     double residual) const {
    const double spread = params_.residual_spread;
    return log_pool_income_[cell(province, sector)] + paths_.now[pool_path(province).row()] +
           residual - 0.5 * spread * spread;
}

double WageEquation::perceived_productivity(const Worker& worker, Occupation occupation,
                                            Signal signal, const MarketParams& market) const {
    const double seen = params_.general_skill +
                        (is_own_field(worker.field, occupation) ? params_.specific_skill() : 0.0);
    const double recognised =
        worker.attained == Attained::technical_school ? market.technician_recognition() : 1.0;
    const bool is_barred = occupation.level() >= JobLevel::technician &&
                           has_track(worker.attained) && is_vocational(track_of(worker.attained));
    return recognised * credential(worker.attained) + skill_pay(worker, occupation) +
           (signal.is_certified ? 0.0 : seen * signal.noise) -
           (is_barred ? market.first_degree_focus * (1.0 - signal.barrier_removed) : 0.0);
}

}  // namespace vocational
