// SPDX-License-Identifier: Apache-2.0
// 4.10 The open posts of all formal firms in a quarter. How many posts a firm has open is a whole
// number; how many a city has and what they ask for is an expectation
// (markets/labour/thin_places.hpp), so that a city with a handful of agents' posts still looks for
// every occupation in proportion. Posts keep what they ask for: what stays open is carried over
// (MarketCellTable) and grows older, post_revision of it is thought over in a year, and only new
// posts follow the mix of the sectors. Who is hired takes a post of a sector drawn by its open
// posts and how often they ask for the occupation, then of a firm by lot.
#pragma once

#include <vector>

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/markets/labour/job_mix.hpp"
#include "models/vocational/markets/labour/job_search.hpp"
#include "sim/schedule/clock.hpp"

namespace vocational {

struct FirmColumns {
    const std::uint8_t* sector;
    const std::uint8_t* is_pool;
    const std::int32_t* wanted;
    const std::int32_t* headcount;
    const std::uint8_t* generation;
    const float* skill_demand;

    std::uint32_t open_posts(std::size_t firm) const {
        const std::int32_t open = wanted[firm] - headcount[firm];
        return open > 0 ? static_cast<std::uint32_t>(open) : 0U;
    }
};

// Columns of MarketCellTable.
struct CarriedPosts {
    double* open;
    double* age;
};

class JobBoard {
  public:
    JobBoard(const Setting& setting, const Records& records, const MarketParams& market)
        : setting_(setting), records_(records), market_(market) {}

    // Lists the open posts; `revised` is the share of those carried over that ask for something
    // else now.
    void open(const sim::Tick& tick, sim::Purpose purpose, const FirmColumns& firms, double revised,
              const CarriedPosts& carried);

    // Open posts of the city by occupation, as expected: all cities together have as many as are
    // open. Cities may be worked on at the same time.
    const ByOccupation& posts(CityId city) const { return expected_[city.row()]; }
    // Whole posts.
    std::size_t left(CityId city) const { return boards_[city.row()].left; }

    // A firm that fills a post of the occupation: first a sector in proportion to what its open
    // posts ask for, then one of its open posts by lot. Only while posts are left.
    FirmId take(CityId city, Occupation occupation, double uniform);
    // The same for somebody who works for `own`: another firm's post, if one turns up in a few
    // draws. A city of few firms would else offer people their own place.
    FirmId take_elsewhere(CityId city, Occupation occupation, double uniform, FirmId own,
                          const std::uint8_t* sectors);
    // The post was offered in vain and stays open.
    void put_back(CityId city, FirmId firm, std::size_t sector);
    // One of this firm's own posts, if any is open.
    bool take_from(FirmId firm, CityId city, std::size_t sector);

    // After a round in which `tried` seekers, by city, tried each occupation: what is expected to
    // be left of the whole posts that are; nowhere more than was open at first.
    void settle(const sim::Executor& executor, std::span<const ByOccupation> tried);
    // What stays open is carried over, a quarter older.
    void close(CityId city, const CarriedPosts& carried) const;

  private:
    struct Board {
        std::size_t left = 0;
        std::vector<std::uint32_t> left_in;           // by sector
        std::vector<std::vector<std::uint32_t>> lot;  // by sector: firms, once for each post
        std::vector<std::vector<std::uint32_t>>
            back;                   // by sector: posts that came back, last taken
        std::vector<double> share;  // [occupation][sector]: what posts ask for
    };

    void open_in_city(const sim::Tick& tick, sim::Purpose purpose, CityId city,
                      const FirmColumns& firms);
    void ask(CityId city, const FirmColumns& firms);
    void carry(CityId city, const ByOccupation& around, double revised,
               const CarriedPosts& carried);
    void find_shares(Board& board, const RowRange& range, const FirmColumns& firms) const;
    std::uint32_t draw(Board& board, std::size_t sector);
    void expect_left();

    const Setting& setting_;
    const Records& records_;
    const MarketParams& market_;
    JobMix mix_;
    std::vector<double> rate_;            // by sector: open posts to jobs wanted, nationwide
    std::vector<ByOccupation> expected_;  // by city
    std::vector<ByOccupation> opened_;    // by city: expected before the first round
    std::vector<ByOccupation> asked_;     // by city: what new posts ask for
    std::vector<double> prior_;           // by city: weight of what is expected of it
    std::vector<double> total_;           // by city: open posts to expect
    std::vector<Board> boards_;           // by city
    std::vector<std::uint32_t> left_of_;  // by firm
};

}  // namespace vocational
