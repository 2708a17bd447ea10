// SPDX-License-Identifier: Apache-2.0
// The recorded series, looked up by track, year and province: what drives the run up to and
// including the admission of the start year. Built from the data tables; knows no rule.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/kinds.hpp"
#include "models/vocational/data/tables.hpp"
#include "sim/core/error.hpp"

namespace vocational {

// Flows and stocks of one track in one year, in people.
struct TrackYear {
    double intake = 0.0;
    double enrolment = 0.0;
    double graduates = 0.0;
    double transfers_in = 0.0;
    double upgrade_entrants = 0.0;
};

class Records {
  public:
    Records() = default;
    // `applied_share` splits the recorded regular bachelor. Names in the data that are not known
    // are added to `problems`; the object must not be used if there are any.
    Records(const Data& data, double applied_share, sim::Problems& problems);

    std::size_t provinces() const { return provinces_; }
    std::size_t sectors() const { return sector_names_.size(); }
    const std::vector<std::string>& province_names() const { return province_names_; }
    const std::vector<std::string>& sector_names() const { return sector_names_; }

    // Years before the first recorded one read as the first, later ones as the last.
    TrackYear year(Track track, int year) const;
    int first_year() const { return first_year_; }
    int last_year() const { return last_year_; }

    // Share of the province in a track's intake or stock; the last provincial year stands for
    // later.
    double intake_share(Track track, int year, std::size_t province) const;
    double enrolment_share(Track track, int year, std::size_t province) const;

    double field_share(Track track, Field field) const {
        return field_share_[sim::index_of(track)][sim::index_of(field)];
    }
    // Real schools of the kind in the year.
    double schools(Track track, int year) const;
    // Full-time teachers of the kind in the year.
    double teachers(Track track, int year) const;
    // People aged 15 and lower-secondary graduates of the year.
    double aged_15(int year) const;
    double lower_secondary_graduates(int year) const;
    int last_cohort_year() const { return last_cohort_; }
    double birth_cohort(int birth_year) const;

    // Jobs and yearly wage by province and sector, in the year; jobs in people.
    double jobs(std::size_t province, std::size_t sector, int year) const;
    double wage(std::size_t province, std::size_t sector) const;
    double pooled_share(std::size_t sector) const { return sector_pooled_[sector]; }
    double mean_firm_size(std::size_t sector) const { return sector_firm_size_[sector]; }
    double job_level_share(std::size_t sector, JobLevel level) const {
        return sector_levels_[sector][sim::index_of(level)];
    }
    double sector_field_weight(std::size_t sector, Field field) const {
        return sector_fields_[sector][sim::index_of(field)];
    }

    double participation(int age, Sex sex, Hukou hukou) const;
    // A single number of origins.csv; 0 if it is not there.
    double number(const std::string& item) const;
    double postgraduate_share(int year) const;

  private:
    struct ProvinceYear {
        std::vector<double> intake;
        std::vector<double> enrolment;
    };
    using ByYear = std::map<int, TrackYear>;

    void read_places(const Data& data);
    void read_tracks(const Data& data, double applied_share, sim::Problems& problems);
    void read_cohorts(const Data& data);
    void read_sectors(const Data& data, sim::Problems& problems);
    void read_people(const Data& data, sim::Problems& problems);
    const ProvinceYear& province_year(Track track, int year) const;

    std::size_t provinces_ = 0;
    std::vector<std::string> province_names_;
    std::vector<std::string> sector_names_;
    int first_year_ = 0;
    int last_year_ = 0;
    int last_cohort_ = 0;
    std::array<ByYear, tracks> years_;
    std::array<std::map<int, ProvinceYear>, tracks> province_years_;
    std::array<std::array<double, fields>, tracks> field_share_{};
    std::array<std::map<int, double>, tracks> schools_;
    std::array<std::map<int, double>, tracks> teachers_;
    std::map<int, double> aged_15_;
    std::map<int, double> graduates_;
    std::map<int, double> birth_cohorts_;
    std::vector<double> sector_pooled_;
    std::vector<double> sector_firm_size_;
    std::vector<std::array<double, job_levels>> sector_levels_;
    std::vector<std::array<double, fields>> sector_fields_;
    std::vector<double> jobs_;                   // [province][sector], last year
    std::vector<double> wages_;                  // [province][sector]
    std::vector<std::map<int, double>> growth_;  // [sector] year → jobs ÷ last year's
    std::vector<double> participation_;          // [age − 15][sex][hukou]
    std::map<std::string, double> numbers_;
};

}  // namespace vocational
