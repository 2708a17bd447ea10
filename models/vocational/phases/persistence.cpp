// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/persistence.hpp"

#include <algorithm>
#include <cmath>

#include "models/vocational/agents/count.hpp"
#include "models/vocational/phases/student_rows.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

struct Sum {
    std::array<double, tracks> odds{};
    std::array<double, tracks> squares{};
    std::array<double, tracks> people{};
};

}  // namespace

// hazard = o − o² · square: the smaller root; at the vertex where there is none.
double odds_for(double hazard, double square) {
    const double root = std::sqrt(std::max(0.0, 1.0 - 4.0 * square * hazard));
    return (1.0 - root) / (2.0 * square);
}

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

double Persistence::mean_wage(ProvinceId province, std::initializer_list<Level> attained) const {
    double wages = 0.0;
    double people = 0.0;
    for (const Level level : attained) {
        wages += static_cast<double>(wage_sum_[labour_cell(province, level)]);
        people += employed_[labour_cell(province, level)];
    }
    return people > 0.0 ? wages / people : 0.0;
}

double Persistence::wage_index(ProvinceId province) const {
    const double unskilled = mean_wage(province, {Level::lower_secondary});
    const double schooled = mean_wage(province, {Level::upper_secondary, Level::associate});
    if (unskilled <= 0.0 || schooled <= 0.0 || unskilled_[province] <= 0.0 ||
        schooled_[province] <= 0.0) {
        return 0.0;  // no wages are known yet
    }
    // Pay that rises for all leaves the choice between school and work as it was.
    const double for_all = pay_path_[pool_path(province)];
    const double foregone = sim::elementary::log(unskilled / unskilled_[province]) - for_all;
    const double gained = sim::elementary::log(schooled / schooled_[province]) - for_all;
    return params_.wage_slope * foregone + params_.payoff_slope * (gained - foregone);
}

double Persistence::programme_index(ProgrammeId programme) const {
    const SchoolId school = school_[programme];
    const ProvinceId province = setting_.province_of[city_[school].row()];
    return params_.quality_slope *
               sim::elementary::log(std::max(0.01, static_cast<double>(quality_[programme]))) +
           wage_index(province);
}

void Persistence::prepare_programmes(const sim::Tick& tick) {
    const Families families(all_.choice);
    families_.clear();
    for (std::uint8_t p = 0; p < Families::percentiles; ++p) {
        families_.push_back(families[p]);
    }
    relevance_ = relevance(all_.learning);
    disadvantaged_below_ = Families::percentiles * params_.poor_share;
    indices_.resize(programmes_.end());
    tracks_.resize(programmes_.end());
    costs_.resize(programmes_.end());
    tick.executor().for_rows(programmes_.size(), 1024, [&](std::size_t row) {
        const SchoolId school = school_[ProgrammeId(row)];
        indices_[row] = programme_index(ProgrammeId(row));
        tracks_[row] = track_[school];
        const Price price =
            prices_.of(track_cell(setting_.province_of[city_[school].row()], tracks_[row]));
        costs_[row] = {price.of(hands_of(ownership_[school])), price.poor_grant};
    });
}

// x of a student.
double Persistence::index_of(PersonId person) const {
    const ProgrammeId programme = link_[person].programme();
    const Track track = tracks_[programme.row()];
    const std::size_t ses = std::min<std::size_t>(ses_[person], families_.size() - 1);
    const Family& family = families_[ses];
    const Cost& cost = costs_[programme.row()];
    const double net = cost.net - (family.is_poorest ? cost.poor_grant : 0.0);
    double index = indices_[programme.row()] + params_.ability_slope * ability_[person] +
                   params_.ses_slope * (static_cast<double>(ses) / 100.0 - 0.5) +
                   params_.cost_slope * net * family.per_yuan +
                   params_.work_based_slope * relevance_[sim::index_of(contract_[person].kind())];
    const bool is_disadvantaged =
        static_cast<double>(ses) < disadvantaged_below_ || ability_[person] < params_.weak_below;
    if (is_disadvantaged && is_vocational(track) && level_of(track) == Level::upper_secondary) {
        index += params_.disadvantage;
    }
    return index;
}

void Persistence::update_reference(const sim::Tick& tick, std::size_t begin) {
    const Sum sum = tick.executor().reduce(
        persons_.end() - begin, CohortIndex::grain, Sum{},
        [&](const sim::Chunk& chunk) {
            Sum part;
            for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
                const PersonId person(begin + i);
                if (state_[person] == State::enrolled) {
                    const std::size_t track =
                        sim::index_of(tracks_[link_[person].programme().row()]);
                    const double odds = sim::elementary::exp(index_of(person));
                    part.odds[track] += odds;
                    part.squares[track] += odds * odds;
                    part.people[track] += 1.0;
                }
            }
            return part;
        },
        [](Sum a, const Sum& b) {
            for (std::size_t t = 0; t < tracks; ++t) {
                a.odds[t] += b.odds[t];
                a.squares[t] += b.squares[t];
                a.people[t] += b.people[t];
            }
            return a;
        });
    for (std::size_t t = 0; t < tracks; ++t) {
        const TrackId track(t);
        if (sum.people[t] > 0.0 && is_reference_open(tick, has_reference_[track] != 0)) {
            mean_odds_[track] = sum.odds[t] / sum.people[t];
            mean_square_[track] = sum.squares[t] / sum.people[t];
            has_reference_[track] = 1;
        }
    }
}

void Persistence::run(const sim::Tick& tick) {
    const std::size_t begin = first_student_row(setting_, persons_, tick.now());
    prepare_programmes(tick);
    const bool is_open =
        std::any_of(has_reference_.data(), has_reference_.data() + tracks,
                    [&](auto known) { return is_reference_open(tick, known != 0); });
    if (is_open) {
        update_reference(tick, begin);
    }
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
                const Track track = tracks_[programme.row()];
                const double mean = mean_odds_[track_id(track)];
                const double square = mean_square_[track_id(track)] / (mean * mean);
                const double odds = odds_for(base_hazard(track, duration_[person] / 4), square) *
                                    sim::elementary::exp(index_of(person)) / mean;
                sim::Rng rng = stream.at(segment.identity(row), tick.key());
                if (!rng.bernoulli(odds / (1.0 + odds))) {
                    continue;
                }
                state_[person] = State::unemployed;
                link_[person] = Link{};
                duration_[person] = 0;
                add_to(enrolled_[programme], -1);
                add_to(left_[programme], 1);
                add_to(group_dropouts_[group_of(origin_[person], ses_[person])], 1);
                const ProvinceId province = setting_.province_of[city_[school_[programme]].row()];
                add_to(dropouts_[track_cell(province, track)], 1);
            }
        });
}

}  // namespace vocational
