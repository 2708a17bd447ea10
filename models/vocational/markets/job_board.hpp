// SPDX-License-Identifier: Apache-2.0
// The open posts of all formal firms in a quarter, by city and occupation. Posts of an occupation
// stand in the order of their lottery numbers: the first ones are filled first.
#pragma once

#include <span>
#include <vector>

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/markets/job_mix.hpp"
#include "models/vocational/markets/job_search.hpp"
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

struct Post {
    std::uint64_t lottery;
    std::uint32_t firm;
    std::uint32_t number;  // inside the firm: its jobs are numbers 0 to wanted − 1
    Occupation occupation;
};

class JobBoard {
  public:
    JobBoard(const Setting& setting, const Records& records)
        : setting_(setting), records_(records) {}

    // Lists the posts [headcount, wanted) of each formal firm. What a post asks for is drawn once a
    // year, so that a firm holds on to what it looks for; its lottery number once a quarter.
    void open(const sim::Tick& tick, sim::Purpose purpose, const FirmColumns& firms);

    const Openings& openings(CityId city) const { return openings_[city.row()]; }
    // The posts of the cell that are still open.
    std::span<const Post> posts(JobCellId cell) const {
        const std::size_t begin = begin_[cell.row()] + taken_[cell.row()];
        return {&posts_[begin], begin_[cell.row() + 1] - begin};
    }
    // The first `count` open posts of the cell are filled. Cells of different cities may be worked
    // on at the same time.
    void take(CityId city, Occupation occupation, std::size_t count) {
        taken_[job_cell(city, occupation).row()] += count;
        openings_[city.row()].take(occupation, static_cast<std::int32_t>(count));
    }

  private:
    void open_in_city(CityId city, const sim::Tick& tick, const sim::Stream& types,
                      const sim::Stream& lottery, const FirmColumns& firms);

    const Setting& setting_;
    const Records& records_;
    JobMix mix_;
    std::vector<Openings> openings_;  // by city
    std::vector<Post> posts_;         // by cell, then lottery
    std::vector<std::size_t> city_begin_;
    std::vector<std::size_t> begin_;  // by cell
    std::vector<std::size_t> taken_;  // by cell: filled since open
};

}  // namespace vocational
