// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/labour/labour_market.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "models/vocational/agents/count.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

// Leavers count as fresh until the quarter before the next ones complete.
constexpr int quarters_fresh = 4;

}  // namespace

LabourMarket::LabourMarket(const Setting& setting, const Records& records, const Params& params,
                           const WageEquation& wages, const sim::World& world)
    : Phase("labour_market", "Seekers and open posts are matched; pools take the jobless."),
      setting_(setting),
      records_(records),
      labour_(params.labour),
      market_(params.market),
      structures_(params.structures),
      wages_(wages),
      board_(setting, records, params.market),
      pools_(setting, params.labour),
      rows_(world),
      firms_(world) {}

JobColumns LabourMarket::job_columns() const {
    return {state_.data(),      link_.data(), duration_.data(),
            occupation_.data(), wage_.data(), headcount_.data()};
}

FirmColumns LabourMarket::firm_columns() const {
    return {sector_.data(),    is_pool_.data(),    wanted_.data(),
            headcount_.data(), generation_.data(), skill_demand_.data()};
}

Worker LabourMarket::worker(std::size_t row) const {
    return {attained_.data()[row], field_.data()[row], general_skill_.data()[row],
            specific_skill_.data()[row]};
}

// Orderings that must hold: posts open before anybody applies to them; contracts before the open
// market; all applications of a round stand before anybody is hired; pools come last.
void LabourMarket::run(const sim::Tick& tick) {
    const std::size_t cities = setting_.cities();
    const CarriedPosts carried{open_.data(), age_.data()};
    search_ = JobSearch(labour_, market_, FieldProximity(records_));
    tried_.resize(cities);
    unserved_.resize(cities);
    std::fill_n(applied_.data(), cities * occupations, 0);
    std::fill_n(hires_.data(), cities * occupations, 0);
    std::fill_n(job_changes_.data(), cities * occupations, 0);
    std::fill_n(skilled_applicants_.data(), setting_.provinces() * credentials * skill_steps, 0);
    std::fill_n(skilled_hires_.data(), setting_.provinces() * credentials * skill_steps, 0);
    board_.open(tick, purpose(), firm_columns(), sim::quarterly(market_.post_revision), carried);
    for (std::size_t city = 0; city < cities; ++city) {
        std::copy_n(board_.posts(CityId(city)).data(), occupations,
                    vacancies_.data() + city * occupations);
    }
    collect_jobless(tick);
    serve_contracts(tick);
    collect_employed(tick);
    const double advised = *std::max_element(advice_.data(), advice_.data() + setting_.provinces());
    const int rounds = labour_.rounds + (advised > 0.0 ? 1 : 0);
    for (int round = 0; round < rounds; ++round) {
        round_ = purpose().part(std::to_string(round));
        is_first_round_ = round == 0;
        if (!is_first_round_) {
            std::erase_if(seekers_, [&](const Seeker& seeker) {
                return state_.data()[seeker.row] != State::unemployed;
            });
        }
        if (round >= labour_.rounds) {
            keep_advised(tick);
        }
        choose_cities(tick);
        sort_seekers();
        expect_seekers();
        const auto for_cities = [&](auto&& body) { tick.executor().for_rows(cities, 1, body); };
        for_cities([&](std::size_t city) { apply_in_city(tick, CityId(city)); });
        if (is_first_round_) {
            note_matches();
        }
        rank_all();
        for_cities([&](std::size_t city) { hire_in_city(tick, CityId(city)); });
        place_elsewhere(tick);
        board_.settle(tick.executor(), tried_);
    }
    for (std::size_t city = 0; city < cities; ++city) {
        board_.close(CityId(city), carried);
    }
    seekers_.insert(seekers_.end(), resting_.begin(), resting_.end());
    resting_.clear();
    enter_pools(tick);
}

// Of those still without a match, whom advice leads to one more post.
void LabourMarket::keep_advised(const sim::Tick& tick) {
    const sim::Stream stream = tick.stream(purpose().part("advice"));
    const auto advised =
        std::stable_partition(seekers_.begin(), seekers_.end(), [&](const Seeker& seeker) {
            const CityId city = present_city_.data()[seeker.row];
            sim::Rng rng = stream.at(seeker.identity, tick.key());
            return rng.bernoulli(std::min(1.0, advice_[setting_.province_of[city.row()]]));
        });
    resting_.assign(advised, seekers_.end());
    seekers_.erase(advised, seekers_.end());
}

void LabourMarket::choose_cities(const sim::Tick& tick) {
    const sim::Stream stream = tick.stream(round_.part("search"));
    tick.executor().for_rows(seekers_.size(), grain, [&](std::size_t i) {
        Seeker& seeker = seekers_[i];
        const PersonId person(seeker.row);
        sim::Rng rng = stream.at(seeker.identity, tick.key());
        const bool is_rural = origin_[person].hukou() == Hukou::rural;
        const bool moves =
            rng.bernoulli(is_rural ? labour_.move_share_rural() : labour_.move_share_urban());
        const double u = (rng.bits32() + 0.5) * 0x1p-32;
        seeker.city = present_city_.data()[seeker.row];
        if (moves) {
            const std::size_t from = seeker.city.row() * setting_.cities();
            seeker.city = CityId(pick(&setting_.pull[from], setting_.cities(), u));
        }
    });
}

// By city, then type, then as they stood.
void LabourMarket::sort_seekers() {
    const auto bucket = [](const Seeker& seeker) {
        return seeker.city.row() * seeker_types + seeker.type;
    };
    type_begin_.assign(setting_.cities() * seeker_types + 1, 0);
    for (const Seeker& seeker : seekers_) {
        ++type_begin_[bucket(seeker) + 1];
    }
    for (std::size_t i = 1; i < type_begin_.size(); ++i) {
        type_begin_[i] += type_begin_[i - 1];
    }
    std::vector<std::size_t> next(type_begin_.begin(), type_begin_.end() - 1);
    order_.resize(seekers_.size());
    for (std::size_t i = 0; i < seekers_.size(); ++i) {
        order_[next[bucket(seekers_[i])]++] = static_cast<std::uint32_t>(i);
    }
}

void LabourMarket::note_matches() {
    for (std::size_t city = 0; city < setting_.cities(); ++city) {
        const ByOccupation& posts = board_.posts(CityId(city));
        double applicants = 0.0;
        double open = 0.0;
        double matches = 0.0;
        for (std::size_t o = 0; o < occupations; ++o) {
            applicants += tried_[city][o];
            open += posts[o];
            matches += expected_hires(tried_[city][o], posts[o]);
        }
        round_applicants_.data()[city] = applicants;
        round_posts_.data()[city] = open;
        round_matches_.data()[city] = matches;
    }
}

void LabourMarket::apply_in_city(const sim::Tick& tick, CityId city) {
    const sim::Stream stream = tick.stream(round_.part("apply"));
    const ByOccupation& posts = board_.posts(city);
    ByOccupation& tried = tried_[city.row()];
    tried.fill(0.0);
    ByOccupation sums;
    for (std::size_t type = 0; type < seeker_types; ++type) {
        const std::size_t begin = type_begin_[city.row() * seeker_types + type];
        const std::size_t end = type_begin_[city.row() * seeker_types + type + 1];
        const double expected = expected_seekers_[city.row() * seeker_types + type];
        if (begin == end && !(expected > 0.0)) {
            continue;
        }
        const Level level = level_of(static_cast<Attained>(type / fields));
        search_.accumulate(posts, level, static_cast<Field>(type % fields), sums);
        const double total = sums.back();
        for (std::size_t o = 0; o < occupations && total > 0.0; ++o) {
            const double part = sums[o] - (o == 0 ? 0.0 : sums[o - 1]);
            tried[o] += expected * part / total *
                        search_.acceptance(level, Occupation{static_cast<std::uint8_t>(o)});
        }
        for (std::size_t i = begin; i < end; ++i) {
            Seeker& seeker = seekers_[order_[i]];
            seeker.occupation = {Seeker::nowhere};
            if (!(total > 0.0)) {
                continue;
            }
            sim::Rng rng = stream.at(seeker.identity, tick.key());
            const Occupation wish{
                static_cast<std::uint8_t>(pick(sums.data(), occupations, rng.uniform() * total))};
            if (is_first_round_) {
                applied_.data()[job_cell(city, wish).row()] += 1;
            }
            if (wish.level() >= JobLevel::technician) {
                add_to(skilled_applicants_[hire_cell(seeker, wish)], 1);
            }
            if (rng.bernoulli(search_.acceptance(level, wish))) {
                seeker.occupation = wish;
                seeker.score = score(tick, seeker, rng);
            }
        }
    }
}

float LabourMarket::score(const sim::Tick& tick, const Seeker& seeker, sim::Rng& rng) const {
    if (structures_.hiring != Hiring::ranked) {
        return 0.0F;
    }
    const PersonId person(seeker.row);
    const int since_completion = static_cast<std::uint8_t>(tick.now().index() - completed_[person]);
    const bool is_fresh = has_track(attained_[person]) && since_completion < quarters_fresh;
    const double noise = labour_.signal_noise * rng.normal();
    return static_cast<float>(wages_.perceived_productivity(
                                  worker(seeker.row), seeker.occupation,
                                  {contract_[person].is_certified(), noise,
                                   wages_.barrier_removed(setting_.province_of[seeker.city.row()])},
                                  market_) +
                              (is_fresh ? labour_.campus_recruiting() : 0.0));
}

}  // namespace vocational
