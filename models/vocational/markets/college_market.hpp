// SPDX-License-Identifier: Apache-2.0
// 4.3 A national college market (E3). Places lie in cells of track × province of school. Each cell
// reserves the home share for its own province and divides the rest among origin provinces by their
// applicants. People list tracks by utility (markets/college_choice.hpp) and in each track the
// listed_provinces that they like best, by a Gumbel taste and the appeal
//   destination_affluence · log income of the province − distance ÷ destination_distance.
// They compete by score inside their origin's quota through the mechanism; then the unmet of all
// origins, with all provinces on their lists, compete for what is left. The admitted of a cell take
// programmes in order of score; whose family can pay for none that is left goes without. Evidence:
// student_loan_limit.
#pragma once

#include <algorithm>
#include <array>
#include <vector>

#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/markets/enrolment_desk.hpp"
#include "models/vocational/markets/prospects.hpp"
#include "models/vocational/params/all.hpp"
#include "sim/random/rng.hpp"

namespace vocational {

// Tracks above upper secondary, in the order of a candidate's utilities.
inline constexpr std::array<Track, 4> college_tracks{
    Track::higher_vocational, Track::vocational_bachelor, Track::applied_bachelor,
    Track::academic_bachelor};

struct Candidate {
    std::uint32_t row;
    std::uint8_t home;  // province
    Field field;        // already learnt; general if none
    Entry entry;        // by which door
    float score;
    std::uint64_t lottery;
    std::array<float, college_tracks.size()> utility;  // listed if above 0
    sim::Identity identity;
    std::uint32_t cell = 0;  // result: college cell, or sim::unassigned

    bool lists_nothing() const {
        return std::none_of(utility.begin(), utility.end(), [](float u) { return u > 0.0F; });
    }
};

// A province of colleges in somebody's order: the lower rank is liked better.
struct RankedProvince {
    double rank;
    std::uint32_t number;

    friend bool operator<(const RankedProvince& a, const RankedProvince& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.number < b.number;
    }
};

// What a market offers, views only.
struct CollegeOffer {
    const std::vector<double>& repulsion;        // how little each province appeals, [home][school]
    const std::vector<std::uint32_t>& capacity;  // places by cell
    const std::vector<bool>& has_places;         // by province
    std::size_t listed;                          // provinces that a person may name
};

// What each of some people names, one after another: cells, best first, and where each list ends.
struct CollegeLists {
    std::vector<std::uint32_t> options;
    std::vector<std::uint32_t> ends;
};

// Number of a cell: track (position in college_tracks) × province of school.
inline std::uint32_t college_cell(std::size_t track, std::size_t province, std::size_t provinces) {
    return static_cast<std::uint32_t>(track * provinces + province);
}

// How often the places of a cell are filled: only seats that are open, or one per admitted person
// (places outside the ordinary seats).
enum class ProgrammeSeats { open_seats, unlimited };

// Shared by all phases that admit to colleges; holds the handles they need.
class CollegeMarket {
  public:
    CollegeMarket(sim::Accessor& owner, const Setting& setting, const Params& params);

    // Whole places by cell, in agents, from people by province × track of the school.
    std::vector<std::uint32_t> whole_places(const sim::Tick& tick, sim::Purpose purpose,
                                            const double* people) const;
    // Fills `cell` of every candidate. capacity[cell]: places in agents, in total never exceeded.
    void assign(const sim::Tick& tick, sim::Purpose purpose, std::vector<Candidate>& candidates,
                const std::vector<std::uint32_t>& capacity) const;
    // Enrols the admitted in programmes of their cells; `cell` of those who can pay for none
    // becomes sim::unassigned.
    void place(const sim::Tick& tick, sim::Purpose purpose, const EnrolmentDesk& desk,
               std::vector<Candidate>& candidates, ProgrammeSeats seats) const;
    // Counts applicants and first choices by home province and track, and who of them is barred
    // from private schools.
    void count(const std::vector<Candidate>& candidates) const;

  private:
    std::vector<std::uint32_t> quotas(const sim::Tick& tick, sim::Purpose purpose,
                                      const std::vector<Candidate>& candidates,
                                      const std::vector<std::uint32_t>& capacity) const;
    std::vector<double> repulsion() const;
    // What is drawn for one list.
    struct ListBuffer {
        std::vector<sim::PhiloxBlock> draws;
        std::vector<double> logs;  // by province, of a uniform number
        std::vector<RankedProvince> ranked;
    };

    void append_list(const sim::Stream& stream, std::uint32_t tick, const Candidate& person,
                     const CollegeOffer& offer, ListBuffer& buffer, CollegeLists& lists) const;
    CollegeLists lists(const sim::Tick& tick, sim::Purpose purpose, const CollegeOffer& offer,
                       const std::vector<Candidate*>& people) const;
    void compete(const sim::Tick& tick, sim::Purpose purpose, const std::vector<double>& repulsion,
                 std::size_t listed, const std::vector<Candidate*>& people,
                 std::vector<std::uint32_t>& capacity) const;

    const Setting& setting_;
    const Params& params_;
    Prospects prospects_;
    sim::Read<&ProgrammeTable::school> school_;
    sim::Read<&ProgrammeTable::field> field_;
    sim::Read<&ProgrammeTable::seats> seats_;
    sim::Read<&ProgrammeTable::seat_share> programme_share_;
    sim::Read<&SchoolTable::seat_share> school_share_;
    sim::Read<&SchoolTable::standing> standing_;
    sim::Read<&TeachingTable::quality> quality_;
    sim::Read<&SchoolStateTable::ownership> ownership_;
    sim::Read<&PersonTable::ses_percentile> ses_;
    sim::Scatter<&TrackCellTable::applicants> applicants_;
    sim::Scatter<&TrackCellTable::first_choices> first_choices_;
    sim::Scatter<&MeansTable::choosers> choosers_;
    sim::Scatter<&MeansTable::barred> barred_;
};

}  // namespace vocational
