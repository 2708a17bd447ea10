// SPDX-License-Identifier: Apache-2.0
// What a place and a teacher cost and how many teachers there are, by track, year and province:
// recorded up to the start year, constant in yuan of 2022 after it. Derived values of a run.
#pragma once

#include <vector>

#include "models/vocational/data/tables.hpp"
#include "models/vocational/population/setting.hpp"

namespace vocational {

class SchoolNorms {
  public:
    // Needed once, when parameters, data and records are known.
    void prepare(const FinanceData& finance, const ProvinceFinanceData& funding,
                 const Records& records, const SchoolBudgetParams& params, int base_year);

    // The nation's money per student and year, of all payers and of governments.
    double spending(Track track, int year) const { return at(spending_, track, year); }
    double public_money(Track track, int year) const { return at(public_, track, year); }
    // A province's money per student over the nation's; the mean over students is 1.
    double relative_funding(std::size_t province, Track track) const {
        return funding_[province * tracks + sim::index_of(track)];
    }
    // A province's pay in education over the nation's.
    double relative_pay(std::size_t province) const { return pay_[province]; }
    // Students per teacher: of the nation, and what a province's schools aim at.
    double students_per_teacher(Track track, int year) const { return at(ratio_, track, year); }
    double staffing_norm(std::size_t province, Track track, int year) const {
        return students_per_teacher(track, year) *
               staffing_[province * tracks + sim::index_of(track)];
    }
    // Yearly pay of a teacher with her share of other staff.
    double teacher_cost(std::size_t province, Track track, int year) const {
        return pay_share_ * spending(track, year) * students_per_teacher(track, year) *
               relative_pay(province);
    }

  private:
    using Series = std::vector<double>;  // [track][year − first]

    double at(const Series& series, Track track, int year) const;
    void read_money(const FinanceData& finance);
    void read_pay(const Records& records);
    void read_provinces(const ProvinceFinanceData& funding, const Records& records,
                        const SchoolBudgetParams& params);

    int first_year_ = 0;
    int base_year_ = 0;
    double pay_share_ = 0.0;
    Series spending_;
    Series public_;
    Series ratio_;
    std::vector<double> funding_;   // [province][track]
    std::vector<double> staffing_;  // [province][track]
    std::vector<double> pay_;       // [province]
};

// Students of a school, in agents.
template <class First, class Count, class Enrolled>
std::int64_t students_of(SchoolId school, const First& first_programme, const Count& programmes,
                         const Enrolled& enrolled) {
    std::int64_t sum = 0;
    const std::uint32_t begin = first_programme[school];
    for (std::uint32_t i = begin; i < begin + programmes[school]; ++i) {
        sum += enrolled[ProgrammeId(i)];
    }
    return sum;
}

}  // namespace vocational
