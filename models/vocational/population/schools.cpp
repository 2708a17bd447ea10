// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/population/schools.hpp"

#include <cmath>

#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

constexpr double agents_per_row = 100.0;

bool is_local(Track track) {
    return level_of(track) == Level::upper_secondary;
}

bool teaches_fields(Track track) {
    return track != Track::general_high && track != Track::comprehensive_high;
}

// A school row before it is written.
struct SchoolPlan {
    std::size_t city;
    Track track;
    double weight;
    double seat_share;
};

// How many rows stand for `real` schools with `students` people: as many as keep 100 agents each,
// no more than there are real schools, at least one.
std::size_t rows_for(double real, double students, double scale) {
    const double by_size = std::floor(students / scale / agents_per_row + 0.5);
    return static_cast<std::size_t>(std::max(1.0, std::min(by_size, std::floor(real))));
}

class Planner {
  public:
    Planner(const Records& records, const CityTable& cities, int year, const Setting& setting)
        : records_(records), cities_(cities), year_(year), setting_(setting) {}

    // All rows of a track in a province, in order of city.
    std::vector<SchoolPlan> plan(std::size_t province, Track track) const {
        const bool is_closed = track == Track::comprehensive_high;
        const double share = records_.enrolment_share(track, year_, province);
        const double real = is_closed ? 0.0 : records_.schools(track, year_) * share;
        const double students = is_closed ? 0.0 : records_.year(track, year_).enrolment * share;
        const RowRange cities = setting_.cities_of[province];
        std::vector<SchoolPlan> plans;
        if (is_local(track) && !is_closed) {
            for (std::size_t city = cities.begin; city < cities.end; ++city) {
                const double part = cities_.share[city];
                const std::size_t rows = rows_for(real * part, students * part, setting_.scale);
                const auto n = static_cast<double>(rows);
                plans.insert(plans.end(), rows, {city, track, real * part / n, part / n});
            }
            return plans;
        }
        // Colleges: rows of equal size, spread over cities by their share, the largest first.
        const std::size_t rows = rows_for(real, students, setting_.scale);
        const auto n = static_cast<double>(rows);
        double reached = 0.0;
        std::size_t placed = 0;
        for (std::size_t city = cities.begin; city < cities.end; ++city) {
            reached += cities_.share[city];
            const bool is_last = city + 1 == cities.end;
            const double until = is_last ? n : std::ceil(reached * n - 1e-9);
            for (; static_cast<double>(placed) < until; ++placed) {
                plans.push_back({city, track, real / n, 1.0 / n});
            }
        }
        return plans;
    }

  private:
    const Records& records_;
    const CityTable& cities_;
    int year_;
    const Setting& setting_;
};

std::vector<std::pair<Field, double>> fields_of(const Records& records, Track track) {
    if (!teaches_fields(track)) {
        return {{Field::general, 1.0}};
    }
    std::vector<std::pair<Field, double>> list;
    for (std::size_t f = 1; f < fields; ++f) {
        const double share = records.field_share(track, static_cast<Field>(f));
        if (share > 0.0) {
            list.emplace_back(static_cast<Field>(f), share);
        }
    }
    return list;
}

// Where the students of a province went to college before the run: each college reserves the home
// share for its own province and spreads the rest over all provinces by their cohorts.
void make_college_of_home(const Records& records, int year, double home_share, Setting& setting) {
    const std::size_t n = setting.provinces();
    setting.college_of_home.assign(n * n, 0.0);
    setting.college_of_home_total.assign(n, 0.0);
    const double associate = records.year(Track::higher_vocational, year).enrolment;
    const double bachelor = 2.0 * records.year(Track::academic_bachelor, year).enrolment;
    std::vector<double> seats(n);
    std::vector<double> cohort(n);
    for (std::size_t p = 0; p < n; ++p) {
        seats[p] = (associate * records.enrolment_share(Track::higher_vocational, year, p) +
                    bachelor * records.enrolment_share(Track::academic_bachelor, year, p)) /
                   (associate + bachelor);
        cohort[p] = records.enrolment_share(Track::general_high, year, p);
    }
    for (std::size_t home = 0; home < n; ++home) {
        double sum = 0.0;
        for (std::size_t school = 0; school < n; ++school) {
            sum += seats[school] * (home == school ? home_share : 0.0) +
                   seats[school] * (1.0 - home_share) * cohort[home];
            setting.college_of_home[home * n + school] = sum;
        }
        setting.college_of_home_total[home] = sum;
        for (std::size_t school = 0; school < n; ++school) {
            setting.college_of_home[home * n + school] /= sum > 0.0 ? sum : 1.0;
        }
    }
}

// Real schools differ in size; a row that stands for many of them comes close to the mean. Shares
// of the seats of a city, or for colleges of the province, stay what they are together.
void vary_sizes(const std::vector<SchoolPlan>& plans, double spread, const Setting& setting,
                SchoolTable& schools) {
    const sim::Stream stream = setting.stream("school size");
    std::vector<double> planned((setting.cities() + setting.provinces()) * tracks, 0.0);
    std::vector<double> drawn(planned.size(), 0.0);
    std::vector<double> size(plans.size());
    const auto group = [&](const SchoolPlan& plan) {
        const std::size_t place = is_local(plan.track)
                                      ? plan.city
                                      : setting.cities() + setting.province_of[plan.city].row();
        return place * tracks + sim::index_of(plan.track);
    };
    for (std::size_t s = 0; s < plans.size(); ++s) {
        const double variance =
            sim::elementary::log1p(spread * spread / std::max(1.0, plans[s].weight));
        sim::Rng rng = stream.at(sim::Identity{s}, 0);
        size[s] = plans[s].seat_share *
                  sim::elementary::exp(std::sqrt(variance) * rng.normal() - variance / 2.0);
        planned[group(plans[s])] += plans[s].seat_share;
        drawn[group(plans[s])] += size[s];
    }
    for (std::size_t s = 0; s < plans.size(); ++s) {
        const std::size_t at = group(plans[s]);
        schools.seat_share[s] = static_cast<float>(
            drawn[at] > 0.0 ? size[s] * planned[at] / drawn[at] : plans[s].seat_share);
    }
}

}  // namespace

void make_schools(const Records& records, const CityTable& cities, int year, const Params& params,
                  SchoolTable& schools, ProgrammeTable& programmes, Setting& setting) {
    const Planner planner(records, cities, year, setting);
    std::vector<SchoolPlan> plans;
    for (std::size_t p = 0; p < setting.provinces(); ++p) {
        for (std::size_t t = 0; t < tracks; ++t) {
            const std::vector<SchoolPlan> some = planner.plan(p, static_cast<Track>(t));
            plans.insert(plans.end(), some.begin(), some.end());
        }
    }
    std::stable_sort(plans.begin(), plans.end(), [](const SchoolPlan& a, const SchoolPlan& b) {
        return a.city != b.city ? a.city < b.city : a.track < b.track;
    });
    std::size_t programme_rows = 0;
    for (const SchoolPlan& plan : plans) {
        programme_rows += fields_of(records, plan.track).size();
    }
    schools.reserve(plans.size());
    schools.append(plans.size());
    programmes.reserve(programme_rows);
    setting.schools_in.assign(setting.cities() * tracks, {});
    setting.programmes_in.assign(setting.provinces() * tracks, {});
    const sim::Stream standing = setting.stream("school standing");
    for (std::size_t s = 0; s < plans.size(); ++s) {
        const SchoolPlan& plan = plans[s];
        RowRange& range = setting.schools_in[plan.city * tracks + sim::index_of(plan.track)];
        range.begin = range.size() == 0 ? static_cast<std::uint32_t>(s) : range.begin;
        range.end = static_cast<std::uint32_t>(s + 1);
        sim::Rng rng = standing.at(sim::Identity::of(static_cast<std::uint16_t>(plan.city),
                                                     static_cast<std::uint16_t>(plan.track),
                                                     static_cast<std::uint32_t>(s) - range.begin),
                                   0);
        schools.city[s] = CityId(plan.city);
        schools.track[s] = plan.track;
        schools.weight[s] = static_cast<float>(plan.weight);
        schools.standing[s] = static_cast<float>(rng.normal());
        const auto taught = fields_of(records, plan.track);
        const std::size_t first = programmes.append(taught.size());
        schools.first_programme[s] = static_cast<std::uint32_t>(first);
        schools.programmes[s] = static_cast<std::uint32_t>(taught.size());
        const std::size_t province = setting.province_of[plan.city].row();
        for (std::size_t i = 0; i < taught.size(); ++i) {
            programmes.school[first + i] = SchoolId(s);
            programmes.field[first + i] = taught[i].first;
            programmes.seat_share[first + i] = static_cast<float>(taught[i].second);
            setting.programmes_in[province * tracks + sim::index_of(plan.track)].push_back(
                static_cast<std::uint32_t>(first + i));
        }
    }
    vary_sizes(plans, params.school_supply.size_spread, setting, schools);
    make_college_of_home(records, year, params.admission.home_quota_share, setting);
}

}  // namespace vocational
