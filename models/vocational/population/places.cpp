// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/population/places.hpp"

#include <cmath>

#include "sim/matching/apportion.hpp"

namespace vocational {

namespace {

constexpr int quarters_until_60 = 240;

// Log income per head, standardised over provinces.
std::vector<double> standardised_affluence(const std::vector<double>& income) {
    std::vector<double> log_income;
    double sum = 0.0;
    for (const double x : income) {
        log_income.push_back(std::log(x));
        sum += log_income.back();
    }
    const double mean = sum / static_cast<double>(income.size());
    double squares = 0.0;
    for (const double x : log_income) {
        squares += (x - mean) * (x - mean);
    }
    const double spread = std::sqrt(squares / static_cast<double>(income.size()));
    for (double& x : log_income) {
        x = spread > 0.0 ? (x - mean) / spread : 0.0;
    }
    return log_income;
}

// A province's share of the nation's 15-year-olds is its share of all recorded upper-secondary
// intake: equal entry rates everywhere.
double cohort_share(const Records& records, int year, std::size_t province) {
    double local = 0.0;
    double national = 0.0;
    for (const Track track : {Track::general_high, Track::secondary_vocational}) {
        const double intake = records.year(track, year).intake;
        local += intake * records.intake_share(track, year, province);
        national += intake;
    }
    const double technical = records.year(Track::technical_school, year).intake;
    local += technical * records.intake_share(Track::technical_school, year, province);
    return local / (national + technical);
}

void make_pull(const LabourParams& labour, const CityTable& cities, const Records& records,
               Setting& setting) {
    const std::size_t n = setting.cities();
    std::vector<double> jobs(n);
    for (std::size_t city = 0; city < n; ++city) {
        const std::size_t province = setting.province_of[city].row();
        for (std::size_t sector = 0; sector < records.sectors(); ++sector) {
            jobs[city] += records.jobs(province, sector, setting.base_year) *
                          (1.0 - records.pooled_share(sector)) * cities.share[city];
        }
    }
    setting.pull.resize(n * n);
    for (std::size_t from = 0; from < n; ++from) {
        double sum = 0.0;
        for (std::size_t to = 0; to < n; ++to) {
            const double distance =
                std::hypot(cities.x[from] - cities.x[to], cities.y[from] - cities.y[to]);
            sum += from == to ? 0.0 : jobs[to] * std::exp(-distance / labour.move_distance);
            setting.pull[from * n + to] = sum;
        }
        for (std::size_t to = 0; to < n; ++to) {
            setting.pull[from * n + to] /= sum > 0.0 ? sum : 1.0;
        }
    }
}

// A province's income less the distance between the largest cities.
void make_appeal(const ChoiceParams& choice, const ProvinceTable& provinces,
                 const CityTable& cities, Setting& setting) {
    const std::size_t n = setting.provinces();
    setting.college_appeal.resize(n * n);
    for (std::size_t home = 0; home < n; ++home) {
        for (std::size_t school = 0; school < n; ++school) {
            const std::size_t a = setting.cities_of[home].begin;
            const std::size_t b = setting.cities_of[school].begin;
            const double distance =
                std::hypot(cities.x[a] - cities.x[b], cities.y[a] - cities.y[b]);
            setting.college_appeal[home * n + school] =
                choice.destination_affluence * provinces.affluence[school] -
                distance / choice.destination_distance;
        }
    }
}

}  // namespace

void make_places(const Data& data, const Records& records, const Params& params,
                 ProvinceTable& provinces, CityTable& cities, Setting& setting) {
    const std::size_t count = data.provinces.rows();
    provinces.reserve(count);
    provinces.append(count);
    const std::vector<double> affluence =
        standardised_affluence(data.provinces.gdp_per_capita.cells());
    double population = 0.0;
    for (std::size_t p = 0; p < count; ++p) {
        population += data.provinces.population[p];
    }
    for (std::size_t p = 0; p < count; ++p) {
        provinces.cohort_share[p] = cohort_share(records, setting.base_year, p);
        provinces.population_share[p] = data.provinces.population[p] / population;
        provinces.urban_share[p] = data.provinces.urban_share[p];
        provinces.affluence[p] = affluence[p];
    }
    cities.reserve(data.cities.rows());
    cities.append(data.cities.rows());
    setting.cities_of.assign(count, {});
    for (std::size_t c = 0; c < data.cities.rows(); ++c) {
        std::size_t p = 0;
        while (data.provinces.province[p] != data.cities.province[c]) {
            ++p;
        }
        cities.province[c] = ProvinceId(p);
        cities.share[c] = data.cities.population_share[c];
        cities.urban_share[c] = data.cities.urban_share[c];
        cities.x[c] = data.cities.x_km[c];
        cities.y[c] = data.cities.y_km[c];
        setting.province_of.push_back(ProvinceId(p));
        RowRange& range = setting.cities_of[p];
        range.begin = range.end == 0 ? static_cast<std::uint32_t>(c) : range.begin;
        range.end = static_cast<std::uint32_t>(c + 1);
    }
    make_pull(params.labour, cities, records, setting);
    make_appeal(params.choice, provinces, cities, setting);
}

namespace {

// One entering or initial cohort over four birth quarters and all cities, appended to `counts`.
class CohortLayout {
  public:
    CohortLayout(const CityTable& cities, const Setting& setting)
        : cities_(cities), setting_(setting) {}

    // `people` born in `quarters` consecutive quarters; counts come out birth quarter by quarter.
    void add(double people, int quarters, int key, const sim::Column<double>& province_share,
             std::vector<std::uint32_t>& counts) const {
        const auto births = static_cast<std::size_t>(quarters);
        const std::size_t cities = setting_.cities();
        // Cells in the order province, city, birth quarter, so that each province is one group.
        std::vector<double> entitlements;
        std::vector<std::uint32_t> groups{0};
        for (std::size_t p = 0; p < setting_.provinces(); ++p) {
            for (std::size_t c = setting_.cities_of[p].begin; c < setting_.cities_of[p].end; ++c) {
                const double share = province_share[p] * cities_.share[c];
                for (std::size_t b = 0; b < births; ++b) {
                    entitlements.push_back(people / setting_.scale * share /
                                           static_cast<double>(births));
                }
            }
            groups.push_back(static_cast<std::uint32_t>(entitlements.size()));
        }
        std::vector<double> offsets;
        sim::Rng rng =
            setting_.stream("cohort layout").at(sim::Identity{0}, static_cast<std::uint32_t>(key));
        const double offset = rng.uniform();
        for (std::size_t p = 0; p < setting_.provinces(); ++p) {
            offsets.push_back(rng.uniform());
        }
        std::vector<std::int64_t> agents(entitlements.size());
        sim::apportion_groups(groups, entitlements, offset, offsets, agents);
        for (std::size_t b = 0; b < births; ++b) {
            for (std::size_t c = 0; c < cities; ++c) {
                counts.push_back(static_cast<std::uint32_t>(agents[c * births + b]));
            }
        }
    }

  private:
    const CityTable& cities_;
    const Setting& setting_;
};

}  // namespace

CohortIndex lay_out_cohorts(const Records& records, const ProvinceTable& provinces,
                            const CityTable& cities, const Setting& setting,
                            const sim::Scenario& scenario) {
    const sim::Quarter first = scenario.first_quarter();
    // Who was born in first − 240 leaves at the start of the first quarter, so is still there
    // before.
    const sim::Quarter first_birth = first - quarters_until_60;
    const CohortLayout layout(cities, setting);
    std::vector<std::uint32_t> counts;
    // The cohort of year y is born from Q4 of y − 16 to Q3 of y − 15.
    const sim::Quarter first_entering_birth(first.year() - 16, 4);
    for (sim::Quarter birth = first_birth; birth < first_entering_birth; birth = birth + 1) {
        layout.add(records.birth_cohort(birth.year()) / 4.0, 1, birth.index(),
                   provinces.population_share, counts);
    }
    for (int year = first.year(); year <= scenario.end.year(); ++year) {
        layout.add(records.aged_15(year), 4, sim::Quarter(year - 16, 4).index(),
                   provinces.cohort_share, counts);
    }
    return CohortIndex(first_birth, setting.cities(), counts);
}

}  // namespace vocational
