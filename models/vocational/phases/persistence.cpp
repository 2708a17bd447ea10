// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/persistence.hpp"

#include "models/vocational/agents/count.hpp"
#include "models/vocational/phases/student_rows.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

struct Sum {
    std::array<double, tracks> odds{};
    std::array<double, tracks> people{};
};

}  // namespace

double Persistence::base_hazard(Track track, int year_of_study) const {
    switch (track) {
        case Track::secondary_vocational:
            return year_of_study <= 2 ? params_.secondary_vocational() : params_.final_year();
        case Track::technical_school:
            return year_of_study <= 2 ? params_.technical_school() : params_.final_year();
        case Track::higher_vocational:
            return params_.higher_vocational;
        case Track::general_high:
        case Track::comprehensive_high:
            return params_.general;
        default:
            return params_.bachelor;
    }
}

// The relative odds of stopping: exp of the linear index.
double Persistence::log_odds(PersonId person) const {
    return params_.ability_slope * ability_[person] +
           params_.ses_slope * (ses_[person] / 100.0 - 0.5);
}

// Mean relative hazard of the students of each track, so that the track's mean hazard is the
// declared one whoever attends it.
std::array<double, tracks> Persistence::mean_log_odds(const sim::Tick& tick,
                                                      std::size_t begin) const {
    const Sum sum = tick.executor().reduce(
        persons_.end() - begin, CohortIndex::grain, Sum{},
        [&](const sim::Chunk& chunk) {
            Sum part;
            for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
                const PersonId person(begin + i);
                if (state_[person] == State::enrolled) {
                    const std::size_t track =
                        sim::index_of(track_[school_[link_[person].programme()]]);
                    part.odds[track] += sim::elementary::exp(log_odds(person));
                    part.people[track] += 1.0;
                }
            }
            return part;
        },
        [](Sum a, const Sum& b) {
            for (std::size_t t = 0; t < tracks; ++t) {
                a.odds[t] += b.odds[t];
                a.people[t] += b.people[t];
            }
            return a;
        });
    std::array<double, tracks> mean{};
    for (std::size_t t = 0; t < tracks; ++t) {
        mean[t] = sum.people[t] > 0.0 ? sum.odds[t] / sum.people[t] : 1.0;
    }
    return mean;
}

void Persistence::run(const sim::Tick& tick) {
    const std::size_t begin = first_student_row(setting_, persons_, tick.now());
    const std::array<double, tracks> mean = mean_log_odds(tick, begin);
    const sim::Stream stream = tick.stream(purpose());
    setting_.cohorts.for_segments(
        tick.executor(), begin, persons_.end(),
        [&](const Segment& segment, std::size_t from, std::size_t to) {
            for (std::size_t row = from; row < to; ++row) {
                const PersonId person(row);
                if (state_[person] != State::enrolled) {
                    continue;
                }
                const ProgrammeId programme = link_[person].programme();
                const SchoolId school = school_[programme];
                const Track track = track_[school];
                const int year_of_study = duration_[person] / 4;
                const double relative =
                    sim::elementary::exp(log_odds(person)) / mean[sim::index_of(track)];
                sim::Rng rng = stream.at(segment.identity(row), tick.key());
                if (!rng.bernoulli(base_hazard(track, year_of_study) * relative)) {
                    continue;
                }
                state_[person] = State::unemployed;
                link_[person] = Link{};
                duration_[person] = 0;
                add_to(enrolled_[programme], -1);
                const ProvinceId province = setting_.province_of[city_[school].row()];
                add_to(dropouts_[track_cell(province, track)], 1);
            }
        });
}

}  // namespace vocational
