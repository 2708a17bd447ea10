// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/separations.hpp"

#include <algorithm>
#include <array>

#include "models/vocational/agents/wage_equation.hpp"
#include "models/vocational/population/attachment.hpp"
#include "sim/core/prefetch.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

constexpr int oldest_worker = 59;
constexpr std::uint8_t longest_duration = 255;
// Duration after counting: 1 in the quarter of hire, 2 to 5 in the four quarters after it.
constexpr std::uint8_t first_at_risk = 2;
constexpr std::uint8_t last_of_first_year = 5;

std::uint32_t word_below(double probability) {
    const std::uint64_t threshold = sim::bernoulli_threshold(probability);
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(threshold, 0xFFFFFFFFU));
}

std::uint32_t scaled(std::uint32_t word, double factor) {
    return static_cast<std::uint32_t>(std::min(factor * word, 4294967295.0));
}

}  // namespace

void Separations::run(const sim::Tick& tick) {
    make_thresholds(tick);
    const sim::Stream stream = tick.stream(purpose());
    setting_.cohorts.for_segments(tick.executor(), rows_.first(), rows_.end(),
                                  [&](const Segment& segment, std::size_t begin, std::size_t end) {
                                      count_quarter(begin, end);
                                      draw(tick, stream, segment, begin, end);
                                  });
}

Separations::Thresholds Separations::thresholds_of(std::size_t firm) const {
    const double headcount = headcount_.data()[firm];
    const double excess = std::max(0.0, headcount - wanted_.data()[firm]);
    const double cut =
        excess > 0.0 ? sim::quarterly(params_.shrink_speed * excess / headcount) : 0.0;
    const bool is_pool = is_pool_.data()[firm] != 0;
    Thresholds result{};
    for (std::size_t later = 0; later < 2; ++later) {
        const double yearly = is_pool ? params_.pool_exit_rate()
                              : later ? params_.separation_rate()
                                      : params_.early_separation_rate();
        for (std::size_t below = 0; below < 2; ++below) {
            const double factor = below && !is_pool ? params_.mismatch_separation() : 1.0;
            const double loss = sim::quarterly(std::min(1.0, yearly * factor));
            result.words[later][below] = word_below(loss + (1.0 - loss) * cut);
        }
    }
    return result;
}

void Separations::make_thresholds(const sim::Tick& tick) {
    thresholds_.resize(firms_.end());
    highest_ = tick.executor().reduce(
        firms_.size(), grain, std::uint32_t{0},
        [&](const sim::Chunk& chunk) {
            std::uint32_t highest = 0;
            for (std::size_t f = firms_.first() + chunk.begin; f < firms_.first() + chunk.end;
                 ++f) {
                thresholds_[f] = thresholds_of(f);
                for (const auto& row : thresholds_[f].words) {
                    highest = std::max({highest, row[0], row[1]});
                }
            }
            return highest;
        },
        [](std::uint32_t a, std::uint32_t b) { return std::max(a, b); });
    highest_ = scaled(highest_, std::max(1.0, vocational_factor(oldest_worker)));
}

// 1 but for the alternative structure; grows with age.
double Separations::vocational_factor(int age) const {
    if (structures_.life_cycle != LifeCycle::reversing) {
        return 1.0;
    }
    return sim::elementary::exp(career_.reversal_slope * 0.1 * (age - career_.reversal_age));
}

// Loops without branches, one column each, so that they run at the speed of memory.
void Separations::count_quarter(std::size_t begin, std::size_t end) const {
    std::uint8_t* duration = duration_.data();
    for (std::size_t row = begin; row < end; ++row) {
        duration[row] =
            static_cast<std::uint8_t>(duration[row] + (duration[row] != longest_duration));
    }
    const State* state = state_.data();
    std::uint8_t* experience = experience_.data();
    for (std::size_t row = begin; row < end; ++row) {
        const bool counts = (state[row] == State::employed) & (experience[row] != longest_duration);
        experience[row] = static_cast<std::uint8_t>(experience[row] + counts);
    }
}

std::uint32_t Separations::threshold(std::size_t row, double vocational_factor) const {
    const std::uint8_t duration = duration_.data()[row];
    if (duration < first_at_risk) {
        return 0;
    }
    const std::size_t later = duration > last_of_first_year ? 1 : 0;
    const std::size_t below =
        is_below_own_level(attained_.data()[row], occupation_.data()[row]) ? 1 : 0;
    const std::size_t firm = link_.data()[row].firm().row();
    const std::uint32_t word = thresholds_[firm].words[later][below];
    const Attained attained = attained_.data()[row];
    const bool is_concerned = vocational_factor != 1.0 && is_pool_.data()[firm] == 0 &&
                              has_track(attained) && is_vocational(track_of(attained));
    return is_concerned ? scaled(word, vocational_factor) : word;
}

void Separations::draw(const sim::Tick& tick, const sim::Stream& stream, const Segment& segment,
                       std::size_t begin, std::size_t end) const {
    const JobColumns jobs{state_.data(),      link_.data(),     duration_.data(),
                          occupation_.data(), wage_.data(),     specific_skill_.data(),
                          firm_bound_.data(), headcount_.data()};
    const double factor = vocational_factor(age_in_years(segment, tick.now()));
    constexpr std::size_t block = 1024;
    std::array<std::uint32_t, block> words;
    std::array<std::uint32_t, block> near;  // rows that may end, found without a branch
    for (std::size_t first = begin; first < end; first += block) {
        const std::size_t count = std::min(block, end - first);
        stream.fill_uniform32(segment.identity(first), tick.key(), std::span(words.data(), count));
        std::size_t found = 0;
        for (std::size_t i = 0; i < count; ++i) {
            near[found] = static_cast<std::uint32_t>(i);
            found += static_cast<std::size_t>((words[i] < highest_) &
                                              (jobs.state[first + i] == State::employed));
        }
        constexpr std::size_t ahead = 16;  // firms are met in no order: asked for in time
        for (std::size_t k = 0; k < found; ++k) {
            if (k + ahead < found) {
                sim::prefetch(&thresholds_[jobs.link[first + near[k + ahead]].firm().row()]);
            }
            const std::size_t row = first + near[k];
            if (words[near[k]] < threshold(row, factor)) {
                end_job(jobs, row, State::unemployed);
            }
        }
    }
}

}  // namespace vocational
