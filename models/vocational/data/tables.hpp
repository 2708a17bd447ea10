// SPDX-License-Identifier: Apache-2.0
// The recorded numbers that the model reads, one struct per file of the data folder. How each file
// was made from its sources, with marks, stands in scenarios/data/china/README.md.
#pragma once

#include "sim/data/data_table.hpp"

namespace vocational {

inline constexpr sim::Range not_negative{0.0, 1e15};
inline constexpr sim::Range unit_interval{0.0, 1.0};
inline constexpr sim::Range calendar_year{1900, 2100};

struct ProvinceData final : sim::DataTable {
    ProvinceData() : DataTable("provinces.csv", "Provinces in the order of all results.") {}
    sim::DataColumn<std::string> province{*this, "province", sim::unit::none, "English name."};
    sim::DataColumn<double> population{*this, "population", sim::unit::persons, "Residents.",
                                       not_negative};
    sim::DataColumn<double> gdp_per_capita{
        *this, "gdp_per_capita", sim::unit::yuan, "Product per head.", {1.0, 1e7}};
    sim::DataColumn<double> urban_share{*this, "urban_share", sim::unit::share, "Urban residents.",
                                        unit_interval};
};

struct CityData final : sim::DataTable {
    CityData() : DataTable("cities.csv", "Synthetic cities in the order of provinces.") {}
    sim::DataColumn<std::string> province{*this, "province", sim::unit::none, "Its province."};
    sim::DataColumn<double> population_share{*this, "population_share", sim::unit::share,
                                             "Share of the province's people.", unit_interval};
    sim::DataColumn<double> x_km{*this, "x_km", sim::unit::kilometre, "Position, west to east."};
    sim::DataColumn<double> y_km{*this, "y_km", sim::unit::kilometre, "Position, south to north."};
    sim::DataColumn<double> urban_share{*this, "urban_share", sim::unit::share, "Urban residents.",
                                        unit_interval};
};

struct CohortData final : sim::DataTable {
    CohortData()
        : DataTable("cohorts.csv", "15-year-olds by year of entry, recorded or projected.") {}
    sim::DataColumn<std::int64_t> year{*this, "year", sim::unit::year, "Year of turning 15.",
                                       calendar_year};
    sim::DataColumn<double> aged_15{*this, "aged_15", sim::unit::persons, "Size of the cohort.",
                                    not_negative};
    sim::DataColumn<double> lower_secondary_graduates{*this, "lower_secondary_graduates",
                                                      sim::unit::persons,
                                                      "Lower-secondary graduates.", not_negative};
};

struct BirthCohortData final : sim::DataTable {
    BirthCohortData()
        : DataTable("birth_cohorts.csv", "Single-year cohorts of the adult population.") {}
    sim::DataColumn<std::int64_t> birth_year{*this, "birth_year", sim::unit::year, "Year of birth.",
                                             calendar_year};
    sim::DataColumn<double> persons{*this, "persons", sim::unit::persons, "Size of the cohort.",
                                    not_negative};
};

struct TrackYearData final : sim::DataTable {
    TrackYearData() : DataTable("track_years.csv", "National flows and stocks by track.") {}
    sim::DataColumn<std::int64_t> year{*this, "year", sim::unit::year, "Statistical year.",
                                       calendar_year};
    sim::DataColumn<std::string> track{*this, "track", sim::unit::none,
                                       "Track; regular_bachelor pools applied and academic."};
    sim::DataColumn<double> intake{*this, "intake", sim::unit::persons, "Ordinary intake.",
                                   not_negative};
    sim::DataColumn<double> enrolment{*this, "enrolment", sim::unit::persons, "Students.",
                                      not_negative};
    sim::DataColumn<double> graduates{*this, "graduates", sim::unit::persons, "Completers.",
                                      not_negative};
    sim::DataColumn<double> transfers_in{*this, "transfers_in", sim::unit::persons,
                                         "Five-year transfers in.", not_negative};
    sim::DataColumn<double> upgrade_entrants{*this, "upgrade_entrants", sim::unit::persons,
                                             "Upgrading entrants.", not_negative};
};

struct ProvinceTrackData final : sim::DataTable {
    ProvinceTrackData()
        : DataTable("province_tracks.csv", "Provincial flows and stocks by track.") {}
    sim::DataColumn<std::int64_t> year{*this, "year", sim::unit::year, "Statistical year.",
                                       calendar_year};
    sim::DataColumn<std::string> province{*this, "province", sim::unit::none,
                                          "Province of school."};
    sim::DataColumn<std::string> track{*this, "track", sim::unit::none, "Track."};
    sim::DataColumn<double> intake{*this, "intake", sim::unit::persons, "Ordinary intake.",
                                   not_negative};
    sim::DataColumn<double> enrolment{*this, "enrolment", sim::unit::persons, "Students.",
                                      not_negative};
};

struct FieldShareData final : sim::DataTable {
    FieldShareData() : DataTable("field_shares.csv", "Intake by field within a track.") {}
    sim::DataColumn<std::string> track{*this, "track", sim::unit::none, "Track."};
    sim::DataColumn<std::string> field{*this, "field", sim::unit::none, "Field."};
    sim::DataColumn<double> intake_share{*this, "intake_share", sim::unit::share,
                                         "Share of the track's intake.", unit_interval};
};

struct SectorData final : sim::DataTable {
    SectorData() : DataTable("sectors.csv", "Sectors of the economy.") {}
    sim::DataColumn<std::string> sector{*this, "sector", sim::unit::none, "Name."};
    sim::DataColumn<std::string> section{*this, "section", sim::unit::none,
                                         "Section of the statistics that it belongs to."};
    sim::DataColumn<double> share_of_section{*this, "share_of_section", sim::unit::share,
                                             "Share of the section's jobs.", unit_interval};
    sim::DataColumn<double> mean_firm_size{
        *this, "mean_firm_size", sim::unit::persons, "Mean head count of its firms.", {1.0, 1e5}};
    sim::DataColumn<double> pooled_share{*this, "pooled_share", sim::unit::share,
                                         "Farm and own-account share of its jobs.", unit_interval};
};

struct SectorJobData final : sim::DataTable {
    SectorJobData() : DataTable("sector_jobs.csv", "Job levels within a sector.") {}
    sim::DataColumn<std::string> sector{*this, "sector", sim::unit::none, "Sector."};
    sim::DataColumn<std::string> job_level{*this, "job_level", sim::unit::none, "Job level."};
    sim::DataColumn<double> share_of_jobs{*this, "share", sim::unit::share,
                                          "Share of the sector's jobs.", unit_interval};
};

struct SectorFieldData final : sim::DataTable {
    SectorFieldData() : DataTable("sector_fields.csv", "Fields that a sector's jobs belong to.") {}
    sim::DataColumn<std::string> sector{*this, "sector", sim::unit::none, "Sector."};
    sim::DataColumn<std::string> field{*this, "field", sim::unit::none, "Field."};
    sim::DataColumn<double> weight{*this, "weight", sim::unit::share,
                                   "Share of the sector's jobs above elementary.", unit_interval};
};

struct ProvinceSectorData final : sim::DataTable {
    ProvinceSectorData()
        : DataTable("province_sectors.csv", "Jobs and wages by province and section.") {}
    sim::DataColumn<std::string> province{*this, "province", sim::unit::none, "Province."};
    sim::DataColumn<std::string> section{*this, "sector_section", sim::unit::none, "Section."};
    sim::DataColumn<double> employment{*this, "employment", sim::unit::jobs,
                                       "Employed aged 15 to 59, 2022.", not_negative};
    sim::DataColumn<double> wage{*this, "wage", sim::unit::yuan_per_year, "Mean wage.", {1.0, 1e7}};
};

struct EmploymentYearData final : sim::DataTable {
    EmploymentYearData()
        : DataTable("employment_years.csv", "National jobs and wages by section.") {}
    sim::DataColumn<std::int64_t> year{*this, "year", sim::unit::year, "Year.", calendar_year};
    sim::DataColumn<std::string> section{*this, "section", sim::unit::none, "Section."};
    sim::DataColumn<double> employment{*this, "employment", sim::unit::jobs,
                                       "Employed aged 15 to 59.", not_negative};
    sim::DataColumn<double> wage{*this, "wage", sim::unit::yuan_per_year, "Mean wage.", {1.0, 1e7}};
};

struct AttainmentData final : sim::DataTable {
    AttainmentData() : DataTable("attainment.csv", "Final attainment by year of birth.") {}
    sim::DataColumn<std::int64_t> birth_year{*this, "birth_year", sim::unit::year, "Year of birth.",
                                             calendar_year};
    sim::DataColumn<double> below_lower_secondary{*this, "below_lower_secondary", sim::unit::share,
                                                  "Less than lower secondary.", unit_interval};
    sim::DataColumn<double> lower_secondary{*this, "lower_secondary", sim::unit::share,
                                            "Lower secondary.", unit_interval};
    sim::DataColumn<double> upper_secondary_general{
        *this, "upper_secondary_general", sim::unit::share, "General high school.", unit_interval};
    sim::DataColumn<double> upper_secondary_vocational{
        *this, "upper_secondary_vocational", sim::unit::share, "Vocational upper secondary.",
        unit_interval};
    sim::DataColumn<double> associate{*this, "associate", sim::unit::share, "Associate.",
                                      unit_interval};
    sim::DataColumn<double> bachelor{*this, "bachelor", sim::unit::share, "Bachelor.",
                                     unit_interval};
};

struct ProvinceAttainmentData final : sim::DataTable {
    ProvinceAttainmentData()
        : DataTable("province_attainment.csv", "Attainment by province, census of 2020.") {}
    sim::DataColumn<std::string> province{*this, "province", sim::unit::none,
                                          "Province, in the order of provinces.csv."};
    sim::DataColumn<double> tertiary{
        *this, "tertiary_per_100k", sim::unit::persons, "Per 100,000 residents.", {0.0, 1e5}};
    sim::DataColumn<double> upper_secondary{*this,
                                            "upper_secondary_per_100k",
                                            sim::unit::persons,
                                            "Per 100,000 residents.",
                                            {0.0, 1e5}};
    sim::DataColumn<double> lower_secondary{*this,
                                            "lower_secondary_per_100k",
                                            sim::unit::persons,
                                            "Per 100,000 residents.",
                                            {0.0, 1e5}};
};

struct SchoolCountData final : sim::DataTable {
    SchoolCountData() : DataTable("school_counts.csv", "Real schools by track.") {}
    sim::DataColumn<std::string> track{*this, "track", sim::unit::none, "Track."};
    sim::DataColumn<std::int64_t> year{*this, "year", sim::unit::year, "Year.", calendar_year};
    sim::DataColumn<double> schools{*this, "schools", sim::unit::schools, "Schools.", not_negative};
    sim::DataColumn<double> teachers{*this, "teachers", sim::unit::persons, "Full-time teachers.",
                                     not_negative};
};

struct ParticipationData final : sim::DataTable {
    ParticipationData()
        : DataTable("participation.csv", "Labour-market participation out of school.") {}
    sim::DataColumn<std::int64_t> age_from{
        *this, "age_from", sim::unit::year, "From this age …", {15, 59}};
    sim::DataColumn<std::int64_t> age_to{*this, "age_to", sim::unit::year, "… to this.", {15, 59}};
    sim::DataColumn<std::string> sex{*this, "sex", sim::unit::none, "Sex."};
    sim::DataColumn<std::string> hukou{*this, "hukou", sim::unit::none, "Household registration."};
    sim::DataColumn<double> rate{*this, "rate", sim::unit::share, "Participation rate.",
                                 unit_interval};
};

struct OriginData final : sim::DataTable {
    OriginData() : DataTable("origins.csv", "Single numbers: sex, registration, further study.") {}
    sim::DataColumn<std::string> item{*this, "item", sim::unit::none, "Name of the number."};
    sim::DataColumn<double> value{*this, "value", sim::unit::none, "Its value."};
};

struct FinanceData final : sim::DataTable {
    FinanceData() : DataTable("finance.csv", "Money per student by track and year.") {}
    sim::DataColumn<std::string> track{*this, "track", sim::unit::none,
                                       "Track; regular_bachelor pools applied and academic."};
    sim::DataColumn<std::int64_t> year{*this, "year", sim::unit::year, "Year.", calendar_year};
    sim::DataColumn<double> spending_per_student{*this, "spending_per_student",
                                                 sim::unit::yuan_per_student_year, "All money.",
                                                 not_negative};
    sim::DataColumn<double> public_per_student{*this, "public_per_student",
                                               sim::unit::yuan_per_student_year,
                                               "General public budget.", not_negative};
};

struct ProvinceFinanceData final : sim::DataTable {
    ProvinceFinanceData()
        : DataTable("province_finance.csv", "Public money per student by province.") {}
    sim::DataColumn<std::string> province{*this, "province", sim::unit::none, "Province."};
    sim::DataColumn<double> money_per_student_ratio{*this,
                                                    "money_per_student_ratio",
                                                    sim::unit::ratio,
                                                    "Public money per student over the nation's.",
                                                    {0.1, 10.0}};
};

// Everything read from the data folder.
struct Data {
    ProvinceData provinces;
    CityData cities;
    CohortData cohorts;
    BirthCohortData birth_cohorts;
    TrackYearData track_years;
    ProvinceTrackData province_tracks;
    FieldShareData field_shares;
    SectorData sectors;
    SectorJobData sector_jobs;
    SectorFieldData sector_fields;
    ProvinceSectorData province_sectors;
    EmploymentYearData employment_years;
    AttainmentData attainment;
    ProvinceAttainmentData province_attainment;
    SchoolCountData school_counts;
    ParticipationData participation;
    OriginData origins;
    FinanceData finance;
    ProvinceFinanceData province_finance;
};

}  // namespace vocational
