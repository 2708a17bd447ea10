// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/schools/reputation.hpp"

#include <array>
#include <cmath>

namespace vocational {

Reputation::Result Reputation::result_of(SchoolId school) const {
    const bool vocational = is_vocational(track_[school]);
    std::int64_t people = 0;
    std::int64_t steps = 0;
    const std::uint32_t first = first_programme_[school];
    for (std::uint32_t i = first; i < first + programmes_[school]; ++i) {
        const ProgrammeId programme(i);
        people += graduates_[programme];
        steps += vocational ? specific_[programme] : general_[programme];
    }
    const auto n = static_cast<double>(people);
    return {n, people > 0 ? static_cast<double>(steps) * Skill::step / n : 0.0};
}

// Serial, in row order: a few sums per school once a year.
void Reputation::run(const sim::Tick&) {
    struct Moments {
        double people = 0.0;
        double sum = 0.0;
        double squares = 0.0;
    };
    std::array<Moments, tracks> moments{};
    for (std::size_t row = schools_.first(); row < schools_.end(); ++row) {
        const Result result = result_of(SchoolId(row));
        Moments& of_track = moments[sim::index_of(track_[SchoolId(row)])];
        of_track.people += result.people;
        of_track.sum += result.people * result.skill;
        of_track.squares += result.people * result.skill * result.skill;
    }
    for (std::size_t row = schools_.first(); row < schools_.end(); ++row) {
        const SchoolId school(row);
        const Result result = result_of(school);
        const Moments& of_track = moments[sim::index_of(track_[school])];
        if (result.people <= 0.0) {
            continue;
        }
        const double mean = of_track.sum / of_track.people;
        const double variance = of_track.squares / of_track.people - mean * mean;
        if (variance <= 1e-12) {
            continue;  // nothing tells the schools apart
        }
        const double score = (result.skill - mean) / std::sqrt(variance);
        const double memory = params_.reputation_memory;
        standing_[school] = static_cast<float>(memory * static_cast<double>(standing_[school]) +
                                               (1.0 - memory) * score);
    }
}

}  // namespace vocational
