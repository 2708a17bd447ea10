// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/beliefs/note_outlook.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

// Nobody who completed a track within the years looked at is older, but for re-entrants.
constexpr int oldest_beginner = 35;

// Each chunk owns some 25 KB of sums, so there are at most 64.
std::size_t rows_per_part(std::size_t rows) {
    return std::max(rows / 64 + 1, std::size_t{1} << 15U);
}

}  // namespace

struct NoteOutlook::Leavers {
    std::int32_t employed = 0;
    std::int32_t residents = 0;
    std::int32_t job_levels = 0;
    double log_wages = 0.0;

    void add(const Leavers& other) {
        employed += other.employed;
        residents += other.residents;
        job_levels += other.job_levels;
        log_wages += other.log_wages;
    }
    double log_wage() const { return employed > 0 ? log_wages / employed : 0.0; }
    double job_level() const {
        constexpr double range = vocational::job_levels - 1.0;
        return employed > 0 ? job_levels / range / employed : 0.0;
    }
};

struct NoteOutlook::Sums {
    std::vector<Leavers> tracks;  // [city of home][highest track]
    std::vector<Leavers> passed;  // [city of home][track]: by the first or the highest track
    std::vector<Leavers> fields;  // [level][field]

    explicit Sums(std::size_t cities)
        : tracks(cities * vocational::tracks),
          passed(cities * vocational::tracks),
          fields(levels * vocational::fields) {}
    void add(const Sums& other) {
        for (std::size_t i = 0; i < tracks.size(); ++i) {
            tracks[i].add(other.tracks[i]);
            passed[i].add(other.passed[i]);
        }
        for (std::size_t i = 0; i < fields.size(); ++i) {
            fields[i].add(other.fields[i]);
        }
    }
};

NoteOutlook::Sums NoteOutlook::observe(const sim::Tick& tick) const {
    const auto now = static_cast<std::uint8_t>(tick.key());
    const auto window = static_cast<unsigned>(4 * params_.beliefs.years_out);
    const std::size_t begin = std::max(
        persons_.first(), setting_.cohorts.first_row(tick.now() - 4 * (oldest_beginner + 1)));
    const std::size_t rows = persons_.end() - begin;
    return tick.executor().reduce(
        rows, rows_per_part(rows), Sums(setting_.cities()),
        [&](const sim::Chunk& chunk) {
            Sums part(setting_.cities());
            setting_.cohorts.for_segments_of(
                begin + chunk.begin, begin + chunk.end,
                [&](const Segment& segment, std::size_t from, std::size_t to) {
                    for (std::size_t row = from; row < to; ++row) {
                        const PersonId person(row);
                        const State state = state_[person];
                        const Attained attained = attained_[person];
                        const unsigned out = static_cast<std::uint8_t>(now - completed_[person]);
                        if (out > window || !has_track(attained) || state == State::enrolled ||
                            state == State::away) {
                            continue;
                        }
                        Leavers one{0, 1, 0, 0.0};
                        if (state == State::employed) {
                            const double wage = std::max(1.0, double{wage_[person]});
                            const auto level = sim::index_of(occupation_[person].level());
                            one = {1, 1, static_cast<std::int32_t>(level),
                                   sim::elementary::log(wage)};
                        }
                        const Track track = track_of(attained);
                        part.tracks[city_track(segment.home, track).row()].add(one);
                        part.passed[city_track(segment.home, track).row()].add(one);
                        const Path path = path_[person];
                        if (path.has_first_track() && path.first_track() != track) {
                            part.passed[city_track(segment.home, path.first_track()).row()].add(
                                one);
                        }
                        part.fields[field_outlook(level_of(track), field_[person]).row()].add(one);
                    }
                });
            return part;
        },
        [](Sums sum, const Sums& part) {
            sum.add(part);
            return sum;
        });
}

void NoteOutlook::note_progress(int year) {
    for (std::size_t cell = 0; cell < setting_.provinces() * tracks; ++cell) {
        const OutlookYearId at = outlook_year(TrackCellId(cell), year);
        completers_[at] = completers_home_[TrackCellId(cell)];
        continuers_[at] = continuers_home_[TrackCellId(cell)];
    }
}

// The first observation stands for the years before it too.
void NoteOutlook::publish(int year, const Sums& sums) {
    for (std::size_t p = 0; p < setting_.provinces(); ++p) {
        for (std::size_t t = 0; t < tracks; ++t) {
            const auto track = static_cast<Track>(t);
            Leavers all;
            for (std::size_t c = setting_.cities_of[p].begin; c < setting_.cities_of[p].end; ++c) {
                all.add(sums.tracks[city_track(CityId(c), track).row()]);
            }
            const TrackCellId cell = track_cell(ProvinceId(p), track);
            for (int y = year; y < year + 4; ++y) {
                const OutlookYearId at = outlook_year(cell, y);
                if (y == year || residents_[at] == 0) {
                    employed_[at] = all.employed;
                    residents_[at] = all.residents;
                    log_wages_[at] = all.log_wages;
                }
            }
        }
    }
    for (std::size_t cell = 0; cell < sums.fields.size(); ++cell) {
        for (int y = year; y < year + 4; ++y) {
            const FieldYearId at = field_year(FieldOutlookId(cell), y);
            if (y == year || field_employed_[at] == 0) {
                field_employed_[at] = sums.fields[cell].employed;
                field_wages_[at] = sums.fields[cell].log_wages;
            }
        }
    }
}

void NoteOutlook::update_peers() {
    for (std::size_t c = 0; c < setting_.cities(); ++c) {
        double all = 0.0;
        for (std::size_t t = 0; t < tracks; ++t) {
            all += entrants_[city_track(CityId(c), static_cast<Track>(t))];
        }
        for (std::size_t t = 0; t < tracks && all > 0.0; ++t) {
            const CityTrackId cell = city_track(CityId(c), static_cast<Track>(t));
            peers_[cell] = entrants_[cell] / all;
        }
    }
}

void NoteOutlook::update_prestige(int year, const Sums& sums) {
    std::array<Leavers, tracks> nation{};
    Leavers everyone;
    std::array<double, tracks> climbing{};
    double completers = 0.0, continuers = 0.0;
    for (std::size_t t = 0; t < tracks; ++t) {
        double completed = 0.0, continued = 0.0;
        for (std::size_t c = 0; c < setting_.cities(); ++c) {
            const CityTrackId cell = city_track(CityId(c), static_cast<Track>(t));
            nation[t].add(sums.passed[cell.row()]);
            everyone.add(sums.tracks[cell.row()]);
        }
        for (std::size_t p = 0; p < setting_.provinces(); ++p) {
            const OutlookYearId at =
                outlook_year(track_cell(ProvinceId(p), static_cast<Track>(t)), year);
            completed += completers_[at];
            continued += continuers_[at];
        }
        climbing[t] = completed > 0.0 ? continued / completed : 0.0;
        const bool has_next = level_of(static_cast<Track>(t)) != Level::bachelor;
        completers += has_next ? completed : 0.0;
        continuers += has_next ? continued : 0.0;
    }
    const double usual_climbing = completers > 0.0 ? continuers / completers : 0.0;
    for (std::size_t c = 0; c < setting_.cities(); ++c) {
        double low_share = 0.0;
        for (const Track track : vocational_tracks) {
            low_share += peers_[city_track(CityId(c), track)];
        }
        for (std::size_t t = 0; t < tracks; ++t) {
            const auto track = static_cast<Track>(t);
            const CityTrackId cell = city_track(CityId(c), track);
            campaign_[cell] = next_campaign(params_.prestige, campaign_[cell]);
            const Leavers& own = sums.passed[cell.row()];
            Showing showing;
            if (nation[t].employed > 0) {
                const double weight = own.employed > 0 ? params_.beliefs.own_region_weight() : 0.0;
                showing.pay = weight * own.log_wage() + (1.0 - weight) * nation[t].log_wage() -
                              everyone.log_wage();
                showing.tasks = weight * own.job_level() + (1.0 - weight) * nation[t].job_level() -
                                everyone.job_level();
            }
            const bool has_next = level_of(track) != Level::bachelor;  // the top has arrived
            showing.climbing = has_next ? climbing[t] - usual_climbing : 0.0;
            showing.low_share = is_vocational(track) ? low_share : 0.0;
            prestige_[cell] = is_known_[cell] != 0
                                  ? next_prestige(params_.prestige, prestige_[cell], showing)
                                  : deserved_prestige(params_.prestige, showing);
            is_known_[cell] = 1;
        }
    }
}

void NoteOutlook::run(const sim::Tick& tick) {
    const int year = tick.now().year();
    if (tick.is_quarter(3)) {
        note_progress(year);
        return;
    }
    const Sums sums = observe(tick);
    publish(year, sums);
    update_peers();
    update_prestige(year, sums);
}

}  // namespace vocational
