// SPDX-License-Identifier: Apache-2.0
// 4.10 The law of matching in a cell (E5), in its large-market form: s seekers each try one of v
// posts at random and a post takes one of those who tried it, so v·(1 − exp(−s/v)) posts are
// filled. Under structures.hiring `random` a post takes anybody, and all have the same chance.
// Under `ranked` it takes the best who tried: a seeker gets hers if nobody better tried it,
// exp(−(s/v)·F) where F is the share of better seekers; the mean over F is the same law. Firms rank
// by perceived productivity,
//   recognition · ln(1 + premium of the level) + skill pay + (c_g + c_s·match) ε − barrier + fresh
//   + bonus
// with skill pay, c_g, c_s and match of the wage equation, ε of sd signal_noise, 0 for certified
// skill and less where joint assessment shows a fresh leaver's; recognition technician_recognition
// in technical schools, else 1; barrier first_degree_focus for vocational credentials in technician
// and professional posts, as far as it stands; fresh campus_recruiting for the year's leavers;
// bonus contract_bonus for those of them who fulfilled an order contract, also where no post was
// reserved or open in the partner firm. F is the rank among all who tried the occupation anywhere,
// relative to their province's mean, since a cell may be too thin to rank in. All holds for real s
// and v, so a cell need not hold a whole agent.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "models/vocational/agents/count.hpp"
#include "models/vocational/agents/kinds.hpp"

namespace vocational {

// Posts filled when `seekers` try `posts`; both real and at least 0.
double expected_hires(double seekers, double posts);

// Mean chance of seekers whose share of better rivals lies between `from` and `to`, at `queue`
// seekers to a post.
double hire_chance(double queue, double from, double to);

// The same for many seekers, some at a time.
class HireChances {
  public:
    void add(double queue, double from, double to);
    bool is_full() const { return count_ == most; }
    // Those of all that were added, in order, until the next is added.
    std::span<const double> take();

  private:
    static constexpr std::size_t most = 128;

    std::size_t count_ = 0;
    std::array<double, most> width_;
    std::array<double, 2 * most> power_;  // of the best, then of those in the band
};

// Mean score of applicants.
struct ScoreMean {
    double sum = 0.0;
    double count = 0.0;

    void add(float score) {
        sum += static_cast<double>(score);
        count += 1.0;
    }
    // 0 if there are none.
    float value() const { return static_cast<float>(count > 0.0 ? sum / count : 0.0); }
};
using ScoreMeans = std::array<ScoreMean, occupations>;

inline void add_all(ScoreMeans& means, const ScoreMeans& others) {
    for (std::size_t o = 0; o < occupations; ++o) {
        means[o].sum += others[o].sum;
        means[o].count += others[o].count;
    }
}

// Where a score stands among all scores of its occupation, in narrow bins.
class Ranks {
  public:
    // Share of better rivals of those in a bin: from … to.
    struct Band {
        double from;
        double to;
    };

    void clear();
    // From any number of threads.
    void add(Occupation occupation, double score) {
        add_to(counts_[slot(occupation, score)], std::uint32_t{1});
    }
    // After all are added, before band().
    void finish();
    Band band(Occupation occupation, double score) const;

  private:
    static constexpr std::size_t bins = 1024;  // of 1/128 from −4 to 4
    static std::size_t slot(Occupation occupation, double score);

    std::vector<std::uint32_t> counts_;
    std::vector<std::uint32_t> better_;  // in higher bins
    std::vector<double> total_;          // by occupation
};

}  // namespace vocational
