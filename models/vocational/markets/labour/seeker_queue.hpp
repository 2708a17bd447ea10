// SPDX-License-Identifier: Apache-2.0
// 4.10 Those who look for a post in a quarter, each once: by the city where they live, then by
// type, the jobless before the employed, in row order. For a round each city gets a line of those
// who search in it: by type, first its own people, then copies of those who come, so that a line
// runs through memory. A round reads no more than this, and nothing here depends on how many
// threads work.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "models/vocational/markets/labour/seekers.hpp"
#include "sim/core/contract.hpp"
#include "sim/parallel/executor.hpp"

namespace vocational {

class SeekerQueue {
  public:
    // Collecting, in three steps: chunks of rows count whom they will place, by city; arrange()
    // gives each of them room; place() takes the next of a chunk. Chunks may be worked on at once.
    void begin(std::size_t chunks, std::size_t cities);
    void expect(std::size_t chunk, bool is_employed, CityId home) {
        ++counts(chunk, is_employed)[home.row()];
    }
    void arrange();
    // After the last place().
    void sort_by_type(const sim::Executor& executor);
    // The number of the place, for operator[].
    std::uint32_t place(std::size_t chunk, const Seeker& seeker) {
        const std::uint32_t at = counts(chunk, seeker.is_employed)[seeker.home.row()]++;
        seekers_[at] = seeker;
        return at;
    }

    // By number; what a round writes about those who search elsewhere goes with the round.
    Seeker& operator[](std::uint32_t number) {
        return number < seekers_.size() ? seekers_[number] : arrivals_[number - seekers_.size()];
    }

    // Removes those for whom `leaves` holds. Before let_go_on().
    template <class Leaves>
    void remove_if(const sim::Executor& executor, Leaves&& leaves);
    // Only those for whom `goes_on` holds take part in the rounds to come.
    template <class GoesOn>
    void let_go_on(const sim::Executor& executor, GoesOn&& goes_on);
    // Who lives in the city: those who take part, before those who rest.
    std::span<const Seeker> living_in(CityId home) const {
        const Block& block = blocks_[home.row()];
        return std::span(seekers_).subspan(block.begin, block.all);
    }

    // `choose` sets where each searches; then lines form.
    template <class Choose>
    void form(const sim::Executor& executor, Choose&& choose);
    // Numbers of those who search in a city; of one type.
    std::span<std::uint32_t> line(CityId city) {
        const std::size_t begin = line_begin(city);
        return std::span(line_).subspan(begin,
                                        type_begin_[(city.row() + 1) * seeker_types] - begin);
    }
    std::span<const std::uint32_t> line(CityId city, std::size_t type) const {
        const std::size_t at = city.row() * seeker_types + type;
        return std::span(line_).subspan(type_begin_[at], type_begin_[at + 1] - type_begin_[at]);
    }
    // Where the line of a city begins among all of them, and how long all are.
    std::size_t line_begin(CityId city) const { return type_begin_[city.row() * seeker_types]; }
    std::size_t line_length() const { return line_.size(); }

  private:
    // Seekers of one home: [begin, begin + seeking) take part, up to begin + all rest.
    struct Block {
        std::uint32_t begin = 0;
        std::uint32_t seeking = 0;
        std::uint32_t all = 0;
    };

    std::uint32_t* counts(std::size_t chunk, bool is_employed) {
        return &counts_[((is_employed ? chunks_ : 0) + chunk) * blocks_.size()];
    }
    std::span<Seeker> seeking_in(const Block& block) {
        return std::span(seekers_).subspan(block.begin, block.seeking);
    }
    void make_room();
    void line_up(std::size_t city);

    std::size_t chunks_ = 0;
    std::vector<std::uint32_t> counts_;  // [jobless, employed][chunk][city]
    std::vector<Block> blocks_;          // by home
    std::vector<Seeker> seekers_;
    std::vector<std::vector<std::uint32_t>> movers_;  // by home: who searches elsewhere
    std::vector<std::uint32_t> arriving_;             // by city, then home: who lives elsewhere
    std::vector<std::uint32_t> arrivals_begin_;       // by city, in arriving_ and arrivals_
    std::vector<Seeker> arrivals_;                    // by city and type
    std::vector<std::uint32_t> type_begin_;           // [city][type], in line_
    std::vector<std::uint32_t> line_;
};

template <class Leaves>
void SeekerQueue::remove_if(const sim::Executor& executor, Leaves&& leaves) {
    executor.for_rows(blocks_.size(), 1, [&](std::size_t home) {
        Block& block = blocks_[home];
        SIM_EXPECT(block.seeking == block.all);
        const std::span<Seeker> here = seeking_in(block);
        const auto kept = std::remove_if(here.begin(), here.end(), leaves);
        block.seeking = block.all = static_cast<std::uint32_t>(kept - here.begin());
    });
}

template <class GoesOn>
void SeekerQueue::let_go_on(const sim::Executor& executor, GoesOn&& goes_on) {
    executor.for_rows(blocks_.size(), 1, [&](std::size_t home) {
        Block& block = blocks_[home];
        const std::span<Seeker> here = seeking_in(block);
        const auto resting = std::stable_partition(here.begin(), here.end(), goes_on);
        block.seeking = static_cast<std::uint32_t>(resting - here.begin());
    });
}

template <class Choose>
void SeekerQueue::form(const sim::Executor& executor, Choose&& choose) {
    executor.for_rows(blocks_.size(), 1, [&](std::size_t home) {
        const Block& block = blocks_[home];
        movers_[home].clear();
        for (std::uint32_t i = block.begin; i < block.begin + block.seeking; ++i) {
            choose(seekers_[i]);
            if (seekers_[i].city != seekers_[i].home) {
                movers_[home].push_back(i);
            }
        }
    });
    make_room();
    executor.for_rows(blocks_.size(), 1, [&](std::size_t city) { line_up(city); });
}

}  // namespace vocational
