// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/training/partner_intensity.hpp"

#include <algorithm>

namespace vocational {

FieldDemand::FieldDemand(const Records& records, int year)
    : sectors_(records.sectors()),
      jobs_(records.provinces() * records.sectors() * fields, 0.0),
      overlap_(records.provinces() * fields, 0.0) {
    for (std::size_t p = 0; p < records.provinces(); ++p) {
        double* sums = overlap_.data() + p * fields;
        for (std::size_t s = 0; s < sectors_; ++s) {
            const double skilled =
                records.jobs(p, s, year) * (1.0 - records.job_level_share(s, JobLevel::elementary));
            for (std::size_t f = 0; f < fields; ++f) {
                const double jobs = skilled * records.sector_field_weight(s, static_cast<Field>(f));
                jobs_[(p * sectors_ + s) * fields + f] = jobs;
                sums[f] += jobs;
            }
        }
        const double most = *std::max_element(sums, sums + fields);
        for (std::size_t f = 0; f < fields; ++f) {
            sums[f] = most > 0.0 ? sums[f] / most : 0.0;
        }
    }
}

double PartnerIntensity::alliance(const FieldDemand& demand, CityId city, Field field) const {
    const std::size_t province = setting_.province_of[city.row()].row();
    double jobs = 0.0;
    double strength = 0.0;
    for (std::size_t s = 0; s < demand.sectors(); ++s) {
        const double weight = demand.of_sector(province, s, field);
        const CitySectorId cell = city_sector(city, s, demand.sectors());
        jobs += weight;
        strength += weight * alliance_strength(static_cast<double>(consortium_[cell]),
                                               static_cast<double>(community_[cell]), age_[cell],
                                               firm_.alliance_maturity);
    }
    return jobs > 0.0 ? strength / jobs : 0.0;
}

double PartnerIntensity::contract_share(ProgrammeId programme) const {
    const std::size_t first = programme.row() * cohort_slots * contract_kinds;
    double under_contract = 0.0;
    for (std::size_t i = 0; i < cohort_slots * contract_kinds; ++i) {
        under_contract += students_.data()[first + i];
    }
    return under_contract / std::max(1, enrolled_[programme]);
}

void PartnerIntensity::run(const sim::Tick& tick) {
    const FieldDemand demand(records_, std::min(tick.now().year(), setting_.base_year));
    tick.executor().for_rows(programmes_.size(), 64, [&](std::size_t i) {
        const ProgrammeId programme(programmes_.first() + i);
        const SchoolId school = school_[programme];
        if (!is_vocational(track_[school])) {
            return;
        }
        const CityId city = city_[school];
        const Field field = field_[programme];
        const double target =
            training_.intensity_overlap *
                demand.overlap(setting_.province_of[city.row()].row(), field) +
            training_.intensity_contracts * std::min(1.0, contract_share(programme)) +
            training_.intensity_alliance * alliance(demand, city, field);
        const auto now = static_cast<double>(intensity_[programme]);
        const double next = now + training_.intensity_speed * (target - now);
        intensity_[programme] = static_cast<float>(std::clamp(next, 0.0, 1.0));
    });
}

void give_first_partners(const Setting& setting, const Records& records,
                         const TrainingParams& params, int year, const SchoolTable& schools,
                         const ProgrammeTable& programmes, TeachingTable& teaching) {
    const FieldDemand demand(records, year);
    for (std::size_t row = programmes.first_row(); row < programmes.end_row(); ++row) {
        const std::size_t school = programmes.school[row].row();
        if (is_vocational(schools.track[school])) {
            const std::size_t province = setting.province_of[schools.city[school].row()].row();
            teaching.partner_intensity[row] = static_cast<float>(
                params.intensity_overlap * demand.overlap(province, programmes.field[row]));
        }
    }
}

}  // namespace vocational
