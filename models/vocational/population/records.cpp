// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/population/records.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/core/text.hpp"

namespace vocational {

namespace {

constexpr int youngest = 15;
constexpr int oldest = 59;

// The value of the nearest year that is there.
template <class T>
const T& nearest(const std::map<int, T>& by_year, int year) {
    auto at = by_year.lower_bound(year);
    if (at == by_year.end() || (at->first != year && at != by_year.begin())) {
        --at;
    }
    return at->second;
}

class Names {
  public:
    Names(std::vector<std::string> names, std::string kind)
        : names_(std::move(names)), kind_(std::move(kind)) {}

    std::size_t find(const sim::DataTable& table, std::size_t row, const std::string& name,
                     sim::Problems& problems) const {
        const auto at = std::find(names_.begin(), names_.end(), name);
        if (at == names_.end()) {
            problems.add({{std::string(table.file()), static_cast<int>(row) + 2, 1},
                          fmt::format("unknown {} '{}'", kind_, name),
                          "expected one of " + sim::listed(names_, 8),
                          sim::nearest_name(name, names_)});
            return 0;
        }
        return static_cast<std::size_t>(at - names_.begin());
    }

  private:
    std::vector<std::string> names_;
    std::string kind_;
};

template <class E>
Names names_of(std::string kind) {
    return {{sim::enum_names<E>.begin(), sim::enum_names<E>.end()}, std::move(kind)};
}

// Recorded bachelor data pool the two kinds.
constexpr std::string_view regular_bachelor = "regular_bachelor";

TrackYear scaled(const TrackYear& all, double share) {
    return {all.intake * share, all.enrolment * share, all.graduates * share,
            all.transfers_in * share, all.upgrade_entrants * share};
}

}  // namespace

Records::Records(const Data& data, double applied_share, sim::Problems& problems) {
    read_places(data);
    read_tracks(data, applied_share, problems);
    read_cohorts(data);
    read_sectors(data, problems);
    read_people(data, problems);
}

void Records::read_places(const Data& data) {
    province_names_ = data.provinces.province.cells();
    provinces_ = province_names_.size();
    sector_names_ = data.sectors.sector.cells();
}

void Records::read_tracks(const Data& data, double applied_share, sim::Problems& problems) {
    const Names known = names_of<Track>("track");
    const auto for_tracks = [&](const sim::DataTable& table, std::size_t row,
                                const std::string& name, auto&& store) {
        if (name == regular_bachelor) {
            store(sim::index_of(Track::applied_bachelor), applied_share);
            store(sim::index_of(Track::academic_bachelor), 1.0 - applied_share);
        } else {
            store(known.find(table, row, name, problems), 1.0);
        }
    };
    const TrackYearData& national = data.track_years;
    for (std::size_t row = 0; row < national.rows(); ++row) {
        const int year = static_cast<int>(national.year[row]);
        const TrackYear all{national.intake[row], national.enrolment[row], national.graduates[row],
                            national.transfers_in[row], national.upgrade_entrants[row]};
        for_tracks(national, row, national.track[row], [&](std::size_t track, double share) {
            years_[track][year] = scaled(all, share);
        });
    }
    first_year_ = years_[0].empty() ? 0 : years_[0].begin()->first;
    last_year_ = years_[0].empty() ? 0 : years_[0].rbegin()->first;
    const Names provinces(province_names_, "province");
    const ProvinceTrackData& local = data.province_tracks;
    for (std::size_t row = 0; row < local.rows(); ++row) {
        const std::size_t province = provinces.find(local, row, local.province[row], problems);
        for_tracks(local, row, local.track[row], [&](std::size_t track, double) {
            ProvinceYear& year = province_years_[track][static_cast<int>(local.year[row])];
            year.intake.resize(provinces_);
            year.enrolment.resize(provinces_);
            year.intake[province] = local.intake[row];
            year.enrolment[province] = local.enrolment[row];
        });
    }
    const Names field_names = names_of<Field>("field");
    const FieldShareData& shares = data.field_shares;
    for (std::size_t row = 0; row < shares.rows(); ++row) {
        const std::size_t track = known.find(shares, row, shares.track[row], problems);
        const std::size_t field = field_names.find(shares, row, shares.field[row], problems);
        field_share_[track][field] = shares.intake_share[row];
    }
    const SchoolCountData& counts = data.school_counts;
    for (std::size_t row = 0; row < counts.rows(); ++row) {
        for_tracks(counts, row, counts.track[row], [&](std::size_t track, double share) {
            const int year = static_cast<int>(counts.year[row]);
            schools_[track][year] = counts.schools[row] * share;
            teachers_[track][year] = counts.teachers[row] * share;
        });
    }
}

void Records::read_cohorts(const Data& data) {
    for (std::size_t row = 0; row < data.cohorts.rows(); ++row) {
        const int year = static_cast<int>(data.cohorts.year[row]);
        aged_15_[year] = data.cohorts.aged_15[row];
        graduates_[year] = data.cohorts.lower_secondary_graduates[row];
        last_cohort_ = std::max(last_cohort_, year);
    }
    for (std::size_t row = 0; row < data.birth_cohorts.rows(); ++row) {
        birth_cohorts_[static_cast<int>(data.birth_cohorts.birth_year[row])] =
            data.birth_cohorts.persons[row];
    }
}

void Records::read_sectors(const Data& data, sim::Problems& problems) {
    const Names provinces(province_names_, "province");
    const Names sectors(sector_names_, "sector");
    sector_levels_.resize(sector_names_.size());
    sector_fields_.resize(sector_names_.size());
    sector_pooled_ = data.sectors.pooled_share.cells();
    sector_firm_size_ = data.sectors.mean_firm_size.cells();
    const Names level_names = names_of<JobLevel>("job level");
    const SectorJobData& jobs = data.sector_jobs;
    for (std::size_t row = 0; row < jobs.rows(); ++row) {
        sector_levels_[sectors.find(jobs, row, jobs.sector[row], problems)][level_names.find(
            jobs, row, jobs.job_level[row], problems)] = jobs.share_of_jobs[row];
    }
    const Names field_names = names_of<Field>("field");
    const SectorFieldData& weights = data.sector_fields;
    for (std::size_t row = 0; row < weights.rows(); ++row) {
        sector_fields_[sectors.find(weights, row, weights.sector[row], problems)][field_names.find(
            weights, row, weights.field[row], problems)] = weights.weight[row];
    }
    // Sections are split into sectors by national shares.
    std::map<std::string, std::vector<std::size_t>> members;
    for (std::size_t sector = 0; sector < sector_names_.size(); ++sector) {
        members[data.sectors.section[sector]].push_back(sector);
    }
    jobs_.assign(provinces_ * sector_names_.size(), 0.0);
    wages_.assign(provinces_ * sector_names_.size(), 1.0);
    const ProvinceSectorData& local = data.province_sectors;
    for (std::size_t row = 0; row < local.rows(); ++row) {
        const std::size_t province = provinces.find(local, row, local.province[row], problems);
        for (const std::size_t sector : members[local.section[row]]) {
            const std::size_t cell = province * sector_names_.size() + sector;
            jobs_[cell] = local.employment[row] * data.sectors.share_of_section[sector];
            wages_[cell] = local.wage[row];
        }
    }
    growth_.resize(sector_names_.size());
    const EmploymentYearData& years = data.employment_years;
    for (std::size_t row = 0; row < years.rows(); ++row) {
        for (const std::size_t sector : members[years.section[row]]) {
            growth_[sector][static_cast<int>(years.year[row])] = years.employment[row];
        }
    }
    for (auto& by_year : growth_) {
        const double last = by_year.empty() ? 1.0 : by_year.rbegin()->second;
        for (auto& [year, employment] : by_year) {
            employment = last > 0.0 ? employment / last : 1.0;
        }
    }
}

void Records::read_people(const Data& data, sim::Problems& problems) {
    constexpr std::size_t ages = oldest - youngest + 1;
    participation_.assign(ages * 4, 1.0);
    const Names sexes = names_of<Sex>("sex");
    const Names registrations = names_of<Hukou>("registration");
    const ParticipationData& rates = data.participation;
    for (std::size_t row = 0; row < rates.rows(); ++row) {
        const std::size_t sex = sexes.find(rates, row, rates.sex[row], problems);
        const std::size_t hukou = registrations.find(rates, row, rates.hukou[row], problems);
        for (auto age = rates.age_from[row]; age <= rates.age_to[row]; ++age) {
            participation_[static_cast<std::size_t>(age - youngest) * 4 + sex * 2 + hukou] =
                rates.rate[row];
        }
    }
    for (std::size_t row = 0; row < data.origins.rows(); ++row) {
        numbers_[data.origins.item[row]] = data.origins.value[row];
    }
}

TrackYear Records::year(Track track, int year) const {
    const ByYear& by_year = years_[sim::index_of(track)];
    return by_year.empty() ? TrackYear{} : nearest(by_year, year);
}

const Records::ProvinceYear& Records::province_year(Track track, int year) const {
    // Technical schools lie where secondary vocational schools do, vocational bachelor
    // institutions where higher vocational colleges do: neither has a provincial table.
    Track source = track;
    if (track == Track::technical_school || track == Track::comprehensive_high) {
        source = Track::secondary_vocational;
    } else if (track == Track::vocational_bachelor) {
        source = Track::higher_vocational;
    }
    return nearest(province_years_[sim::index_of(source)], year);
}

namespace {
double share_of(const std::vector<double>& numbers, std::size_t i) {
    double sum = 0.0;
    for (const double number : numbers) {
        sum += number;
    }
    return sum > 0.0 ? numbers[i] / sum : 0.0;
}
}  // namespace

double Records::intake_share(Track track, int year, std::size_t province) const {
    return share_of(province_year(track, year).intake, province);
}

double Records::enrolment_share(Track track, int year, std::size_t province) const {
    return share_of(province_year(track, year).enrolment, province);
}

double Records::schools(Track track, int year) const {
    const auto& by_year = schools_[sim::index_of(track)];
    return by_year.empty() ? 0.0 : nearest(by_year, year);
}

double Records::teachers(Track track, int year) const {
    const auto& by_year = teachers_[sim::index_of(track)];
    return by_year.empty() ? 0.0 : nearest(by_year, year);
}

double Records::aged_15(int year) const {
    return nearest(aged_15_, year);
}

double Records::lower_secondary_graduates(int year) const {
    return nearest(graduates_, year);
}

double Records::birth_cohort(int birth_year) const {
    return nearest(birth_cohorts_, birth_year);
}

double Records::jobs(std::size_t province, std::size_t sector, int year) const {
    const auto& by_year = growth_[sector];
    const double growth = by_year.empty() ? 1.0 : nearest(by_year, year);
    return jobs_[province * sector_names_.size() + sector] * growth;
}

double Records::wage(std::size_t province, std::size_t sector) const {
    return wages_[province * sector_names_.size() + sector];
}

double Records::participation(int age, Sex sex, Hukou hukou) const {
    const int clamped = std::clamp(age, youngest, oldest);
    return participation_[static_cast<std::size_t>(clamped - youngest) * 4 +
                          sim::index_of(sex) * 2 + sim::index_of(hukou)];
}

double Records::number(const std::string& item) const {
    const auto at = numbers_.find(item);
    return at == numbers_.end() ? 0.0 : at->second;
}

double Records::postgraduate_share(int year) const {
    const int clamped = std::clamp(year, first_year_, last_year_);
    return number(fmt::format("postgraduate_share_{}", clamped));
}

}  // namespace vocational
