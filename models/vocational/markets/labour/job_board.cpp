// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/labour/job_board.hpp"

#include <algorithm>
#include <numeric>

#include "models/vocational/markets/labour/thin_places.hpp"
#include "sim/random/elementary.hpp"
#include "sim/random/sampling.hpp"

namespace vocational {

namespace {

double sum_of(const ByOccupation& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

void scale(ByOccupation& values, double factor) {
    for (double& value : values) {
        value *= factor;
    }
}

// Raises posts in proportion, none above its limit, by `more` in sum; what finds no room.
double raise(std::span<ByOccupation> posts, std::span<const ByOccupation> limits, double more) {
    constexpr double negligible = 1e-9;  // posts: far above what rounding leaves over
    while (more > negligible) {
        double below = 0.0;
        for (std::size_t city = 0; city < posts.size(); ++city) {
            for (std::size_t o = 0; o < occupations; ++o) {
                below += posts[city][o] < limits[city][o] ? posts[city][o] : 0.0;
            }
        }
        if (!(below > negligible)) {
            break;
        }
        const double factor = 1.0 + more / below;
        for (std::size_t city = 0; city < posts.size(); ++city) {
            for (std::size_t o = 0; o < occupations; ++o) {
                const double raised = std::min(limits[city][o], factor * posts[city][o]);
                if (raised > posts[city][o]) {
                    more -= raised - posts[city][o];
                    posts[city][o] = raised;
                }
            }
        }
    }
    return std::max(0.0, more);
}

}  // namespace

void JobBoard::open(const sim::Tick& tick, sim::Purpose purpose, const FirmColumns& firms,
                    double revised, const CarriedPosts& carried) {
    mix_ = JobMix(records_);
    const std::size_t sectors = records_.sectors();
    std::vector<std::int64_t> wanted(sectors, 0);
    std::vector<std::int64_t> open(sectors, 0);
    const std::size_t end = setting_.firms_in.back().end;
    left_of_.assign(end, 0);
    for (std::size_t f = 0; f < end; ++f) {
        if (firms.is_pool[f] == 0) {
            left_of_[f] = firms.open_posts(f);
            wanted[firms.sector[f]] += firms.wanted[f];
            open[firms.sector[f]] += left_of_[f];
        }
    }
    rate_.assign(sectors, 0.0);
    for (std::size_t s = 0; s < sectors; ++s) {
        rate_[s] =
            wanted[s] > 0 ? static_cast<double>(open[s]) / static_cast<double>(wanted[s]) : 0.0;
    }
    expected_.resize(setting_.cities());
    boards_.resize(setting_.cities());
    prior_.assign(setting_.cities(), 0.0);
    asked_.resize(setting_.cities());
    tick.executor().for_rows(setting_.cities(), 1, [&](std::size_t city) {
        open_in_city(tick, purpose, CityId(city), firms);
        ask(CityId(city), firms);
        prior_[city] = sum_of(asked_[city]);
    });
    expect_left();
    std::vector<ByOccupation> around(setting_.provinces(), ByOccupation{});
    for (std::size_t city = 0; city < setting_.cities(); ++city) {
        for (std::size_t o = 0; o < occupations; ++o) {
            around[setting_.province_of[city].row()][o] += asked_[city][o];
        }
    }
    tick.executor().for_rows(setting_.cities(), 1, [&](std::size_t city) {
        carry(CityId(city), around[setting_.province_of[city].row()], revised, carried);
    });
    opened_ = expected_;
}

void JobBoard::open_in_city(const sim::Tick& tick, sim::Purpose purpose, CityId city,
                            const FirmColumns& firms) {
    Board& board = boards_[city.row()];
    board.left = 0;
    board.left_in.assign(records_.sectors(), 0);
    board.lot.resize(records_.sectors());
    board.back.resize(records_.sectors());
    for (std::size_t s = 0; s < board.lot.size(); ++s) {
        board.lot[s].clear();
        board.back[s].clear();
    }
    const RowRange range = setting_.firms_in[city.row()];
    for (std::uint32_t f = range.begin; f < range.end; ++f) {
        board.lot[firms.sector[f]].insert(board.lot[firms.sector[f]].end(), left_of_[f], f);
    }
    find_shares(board, range, firms);
    sim::Rng rng =
        tick.stream(purpose.part("post lottery")).at(sim::Identity{city.row()}, tick.key());
    for (std::size_t s = 0; s < board.lot.size(); ++s) {
        sim::draw::shuffle(rng, std::span(board.lot[s]));
        board.left_in[s] = static_cast<std::uint32_t>(board.lot[s].size());
        board.left += board.lot[s].size();
    }
}

// What a sector's posts ask for depends on the technology of the city's firms, weighted by the jobs
// that they want.
void JobBoard::find_shares(Board& board, const RowRange& range, const FirmColumns& firms) const {
    const std::size_t sectors = records_.sectors();
    std::vector<double> demand(sectors, 0.0);
    std::vector<double> jobs(sectors, 0.0);
    for (std::size_t f = range.begin; f < range.end; ++f) {
        if (firms.is_pool[f] == 0) {
            demand[firms.sector[f]] += firms.wanted[f] * static_cast<double>(firms.skill_demand[f]);
            jobs[firms.sector[f]] += firms.wanted[f];
        }
    }
    board.share.resize(sectors * occupations);
    for (std::size_t s = 0; s < sectors; ++s) {
        const double mean = jobs[s] > 0.0 ? demand[s] / jobs[s] : 0.0;
        const ByOccupation shares = mix_.shares(s, mean);
        for (std::size_t o = 0; o < occupations; ++o) {
            board.share[o * sectors + s] = shares[o];
        }
    }
}

// What new posts of the city ask for: what its sectors do, weighted by jobs wanted there times the
// nation's open posts to a job of the sector: the city's own would be too few to tell.
void JobBoard::ask(CityId city, const FirmColumns& firms) {
    std::vector<double> weight(records_.sectors(), 0.0);
    const RowRange range = setting_.firms_in[city.row()];
    for (std::size_t f = range.begin; f < range.end; ++f) {
        weight[firms.sector[f]] += firms.is_pool[f] != 0 ? 0.0 : firms.wanted[f];
    }
    ByOccupation& asked = asked_[city.row()];
    asked.fill(0.0);
    for (std::size_t s = 0; s < weight.size(); ++s) {
        for (std::size_t o = 0; o < occupations; ++o) {
            asked[o] += weight[s] * rate_[s] * boards_[city.row()].share[o * weight.size() + s];
        }
    }
}

// A thin city's posts ask in part for what posts ask around it.
void JobBoard::carry(CityId city, const ByOccupation& around, double revised,
                     const CarriedPosts& carried) {
    const double all = total_[city.row()];
    ByOccupation fresh = asked_[city.row()];
    const double own = sum_of(fresh);
    scale(fresh, own > 0.0 ? all / own : 0.0);
    lean_on(fresh, around, all, market_.thin_market);
    const std::size_t first = city.row() * occupations;
    ByOccupation& posts = expected_[city.row()];
    for (std::size_t o = 0; o < occupations; ++o) {
        posts[o] = (1.0 - revised) * carried.open[first + o];
    }
    const double kept = sum_of(posts);
    if (kept > all) {
        scale(posts, all / kept);
    }
    const double weights = sum_of(fresh);
    const double added = weights > 0.0 ? std::max(0.0, all - kept) / weights : 0.0;
    for (std::size_t o = 0; o < occupations; ++o) {
        const double total = posts[o] + added * fresh[o];
        carried.age[first + o] = total > 0.0 ? carried.age[first + o] * posts[o] / total : 0.0;
        posts[o] = total;
    }
}

FirmId JobBoard::take(CityId city, Occupation occupation, double uniform) {
    SIM_EXPECT(left(city) > 0);
    Board& board = boards_[city.row()];
    const std::size_t sectors = board.lot.size();
    const double* asked = &board.share[occupation.number * sectors];
    double sum = 0.0;
    for (std::size_t s = 0; s < sectors; ++s) {
        sum += board.left_in[s] * asked[s];
    }
    const bool asks = sum > 0.0;
    double left = uniform * (asks ? sum : static_cast<double>(board.left));
    std::size_t chosen = 0;
    for (std::size_t s = 0; s < sectors; ++s) {
        const double part = board.left_in[s] * (asks ? asked[s] : 1.0);
        if (part > 0.0) {
            chosen = s;
            if (left < part) {
                break;
            }
            left -= part;
        }
    }
    const FirmId firm(draw(board, chosen));
    --left_of_[firm.row()];
    --board.left_in[chosen];
    --board.left;
    return firm;
}

// A post taken by take_from stays in the lot, and is passed over. When all others are gone, posts
// that came back go round.
std::uint32_t JobBoard::draw(Board& board, std::size_t sector) {
    std::vector<std::uint32_t>& lot = board.lot[sector];
    for (;;) {
        if (lot.empty()) {
            lot.swap(board.back[sector]);
            std::reverse(lot.begin(), lot.end());
        }
        const std::uint32_t firm = lot.back();
        lot.pop_back();
        if (left_of_[firm] > 0) {
            return firm;
        }
    }
}

FirmId JobBoard::take_elsewhere(CityId city, Occupation occupation, double uniform, FirmId own,
                                const std::uint8_t* sectors) {
    constexpr int draws = 8;
    FirmId firm = take(city, occupation, uniform);
    int set_aside = 0;
    while (firm == own && left(city) > 0 && set_aside < draws) {
        ++set_aside;
        firm = take(city, occupation, uniform);
    }
    for (int i = 0; i < set_aside; ++i) {
        put_back(city, own, sectors[own.row()]);
    }
    return firm;
}

void JobBoard::put_back(CityId city, FirmId firm, std::size_t sector) {
    Board& board = boards_[city.row()];
    board.back[sector].push_back(static_cast<std::uint32_t>(firm.row()));
    ++left_of_[firm.row()];
    ++board.left_in[sector];
    ++board.left;
}

bool JobBoard::take_from(FirmId firm, CityId city, std::size_t sector) {
    if (left_of_[firm.row()] == 0) {
        return false;
    }
    --left_of_[firm.row()];
    --boards_[city.row()].left_in[sector];
    --boards_[city.row()].left;
    return true;
}

void JobBoard::settle(const sim::Executor& executor, std::span<const ByOccupation> tried) {
    executor.for_rows(expected_.size(), 1, [&](std::size_t city) {
        ByOccupation& posts = expected_[city];
        for (std::size_t o = 0; o < occupations; ++o) {
            if (posts[o] > 0.0) {
                posts[o] *= sim::elementary::exp(-tried[city][o] / posts[o]);
            }
        }
        prior_[city] = sum_of(posts);
    });
    expect_left();
    // What thin places are believed to have left can be more than they had.
    double excess = 0.0;
    for (std::size_t city = 0; city < expected_.size(); ++city) {
        if (total_[city] > prior_[city]) {
            excess +=
                raise({&expected_[city], 1}, {&opened_[city], 1}, total_[city] - prior_[city]);
        } else if (prior_[city] > 0.0) {
            scale(expected_[city], total_[city] / prior_[city]);
        }
    }
    raise(expected_, opened_, excess);
}

void JobBoard::expect_left() {
    std::vector<double> left(boards_.size());
    for (std::size_t city = 0; city < left.size(); ++city) {
        left[city] = static_cast<double>(boards_[city].left);
    }
    expect_totals(setting_, prior_, left, market_.thin_market, total_);
}

void JobBoard::close(CityId city, const CarriedPosts& carried) const {
    const std::size_t first = city.row() * occupations;
    for (std::size_t o = 0; o < occupations; ++o) {
        carried.open[first + o] = expected_[city.row()][o];
        carried.age[first + o] += 1.0;
    }
}

}  // namespace vocational
