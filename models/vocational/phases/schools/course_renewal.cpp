// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/schools/course_renewal.hpp"

#include "sim/random/elementary.hpp"

namespace vocational {

void CourseRenewal::run(const sim::Tick& tick) {
    const double price = params_.school_budget.course_cost * setting_.scale / 4.0;
    tick.executor().for_rows(schools_.size(), 64, [&](std::size_t row) {
        const SchoolId school(row);
        const auto platform = static_cast<double>(platform_[school]);
        const std::uint32_t first = first_programme_[school];
        const std::uint32_t last = first + programmes_[school];
        const auto rate = [&](ProgrammeId programme) {
            return wanted_renewal(params_.teaching, static_cast<double>(partners_[programme]),
                                  platform);
        };
        double wanted = 0.0;
        for (std::uint32_t i = first; i < last; ++i) {
            wanted += rate(ProgrammeId(i)) * enrolled_[ProgrammeId(i)] * price;
        }
        const double funded = wanted > 0.0 ? static_cast<double>(spent_[school]) / wanted : 0.0;
        for (std::uint32_t i = first; i < last; ++i) {
            const ProgrammeId programme(i);
            const double renewed =
                rate(programme) * funded + static_cast<double>(renewed_for_them_[programme]);
            const double kept = sim::elementary::exp(-renewed / 4.0);
            age_[programme] =
                static_cast<float>((static_cast<double>(age_[programme]) + 0.25) * kept);
        }
    });
}

}  // namespace vocational
