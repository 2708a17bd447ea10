// SPDX-License-Identifier: Apache-2.0
// 4.3 A city's market at 15: who applies and what there is to list. Options are general and
// comprehensive schools one by one, the public and the private ones among vocational and technical
// schools together; a general school with a quota for rural registration is two options, the
// reserved seats listed first by those entitled to them. With V_t of markets/track_choice.hpp the
// utility of option j of track t is
//   V_t + standing_j + quality_j − usual − b_c (price_j − mean) / (y + k)
//       + λ ln(share of the track's seats) + λ Gumbel,
// where usual makes the value of the whole nest V_t when quality is at its reference. A list holds,
// of each track, the best list_length options that are better than leaving school and that the
// family can pay for (markets/price.hpp), by utility. Evidence: chen_kesten2019.
#pragma once

#include <cmath>
#include <vector>

#include "models/vocational/markets/track_choice.hpp"
#include "sim/matching/application_market.hpp"

namespace vocational {

// What the hands that schools are in mean to a family, by track at 15.
using TrackViews = std::array<HandsViews, tracks_at_15.size()>;
inline constexpr TrackViews equal_tracks{};

struct Applicant {
    std::uint32_t row;
    float score;
    std::uint64_t lottery;
    TrackChoice::Utilities utility;  // of tracks over leaving school, without tastes for schools
    sim::Rng draws{0, {}, 0};
    CityId home;
    bool is_rural;
    const TrackViews* prices = &equal_tracks;
    bool is_insured;                         // names a safe school
    std::uint32_t option = sim::unassigned;  // of the area that admitted, after admission
    std::uint8_t track = 0;                  // of that option: index into tracks_at_15
};

struct AreaOption {
    std::uint32_t school;  // the first school of pooled ones
    std::uint32_t number;  // of the school among those of its track in the city
    std::uint8_t track;    // index into tracks_at_15
    bool is_reserved;      // for rural registration
    Hands hands;
    std::uint32_t size;      // seats of the school, reserved or not
    std::uint32_t capacity;  // seats of the option
    std::uint32_t left;      // seats not taken
    double value;            // utility beside the track's: standing, quality, size
    float cutoff;            // lowest score admitted last year; lowest possible if not full
    bool has_cutoff;
    double weight = 1.0;  // exp(−value ÷ taste for schools), from set_values
};

inline const HandsView& price_of(const Applicant& person, const AreaOption& option) {
    return (*person.prices)[option.track][sim::index_of(option.hands)];
}

struct Area {
    CityId city;
    std::vector<Applicant> applicants;
    std::vector<AreaOption> options;
    std::vector<Applicant*> admitted;  // here, from any city of the province
};

// Whole numbers from a sequence of entitlements, each rounded down or up and every running total
// right to one (sim/matching/apportion.hpp), for sequences that are not known beforehand.
class RunningSum {
  public:
    explicit RunningSum(double offset) : sum_(offset) {}
    std::uint32_t add(double entitlement) {
        const double before = std::floor(sum_);
        sum_ += entitlement;
        return static_cast<std::uint32_t>(std::floor(sum_) - before);
    }

  private:
    double sum_;
};

// Beyond what anybody scores.
inline constexpr float lowest_score = -100.0F;
inline constexpr float highest_score = 100.0F;

// How lists are made.
struct ListRules {
    double school_taste;
    std::size_t length;  // entries of one track
    std::size_t band;    // choices per band of the mechanism
    bool has_insurance;  // whether the mechanism makes it worthwhile
};

// What append_list works in, kept from one applicant to the next.
struct ListBuffer {
    struct Ranked {
        double rank;
        double exponential;
        std::uint32_t option;
    };
    struct Entry {
        float utility;
        std::uint32_t option;
    };
    std::vector<double> exponentials;  // by school of one track
    std::array<std::vector<Ranked>, tracks_at_15.size()> ranked;
    std::vector<Entry> list;
};

// The score from which on the city's applicants are as many as its general schools admitted from
// among them: with one school and no lists the cut-off. Between the two applicants around it, so
// that neither the lowest score nor the size of the city decides. Beyond all scores where
// nobody was admitted, below them where everybody was.
double general_cutoff(const Area& area);

// Sets the values of the options of one track: standing and quality as given, and the log of the
// share of seats, such that the track's inclusive value is 0 at quality 1.
void set_values(std::vector<AreaOption>& options, std::size_t first,
                const std::vector<double>& standing, const std::vector<double>& quality,
                double dissimilarity);

// The rank-order list of one applicant, best first: options that she likes better than leaving
// school. Also settles her utilities of tracks as that of the best school of each.
void append_list(Applicant& person, const Area& area, const ListRules& rules, ListBuffer& buffer,
                 std::vector<std::uint32_t>& options);

}  // namespace vocational
