// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/job_board.hpp"

#include <algorithm>

namespace vocational {

void JobBoard::open(const sim::Tick& tick, sim::Purpose purpose, const FirmColumns& firms) {
    mix_ = JobMix(records_);
    const std::size_t cities = setting_.cities();
    openings_.resize(cities);
    city_begin_.assign(cities + 1, 0);
    begin_.resize(cities * occupations + 1);
    taken_.assign(cities * occupations, 0);
    for (std::size_t city = 0; city < cities; ++city) {
        std::size_t posts = 0;
        for (std::size_t f = setting_.firms_in[city].begin; f < setting_.firms_in[city].end; ++f) {
            posts += firms.is_pool[f] != 0 ? 0 : firms.open_posts(f);
        }
        city_begin_[city + 1] = city_begin_[city] + posts;
    }
    posts_.resize(city_begin_.back() + 1);  // one more, so that empty spans have an address
    begin_.back() = city_begin_.back();
    const sim::Stream types = tick.stream(purpose.part("post"));
    const sim::Stream lottery = tick.stream(purpose.part("post lottery"));
    tick.executor().for_rows(cities, 1, [&](std::size_t city) {
        open_in_city(CityId(city), tick, types, lottery, firms);
    });
}

void JobBoard::open_in_city(CityId city, const sim::Tick& tick, const sim::Stream& types,
                            const sim::Stream& lottery, const FirmColumns& firms) {
    constexpr std::uint64_t words = 2;  // of a lottery number
    Openings& openings = openings_[city.row()];
    openings.clear();
    const auto year = static_cast<std::uint32_t>(tick.now().year());
    std::size_t at = city_begin_[city.row()];
    for (std::size_t f = setting_.firms_in[city.row()].begin; f < setting_.firms_in[city.row()].end;
         ++f) {
        const std::uint32_t open = firms.is_pool[f] != 0 ? 0 : firms.open_posts(f);
        if (open == 0) {
            continue;
        }
        const auto first = static_cast<std::uint32_t>(firms.headcount[f]);
        const sim::Identity firm =
            firm_identity(setting_, city, firms.sector[f], f, firms.generation[f]);
        sim::Rng rng = lottery.at(firm, tick.key());
        rng.skip_to(words * first);
        for (std::uint32_t number = first; number < first + open; ++number, ++at) {
            const Occupation occupation = mix_.post(types, firm, year, firms.sector[f], number,
                                                    static_cast<double>(firms.skill_demand[f]));
            openings.add(occupation);
            posts_[at] = {rng.bits64(), static_cast<std::uint32_t>(f), number, occupation};
        }
    }
    const auto first_post = posts_.begin() + static_cast<std::ptrdiff_t>(city_begin_[city.row()]);
    std::sort(first_post, posts_.begin() + static_cast<std::ptrdiff_t>(at),
              [](const Post& a, const Post& b) {
                  if (a.occupation.number != b.occupation.number) {
                      return a.occupation.number < b.occupation.number;
                  }
                  if (a.lottery != b.lottery) {
                      return a.lottery < b.lottery;
                  }
                  return a.firm != b.firm ? a.firm < b.firm : a.number < b.number;
              });
    std::size_t begin = city_begin_[city.row()];
    for (std::size_t o = 0; o < occupations; ++o) {
        begin_[city.row() * occupations + o] = begin;
        begin += static_cast<std::size_t>(openings.posts[o]);
    }
}

}  // namespace vocational
