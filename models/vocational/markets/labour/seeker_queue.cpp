// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/labour/seeker_queue.hpp"

#include <array>
#include <numeric>
#include <utility>

namespace vocational {

void SeekerQueue::begin(std::size_t chunks, std::size_t cities) {
    chunks_ = chunks;
    counts_.assign(2 * chunks * cities, 0);
    blocks_.assign(cities, {});
    movers_.resize(cities);
}

void SeekerQueue::arrange() {
    std::uint32_t next = 0;
    for (std::size_t home = 0; home < blocks_.size(); ++home) {
        blocks_[home].begin = next;
        for (std::size_t chunk = 0; chunk < 2 * chunks_; ++chunk) {
            next += std::exchange(counts_[chunk * blocks_.size() + home], next);
        }
        blocks_[home].seeking = blocks_[home].all = next - blocks_[home].begin;
    }
    seekers_.resize(next);
}

void SeekerQueue::sort_by_type(const sim::Executor& executor) {
    executor.for_rows(blocks_.size(), 1, [&](std::size_t home) {
        const std::span<Seeker> here = seeking_in(blocks_[home]);
        const std::vector<Seeker> stood(here.begin(), here.end());
        std::array<std::uint32_t, seeker_types> next{};
        for (const Seeker& seeker : stood) {
            ++next[seeker.type];
        }
        std::uint32_t at = 0;
        for (std::uint32_t& of_type : next) {
            at += std::exchange(of_type, at);
        }
        for (const Seeker& seeker : stood) {
            here[next[seeker.type]++] = seeker;
        }
    });
}

// How many search in each city, and who comes from elsewhere.
void SeekerQueue::make_room() {
    const std::size_t cities = blocks_.size();
    arrivals_begin_.assign(cities + 1, 0);
    for (const std::vector<std::uint32_t>& movers : movers_) {
        for (const std::uint32_t i : movers) {
            ++arrivals_begin_[seekers_[i].city.row() + 1];
        }
    }
    type_begin_.assign(cities * seeker_types + 1, 0);
    std::uint32_t next = 0;
    for (std::size_t city = 0; city < cities; ++city) {
        type_begin_[city * seeker_types] = next;
        next += blocks_[city].seeking - static_cast<std::uint32_t>(movers_[city].size()) +
                arrivals_begin_[city + 1];
        arrivals_begin_[city + 1] += arrivals_begin_[city];
    }
    type_begin_.back() = next;
    line_.resize(next);
    arriving_.resize(arrivals_begin_.back());
    arrivals_.resize(arriving_.size());
    std::vector<std::uint32_t> at(arrivals_begin_.begin(), arrivals_begin_.end() - 1);
    for (const std::vector<std::uint32_t>& movers : movers_) {
        for (const std::uint32_t i : movers) {
            arriving_[at[seekers_[i].city.row()]++] = i;
        }
    }
}

void SeekerQueue::line_up(std::size_t city) {
    const std::uint32_t first = arrivals_begin_[city];
    const std::span arriving =
        std::span(arriving_).subspan(first, arrivals_begin_[city + 1] - first);
    std::array<std::uint32_t, seeker_types + 1> come{};
    for (const std::uint32_t i : arriving) {
        ++come[seekers_[i].type + 1U];
    }
    std::partial_sum(come.begin(), come.end(), come.begin());
    auto next = come;
    for (const std::uint32_t i : arriving) {
        arrivals_[first + next[seekers_[i].type]++] = seekers_[i];
    }
    const Block& block = blocks_[city];
    std::uint32_t* const begin_of = &type_begin_[city * seeker_types];
    std::uint32_t at = begin_of[0];
    std::uint32_t own = block.begin;
    for (std::size_t type = 0; type < seeker_types; ++type) {
        if (type > 0) {
            begin_of[type] = at;
        }
        for (; own < block.begin + block.seeking && seekers_[own].type == type; ++own) {
            if (seekers_[own].city.row() == city) {
                line_[at++] = own;
            }
        }
        for (std::uint32_t i = come[type]; i < come[type + 1]; ++i) {
            line_[at++] = static_cast<std::uint32_t>(seekers_.size()) + first + i;
        }
    }
}

}  // namespace vocational
