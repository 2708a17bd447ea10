// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/schools/teachers.hpp"

#include <algorithm>

#include "sim/random/elementary.hpp"

namespace vocational {

double quit_probability(const SchoolBudgetParams& params, double log_gap) {
    const double odds = params.quit_rate / (1.0 - params.quit_rate) *
                        sim::elementary::exp(params.quit_slope * log_gap);
    return sim::quarterly(odds / (1.0 + odds));
}

double renewed_experience(const TeachingParams& params, double share, double months) {
    return std::min(1.0, share * (1.0 - sim::quarterly(params.experience_decay)) + months / 12.0);
}

void Teachers::run(const sim::Tick& tick) {
    const int year = tick.now().year();
    tick.executor().for_rows(schools_.size(), 64,
                             [&](std::size_t row) { staff(SchoolId(row), year); });
}

double Teachers::log_outside_wage(ProvinceId province) const {
    const LabourCellId cell = labour_cell(province, Level::bachelor);
    const double reference = reference_[province];
    if (employed_[cell] == 0 || reference <= 0.0) {
        return 0.0;  // no wage is known before the first census
    }
    return sim::elementary::log(static_cast<double>(wage_sum_[cell]) / employed_[cell] / reference);
}

double Teachers::open_posts(SchoolId school, int year, double remaining) const {
    const std::size_t province = setting_.province_of[city_[school].row()].row();
    const Track track = track_[school];
    const double students = setting_.scale * static_cast<double>(students_of(
                                                 school, first_programme_, programmes_, enrolled_));
    const double wanted = students / norms_.staffing_norm(province, track, year);
    const double cost = norms_.teacher_cost(province, track, year) *
                        (1.0 + static_cast<double>(supplement_[school]));
    const double affordable =
        params_.school_budget.highest_pay_share * 4.0 * static_cast<double>(income_[school]) / cost;
    return std::max(0.0, std::min(wanted, affordable) - remaining);
}

void Teachers::staff(SchoolId school, int year) {
    const SchoolBudgetParams& budget = params_.school_budget;
    const ProvinceId province = setting_.province_of[city_[school].row()];
    const Track track = track_[school];
    const bool vocational = is_vocational(track);
    const auto supplement = static_cast<double>(supplement_[school]);
    double gap = log_outside_wage(province) - sim::elementary::log(1.0 + supplement);
    gap += vocational ? sim::elementary::log(1.0 + budget.outside_premium) : 0.0;

    const double before = teachers_[school];
    const double retired = before * sim::quarterly(budget.retirement_rate);
    const double quitted = (before - retired) * quit_probability(budget, gap);
    const double remaining = before - retired - quitted;
    const double hard = vocational ? budget.hard_to_fill_technical : budget.hard_to_fill_general;
    const double hired = open_posts(school, year, remaining) * (1.0 - hard);
    const double after = remaining + hired;

    const auto share = static_cast<double>(experienced_[school]);
    const double quitting_share = std::min(1.0, share * budget.experienced_quit_ratio);
    double experienced = share * (before - retired) - quitting_share * quitted;
    const double newcomers = std::min(
        1.0, params_.teaching.newcomer_experience + static_cast<double>(industry_hires_[school]));
    experienced += vocational ? newcomers * hired : 0.0;
    const double month =
        norms_.teacher_cost(province.row(), track, year) / 12.0 * budget.replacement_share;
    const double months =
        after > 0.0 ? static_cast<double>(development_[school]) / month / after : 0.0;
    const double certified = static_cast<double>(certified_[school]) * remaining;
    teachers_[school] = after;
    if (after > 0.0 && vocational) {
        const double mixed = std::clamp(experienced / after, 0.0, 1.0);
        experienced_[school] =
            static_cast<float>(renewed_experience(params_.teaching, mixed, months));
        const double uncertified = 1.0 - certified / after;
        const double rate = std::min(0.99, params_.teaching.certification_rate +
                                               static_cast<double>(certification_[school]));
        certified_[school] =
            static_cast<float>(certified / after + uncertified * sim::quarterly(rate));
    }
}

}  // namespace vocational
