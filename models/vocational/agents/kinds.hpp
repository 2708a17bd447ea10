// SPDX-License-Identifier: Apache-2.0
// The named categories of the model. Enumerators are the labels in files, so their spelling and
// order are part of the file format.
#pragma once

#include <array>
#include <cstdint>

#include "sim/core/enum.hpp"

namespace vocational {

// A person is in exactly one state. `away`: postgraduate study, study abroad, military service.
enum class State : std::uint8_t { enrolled, employed, unemployed, inactive, away };

enum class Sex : std::uint8_t { female, male };
enum class Hukou : std::uint8_t { rural, urban };

// Kinds of school, each a track of the ladder.
enum class Track : std::uint8_t {
    general_high,
    comprehensive_high,
    secondary_vocational,
    technical_school,
    higher_vocational,
    vocational_bachelor,
    applied_bachelor,
    academic_bachelor
};
inline constexpr std::size_t tracks = sim::enum_size<Track>;

// What a person has completed: a track, or what lies below all tracks.
enum class Attained : std::uint8_t {
    below_lower_secondary,
    lower_secondary,
    general_high,
    comprehensive_high,
    secondary_vocational,
    technical_school,
    higher_vocational,
    vocational_bachelor,
    applied_bachelor,
    academic_bachelor
};

// Levels of attainment as outcomes report them; lower_secondary includes everything below.
enum class Level : std::uint8_t { lower_secondary, upper_secondary, associate, bachelor };
inline constexpr std::size_t levels = sim::enum_size<Level>;

enum class JobLevel : std::uint8_t { elementary, skilled_worker, technician, professional };
inline constexpr std::size_t job_levels = sim::enum_size<JobLevel>;

// The 19 national major classes of vocational education, and general.
enum class Field : std::uint8_t {
    general,
    agriculture,
    resources_environment_safety,
    energy_materials,
    civil_engineering,
    water,
    equipment_manufacturing,
    biology_chemicals,
    light_industry_textiles,
    food_pharmaceuticals,
    transport,
    electronics_information,
    health,
    finance_commerce,
    tourism,
    culture_arts,
    journalism,
    education_sports,
    public_security_justice,
    public_administration
};
inline constexpr std::size_t fields = sim::enum_size<Field>;

constexpr Attained attained_by(Track track) {
    return static_cast<Attained>(static_cast<std::uint8_t>(track) + 2U);
}

// The track that led to an attainment of upper-secondary level or more.
constexpr Track track_of(Attained attained) {
    return static_cast<Track>(static_cast<std::uint8_t>(attained) - 2U);
}

constexpr bool has_track(Attained attained) {
    return attained >= Attained::general_high;
}

constexpr Level level_of(Track track) {
    switch (track) {
        case Track::general_high:
        case Track::comprehensive_high:
        case Track::secondary_vocational:
        case Track::technical_school:
            return Level::upper_secondary;
        case Track::higher_vocational:
            return Level::associate;
        case Track::vocational_bachelor:
        case Track::applied_bachelor:
        case Track::academic_bachelor:
            return Level::bachelor;
    }
    return Level::lower_secondary;
}

constexpr Level level_of(Attained attained) {
    return has_track(attained) ? level_of(track_of(attained)) : Level::lower_secondary;
}

// Years of study from ordinary entry to completion.
constexpr int years_of(Track track) {
    return level_of(track) == Level::bachelor ? 4 : 3;
}

constexpr bool is_vocational(Track track) {
    return track == Track::secondary_vocational || track == Track::technical_school ||
           track == Track::higher_vocational || track == Track::vocational_bachelor;
}

// The four vocational tracks that headline values pool.
inline constexpr std::array<Track, 4> vocational_tracks{
    Track::secondary_vocational, Track::technical_school, Track::higher_vocational,
    Track::vocational_bachelor};

// An occupation is a job level in a field; elementary jobs belong to no field.
struct Occupation {
    std::uint8_t number = 0;

    static constexpr Occupation of(JobLevel level, Field field) {
        return {static_cast<std::uint8_t>(sim::index_of(level) * fields + sim::index_of(field))};
    }
    constexpr JobLevel level() const { return static_cast<JobLevel>(number / fields); }
    constexpr Field field() const { return static_cast<Field>(number % fields); }
};
inline constexpr std::size_t occupations = job_levels * fields;
// A number for each occupation.
using ByOccupation = std::array<double, occupations>;

}  // namespace vocational
