// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/schools/school_size.hpp"

#include <algorithm>
#include <cmath>

#include "models/vocational/agents/count.hpp"
#include "models/vocational/phases/student_rows.hpp"
#include "models/vocational/population/school_norms.hpp"
#include "sim/random/elementary.hpp"
#include "sim/random/normal.hpp"

namespace vocational {

namespace {

constexpr float smallest_weight = 0.5F;  // of a row that still stands for a school
constexpr double rounding = 1e-5;        // n years of 1 ÷ n are one, in single precision too

double smallest_size(const SchoolSupplyParams& params, Track track) {
    if (level_of(track) != Level::upper_secondary) {
        return params.smallest_college;
    }
    return is_vocational(track) ? params.smallest_vocational : params.smallest_general;
}

bool every_city_keeps_one(Track track) {
    return track == Track::general_high || track == Track::secondary_vocational;
}

double opening_speed(const SchoolSupplyParams& params, Track track) {
    if (level_of(track) != Level::upper_secondary) {
        return params.opening_college;
    }
    return is_vocational(track) ? params.opening_vocational : params.opening_general;
}

}  // namespace

double share_too_small(double spread, double weight, double size, double smallest) {
    using sim::elementary::log1p;
    const double variance = log1p(spread * spread) - log1p(spread * spread / std::max(1.0, weight));
    if (size <= 0.0 || variance <= 0.0) {
        return size < smallest ? 1.0 : 0.0;
    }
    return sim::normal_cdf((sim::elementary::log(smallest / size) + variance / 2.0) /
                           std::sqrt(variance));
}

void SchoolSize::run(const sim::Tick& tick) {
    heirs_.assign(schools_.end(), {});
    if (tick.now() < tick.start()) {
        for (std::size_t row = schools_.first(); row < schools_.end(); ++row) {
            follow_records(SchoolId(row), tick.now().year());
        }
        note_sizes();
        return;
    }
    measure();
    for (std::size_t row = schools_.first(); row < schools_.end(); ++row) {
        if (is_closed_[SchoolId(row)] == 0 && weight_[SchoolId(row)] > 0.0F) {
            open(SchoolId(row));
            shrink(SchoolId(row));
        }
    }
    const bool any =
        std::any_of(heirs_.begin(), heirs_.end(), [](const auto& heirs) { return !heirs.empty(); });
    if (any) {
        move_students(tick);
    }
}

void SchoolSize::follow_records(SchoolId school, int year) {
    const Track track = track_[school];
    const std::size_t province = setting_.province_of[city_[school].row()].row();
    weight_[school] = static_cast<float>(records_.schools(track, year) *
                                         records_.enrolment_share(track, year, province) *
                                         static_cast<double>(share_[school]));
}

double SchoolSize::people(SchoolId school) const {
    return setting_.scale *
           static_cast<double>(students_of(school, first_programme_, programmes_, enrolled_));
}

// Mean sizes by province and track.
void SchoolSize::measure() {
    sizes_.assign(setting_.provinces() * tracks, 0.0);
    std::vector<double> real(sizes_.size(), 0.0);
    for (std::size_t row = schools_.first(); row < schools_.end(); ++row) {
        const SchoolId school(row);
        const std::size_t cell =
            track_cell(setting_.province_of[city_[school].row()], track_[school]).row();
        sizes_[cell] += people(school);
        real[cell] += static_cast<double>(weight_[school]);
    }
    for (std::size_t cell = 0; cell < sizes_.size(); ++cell) {
        sizes_[cell] = real[cell] > 0.0 ? sizes_[cell] / real[cell] : 0.0;
    }
}

// The usual size is the recorded one of the start's year, times what the province's is to the
// nation's.
void SchoolSize::note_sizes() {
    measure();
    for (std::size_t t = 0; t < tracks; ++t) {
        const auto track = static_cast<Track>(t);
        double people = 0.0;
        double real = 0.0;
        for (std::size_t row = schools_.first(); row < schools_.end(); ++row) {
            if (track_[SchoolId(row)] == track) {
                people += this->people(SchoolId(row));
                real += static_cast<double>(weight_[SchoolId(row)]);
            }
        }
        const double recorded = usual_of_nation(track);
        for (std::size_t p = 0; p < setting_.provinces() && people > 0.0; ++p) {
            const TrackCellId cell = track_cell(ProvinceId(p), track);
            usual_[cell] = recorded * sizes_[cell.row()] / (people / real);
        }
    }
}

double SchoolSize::usual_of_nation(Track track) const {
    const double real = records_.schools(track, setting_.base_year);
    return real > 0.0 ? records_.year(track, setting_.base_year).enrolment / real : 0.0;
}

void SchoolSize::open(SchoolId school) {
    const Track track = track_[school];
    const TrackCellId cell = track_cell(setting_.province_of[city_[school].row()], track);
    const double usual = usual_[cell] > 0.0 ? usual_[cell] : usual_of_nation(track);
    const double excess = usual > 0.0 ? std::max(0.0, sizes_[cell.row()] / usual - 1.0) : 0.0;
    const auto weight = static_cast<double>(weight_[school]);
    const double due = static_cast<double>(openings_due_[school]) +
                       weight * opening_speed(params_, track) * excess;
    const double whole = std::floor(due + rounding);
    openings_due_[school] = static_cast<float>(std::max(0.0, due - whole));
    weight_[school] = static_cast<float>(weight + whole);
}

void SchoolSize::shrink(SchoolId school) {
    const auto weight = static_cast<double>(weight_[school]);
    const double share = share_too_small(params_.size_spread, weight, people(school) / weight,
                                         smallest_size(params_, track_[school]));
    const double due = static_cast<double>(closures_due_[school]) +
                       weight * share / static_cast<double>(params_.years_too_small);
    const double whole = std::floor(due + rounding);
    closures_due_[school] = share > 0.0 ? static_cast<float>(std::max(0.0, due - whole)) : 0.0F;
    const auto left = static_cast<float>(weight - whole);
    if (whole < 1.0 || left >= smallest_weight) {
        weight_[school] = left;
        return;
    }
    const std::vector<SchoolId> heirs = heirs_of(school);
    if (heirs.empty()) {
        weight_[school] = std::min(weight_[school], 1.0F);
    } else {
        end(school, heirs);
    }
}

std::vector<SchoolId> SchoolSize::heirs_of(SchoolId school) const {
    std::vector<SchoolId> heirs;
    const auto look_in = [&](CityId city) {
        const RowRange range = setting_.schools(city, track_[school]);
        for (std::size_t row = range.begin; row < range.end; ++row) {
            if (row != school.row() && is_closed_.data()[row] == 0) {
                heirs.push_back(SchoolId(row));
            }
        }
    };
    look_in(city_[school]);
    if (heirs.empty() && !every_city_keeps_one(track_[school])) {
        const RowRange cities = setting_.cities_of[setting_.province_of[city_[school].row()].row()];
        for (std::size_t city = cities.begin; city < cities.end; ++city) {
            look_in(CityId(city));
        }
    }
    return heirs;
}

void SchoolSize::end(SchoolId school, const std::vector<SchoolId>& heirs) {
    hand_over(school, heirs.front());
    heirs_[school.row()] = heirs;
    weight_[school] = 0.0F;
    is_closed_[school] = 1;
    const std::uint32_t first = first_programme_[school];
    for (std::uint32_t i = first; i < first + programmes_[school]; ++i) {
        seats_[ProgrammeId(i)] = 0;
        admitted_[ProgrammeId(i)] = 0;
    }
}

void SchoolSize::hand_over(SchoolId from, SchoolId to) {
    const ProvinceId province = setting_.province_of[city_[from].row()];
    desk_.pay(flow(province, Account::school, Account::school), &balance_[from], &balance_[to],
              balance_[from]);
    debt_[to] += debt_[from];
    debt_service_[to] += debt_service_[from];
    debt_[from] = 0;
    debt_service_[from] = 0;
    const double teachers = teachers_[from] + teachers_[to];
    const auto mix = [&](float mine, float other) {
        return teachers > 0.0 ? static_cast<float>((static_cast<double>(mine) * teachers_[to] +
                                                    static_cast<double>(other) * teachers_[from]) /
                                                   teachers)
                              : mine;
    };
    experienced_[to] = mix(experienced_[to], experienced_[from]);
    certified_[to] = mix(certified_[to], certified_[from]);
    teachers_[to] = teachers;
    teachers_[from] = 0.0;
    stations_[to] += stations_[from];
    stations_[from] = 0.0;
    seat_share_[to] += seat_share_[from];
    seat_share_[from] = 0.0F;
}

void SchoolSize::move_students(const sim::Tick& tick) {
    const sim::Stream stream = tick.stream(purpose());
    const std::size_t begin = first_student_row(setting_, persons_, tick.now());
    setting_.cohorts.for_segments(
        tick.executor(), begin, persons_.end(),
        [&](const Segment& segment, std::size_t from, std::size_t to) {
            for (std::size_t row = from; row < to; ++row) {
                const PersonId person(row);
                if (state_[person] != State::enrolled) {
                    continue;
                }
                const ProgrammeId old = link_[person].programme();
                SchoolId school = school_[old];
                const SchoolId left = school;
                sim::Rng rng = stream.at(segment.identity(row), tick.key());
                while (is_closed_[school] != 0) {  // an heir may have ended after taking over
                    const std::vector<SchoolId>& heirs = heirs_[school.row()];
                    school = heirs[rng.below(static_cast<std::uint32_t>(heirs.size()))];
                }
                if (school == left) {
                    continue;
                }
                std::uint32_t next = first_programme_[school];
                while (field_[ProgrammeId(next)] != field_[old]) {
                    ++next;  // schools of a kind teach the same fields
                }
                link_[person] = Link(ProgrammeId(next));
                add_to(enrolled_[old], -1);
                add_to(left_[old], 1);
                add_to(enrolled_[ProgrammeId(next)], 1);
                add_to(joined_[ProgrammeId(next)], 1);
            }
        });
}

}  // namespace vocational
