// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/labour/labour_market.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "models/vocational/agents/count.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

// Leavers count as fresh until the quarter before the next ones complete.
constexpr int quarters_fresh = 4;

// Running sums of what people of a level and field look for among the posts of a city, each made at
// the first need.
class Wishes {
  public:
    Wishes(const JobSearch& search, const ByOccupation& posts) : search_(search), posts_(posts) {}

    const ByOccupation& of(Level level, Field field) {
        const std::size_t number = sim::index_of(level) * fields + sim::index_of(field);
        if (!is_known_[number]) {
            search_.accumulate(posts_, level, field, sums_[number]);
            is_known_[number] = true;
        }
        return sums_[number];
    }

  private:
    const JobSearch& search_;
    const ByOccupation& posts_;
    std::array<bool, levels * fields> is_known_{};
    std::array<ByOccupation, levels * fields> sums_;
};

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
    return {state_.data(), link_.data(),           duration_.data(),   occupation_.data(),
            wage_.data(),  specific_skill_.data(), firm_bound_.data(), headcount_.data()};
}

FirmColumns LabourMarket::firm_columns() const {
    return {sector_.data(),    is_pool_.data(),    wanted_.data(),
            headcount_.data(), generation_.data(), skill_demand_.data()};
}

Seeker LabourMarket::seeker(const sim::Tick& tick, std::size_t row, const Segment& segment) const {
    const Attained attained = attained_.data()[row];
    const int since_completion =
        static_cast<std::uint8_t>(tick.now().index() - completed_.data()[row]);
    Seeker seeker{};
    seeker.identity = segment.identity(row);
    seeker.row = static_cast<std::uint32_t>(row);
    seeker.type = Seeker::type_of(attained, field_.data()[row]);
    seeker.home = present_city_.data()[row];
    seeker.city = seeker.home;
    seeker.registered = segment.home;
    seeker.general_skill = general_skill_.data()[row];
    seeker.specific_skill = specific_skill_.data()[row];
    seeker.occupation = {Seeker::nowhere};
    seeker.is_rural = origin_.data()[row].hukou() == Hukou::rural;
    seeker.is_fresh = has_track(attained) && since_completion < quarters_fresh;
    seeker.is_certified = contract_.data()[row].is_certified();
    seeker.is_employed = state_.data()[row] == State::employed;
    seeker.has_contract = contract_.data()[row].exists();
    seeker.has_fulfilled_order = contract_.data()[row].has_fulfilled_order();
    if (seeker.is_employed) {
        seeker.specific_skill = portable(seeker.specific_skill, firm_bound_.data()[row]);
    }
    return seeker;
}

// Orderings that must hold: posts open before anybody applies to them; contracts before the open
// market; all applications of a round stand before anybody is hired; pools come last.
void LabourMarket::run(const sim::Tick& tick) {
    const std::size_t cities = setting_.cities();
    const CarriedPosts carried{open_.data(), age_.data()};
    search_ = JobSearch(labour_, market_, FieldProximity(records_));
    tried_.resize(cities);
    scores_.resize(cities);
    unserved_.resize(cities);
    weighed_.resize(cities);
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
    collect(tick);
    serve_contracts(tick);
    seekers_.sort_by_type(tick.executor());
    const double advised = *std::max_element(advice_.data(), advice_.data() + setting_.provinces());
    const int rounds = labour_.rounds + (advised > 0.0 ? 1 : 0);
    for (int round = 0; round < rounds; ++round) {
        round_ = purpose().part(std::to_string(round));
        is_first_round_ = round == 0;
        drop_matched(tick.executor());
        if (round >= labour_.rounds) {
            keep_advised(tick);
        }
        choose_cities(tick);
        expect_seekers();
        const auto for_cities = [&](auto&& body) { tick.executor().for_rows(cities, 1, body); };
        for_cities([&](std::size_t city) { apply_in_city(tick, CityId(city)); });
        if (is_first_round_) {
            note_matches();
        }
        rank_all(tick.executor());
        for_cities([&](std::size_t city) { weigh_in_city(tick, CityId(city)); });
        const double factor = chance_factor();
        for_cities([&](std::size_t city) { hire_in_city(tick, CityId(city), factor); });
        place_elsewhere(tick);
        board_.settle(tick.executor(), tried_);
    }
    for (std::size_t city = 0; city < cities; ++city) {
        board_.close(CityId(city), carried);
    }
    enter_pools(tick);
}

// Of those still without a match, whom advice leads to one more post.
void LabourMarket::keep_advised(const sim::Tick& tick) {
    const sim::Stream stream = tick.stream(purpose().part("advice"));
    seekers_.let_go_on(tick.executor(), [&](const Seeker& seeker) {
        sim::Rng rng = stream.at(seeker.identity, tick.key());
        return rng.bernoulli(std::min(1.0, advice_[setting_.province_of[seeker.home.row()]]));
    });
}

void LabourMarket::choose_cities(const sim::Tick& tick) {
    const sim::Stream stream = tick.stream(round_.part("search"));
    seekers_.form(tick.executor(), [&](Seeker& seeker) {
        sim::Rng rng = stream.at(seeker.identity, tick.key());
        const bool moves = rng.bernoulli(seeker.is_rural ? labour_.move_share_rural()
                                                         : labour_.move_share_urban());
        const double u = (rng.bits32() + 0.5) * 0x1p-32;
        seeker.city = seeker.home;
        seeker.occupation = {Seeker::nowhere};
        if (moves) {
            const std::size_t from = seeker.city.row() * setting_.cities();
            seeker.city = CityId(pick(&setting_.pull[from], setting_.cities(), u));
            // Drawing anew gives each city its weight, whatever else she could have drawn.
            while (is_barred(seeker, seeker.city) && rng.bernoulli(labour_.hukou_barrier)) {
                seeker.city = CityId(pick(&setting_.pull[from], setting_.cities(), rng.uniform()));
            }
        }
    });
    chances_.resize(seekers_.line_length());
}

bool LabourMarket::is_barred(const Seeker& seeker, CityId city) const {
    const ProvinceId province = setting_.province_of[city.row()];
    return city.row() == setting_.cities_of[province.row()].begin &&
           province != setting_.province_of[seeker.registered.row()];
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

// Adds those of `expected` people of the level who try each occupation and are let in.
void LabourMarket::expect_trials(double expected, Level level, const ByOccupation& sums,
                                 ByOccupation& tried) const {
    const double total = sums.back();
    double before = 0.0;
    for (std::size_t j = 0; j < job_levels; ++j) {
        const Occupation first = Occupation::of(static_cast<JobLevel>(j), Field::general);
        const double accepted = search_.acceptance(level, first);
        std::array<double, fields> parts;
        for (std::size_t f = 0; f < fields; ++f) {
            parts[f] = sums[first.number + f] - before;
            before = sums[first.number + f];
        }
        for (std::size_t f = 0; f < fields; ++f) {
            tried[first.number + f] += expected * parts[f] / total * accepted;
        }
    }
}

void LabourMarket::apply_in_city(const sim::Tick& tick, CityId city) {
    const sim::Stream stream = tick.stream(round_.part("apply"));
    ByOccupation& tried = tried_[city.row()];
    tried.fill(0.0);
    ScoreMeans& scores = scores_[city.row()];
    scores.fill({});
    Wishes wishes(search_, board_.posts(city));
    for (std::size_t type = 0; type < seeker_types; ++type) {
        const std::span<const std::uint32_t> line = seekers_.line(city, type);
        const double expected = expected_seekers_[city.row() * seeker_types + type];
        if (line.empty() && !(expected > 0.0)) {
            continue;
        }
        const Level level = level_of(static_cast<Attained>(type / fields));
        const ByOccupation& sums = wishes.of(level, static_cast<Field>(type % fields));
        const double total = sums.back();
        if (!(total > 0.0)) {
            continue;
        }
        expect_trials(expected, level, sums, tried);
        for (const std::uint32_t i : line) {
            Seeker& seeker = seekers_[i];
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
                seeker.score = score(seeker, rng);
                scores[wish.number].add(seeker.score);
            }
        }
    }
}

float LabourMarket::score(const Seeker& seeker, sim::Rng& rng) const {
    if (structures_.hiring != Hiring::ranked) {
        return 0.0F;
    }
    // Members of a consortium take part in the exams of its schools.
    const double hidden =
        seeker.is_fresh ? 1.0 - static_cast<double>(assessment_[seeker.city]) : 1.0;
    const double noise = hidden * (labour_.signal_noise * rng.normal());
    return static_cast<float>(
        wages_.perceived_productivity(
            seeker.worker(), seeker.occupation,
            {seeker.is_certified, noise,
             wages_.barrier_removed(setting_.province_of[seeker.city.row()])},
            market_) +
        (seeker.is_fresh ? labour_.campus_recruiting() : 0.0) +
        (seeker.is_fresh && seeker.has_fulfilled_order ? market_.contract_bonus() : 0.0));
}

}  // namespace vocational
