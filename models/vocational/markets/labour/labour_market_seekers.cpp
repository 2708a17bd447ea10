// SPDX-License-Identifier: Apache-2.0
// Who seeks in a quarter: the jobless, some of the employed, and first those with a reserved post.
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "models/vocational/markets/labour/labour_market.hpp"
#include "models/vocational/markets/labour/thin_places.hpp"
#include "sim/random/elementary.hpp"
#include "sim/random/elementary_batch.hpp"

namespace vocational {

namespace {

constexpr std::size_t chunk_rows = CohortIndex::grain;
// Low pay makes people search more, within these factors.
constexpr double least_pay_factor = 0.5;
constexpr double most_pay_factor = 2.0;

// Draws for one candidate after the other, some at a time: one block for each.
class Candidates {
  public:
    struct One {
        double step;  // exponential with mean 1
        double uniform;
    };

    explicit Candidates(const sim::Rng& rng) : rng_(rng) {}

    One next() {
        if (used_ == together) {
            refill();
        }
        const sim::PhiloxBlock& words = blocks_[used_];
        return {-logs_[used_++], sim::uniform_of(words[2], words[3])};
    }

  private:
    static constexpr std::size_t together = 8;

    void refill() {
        rng_.fill_blocks(drawn_, blocks_);
        drawn_ += together;
        for (std::size_t i = 0; i < together; ++i) {
            logs_[i] = sim::uniform_of(blocks_[i][0], blocks_[i][1]);
        }
        sim::elementary::log_each(logs_);
        used_ = 0;
    }

    sim::Rng rng_;
    std::uint32_t drawn_ = 0;
    std::size_t used_ = together;
    std::array<sim::PhiloxBlock, together> blocks_;
    std::array<double, together> logs_;
};

}  // namespace

// Two passes over rows: who seeks, then a place for each in the order of rows, whatever thread
// found them.
void LabourMarket::collect(const sim::Tick& tick) {
    const std::size_t first = rows_.first();
    const std::size_t chunks = (rows_.size() + chunk_rows - 1) / chunk_rows;
    seekers_.begin(chunks, setting_.cities());
    usual_wages_.clear();
    for (std::size_t p = 0; p < setting_.provinces(); ++p) {
        for (std::size_t s = 0; s < records_.sectors(); ++s) {
            usual_wages_.push_back(wages_.mean_wage(ProvinceId(p), s));
        }
    }
    searching_.resize(chunks);
    reserved_.resize(chunks);
    tick.executor().for_chunks(rows_.size(), chunk_rows,
                               [&](const sim::Chunk& chunk) { find_seekers(tick, chunk); });
    seekers_.arrange();
    const State* state = state_.data();
    tick.executor().for_chunks(rows_.size(), chunk_rows, [&](const sim::Chunk& chunk) {
        reserved_[chunk.number].clear();
        auto searching = searching_[chunk.number].begin();
        const auto last_searching = searching_[chunk.number].end();
        setting_.cohorts.for_segments_of(
            first + chunk.begin, first + chunk.end,
            [&](const Segment& segment, std::size_t begin, std::size_t end) {
                for (std::size_t row = begin; row < end; ++row) {
                    if (state[row] == State::unemployed) {
                        const Seeker found = seeker(tick, row, segment);
                        const std::uint32_t at = seekers_.place(chunk.number, found);
                        if (found.has_contract) {
                            reserved_[chunk.number].push_back(at);
                        }
                    }
                }
                for (; searching != last_searching && *searching < end; ++searching) {
                    seekers_.place(chunk.number, seeker(tick, *searching, segment));
                }
            });
    });
}

// Steps from one candidate among the employed to the next at the highest rate of all and then looks
// at her own, so that only rows drawn are touched.
void LabourMarket::find_seekers(const sim::Tick& tick, const sim::Chunk& chunk) {
    const std::size_t first = rows_.first();
    const State* state = state_.data();
    for (std::size_t row = first + chunk.begin; row < first + chunk.end; ++row) {
        if (state[row] == State::unemployed) {
            seekers_.expect(chunk.number, false, present_city_.data()[row]);
        }
    }
    std::vector<std::uint32_t>& found = searching_[chunk.number];
    found.clear();
    const double rate = sim::quarterly(market_.on_the_job_search);
    const double highest = std::min(0.9, rate * market_.mismatch_search * most_pay_factor);
    if (!(highest > 0.0)) {
        return;
    }
    const double per_step = 1.0 / -sim::elementary::log1p(-highest);
    const sim::Stream stream = tick.stream(purpose().part("on the job"));
    setting_.cohorts.for_segments_of(
        first + chunk.begin, first + chunk.end,
        [&](const Segment& segment, std::size_t begin, std::size_t end) {
            Candidates candidates(stream.at(segment.identity(segment.begin), tick.key()));
            double row = static_cast<double>(segment.begin) - 1.0;
            for (;;) {
                const Candidates::One one = candidates.next();
                row += 1.0 + std::floor(one.step * per_step);
                if (row >= static_cast<double>(end)) {
                    break;
                }
                const auto at = static_cast<std::size_t>(row);
                if (at >= begin && looks_elsewhere(at, one.uniform * highest, rate)) {
                    found.push_back(static_cast<std::uint32_t>(at));
                    seekers_.expect(chunk.number, true, present_city_.data()[at]);
                }
            }
        });
}

bool LabourMarket::looks_elsewhere(std::size_t row, double accept, double rate) const {
    if (state_.data()[row] != State::employed || duration_.data()[row] == 0) {
        return false;
    }
    const FirmId firm = link_.data()[row].firm();
    if (is_pool_[firm] != 0) {
        return false;
    }
    const Occupation job = occupation_.data()[row];
    const bool misfit =
        is_below_own_level(attained_.data()[row], job) || is_other_field(field_.data()[row], job);
    const double usual =
        usual_wages_[setting_.province_of[firm_city_[firm].row()].row() * records_.sectors() +
                     sector_[firm]];
    const double pay = std::clamp(usual / std::max(1.0, double{wage_.data()[row]}),
                                  least_pay_factor, most_pay_factor);
    return accept < rate * pay * (misfit ? market_.mismatch_search() : 1.0);
}

// Who left school under a contract that the firm holds takes one of its open posts or is free of
// it, and loses what she can do there alone.
void LabourMarket::serve_contracts(const sim::Tick& tick) {
    const auto serve = [&](Seeker& seeker) {
        const PersonId person(seeker.row);
        const std::size_t firm = link_.data()[seeker.row].firm().row();
        if (firm < firms_.first() || firm >= firms_.end()) {
            return;
        }
        const FirmId partner(firm);
        link_.data()[seeker.row] = Link();
        contract_[person].sign(ContractKind::none);
        const CityId city = firm_city_[partner];
        if (board_.take_from(partner, city, sector_[partner])) {
            seeker.city = city;
            seeker.occupation = Occupation::of(
                static_cast<JobLevel>(sim::index_of(level_of(attained_[person]))),
                level_of(attained_[person]) == Level::lower_secondary ? Field::general
                                                                      : field_[person]);
            hires_.data()[job_cell(city, seeker.occupation).row()] += 1;
            start(seeker, city, partner, offered_wage(tick, seeker, partner));
        } else {
            lose_firm_bound(specific_skill_[person], firm_bound_[person]);
            seeker.specific_skill = specific_skill_[person];
        }
    };
    for (const std::vector<std::uint32_t>& of_chunk : reserved_) {
        for (const std::uint32_t i : of_chunk) {
            serve(seekers_[i]);
        }
    }
}

// Leaves those who were without a job and still are; before the first round also the employed.
void LabourMarket::drop_matched(const sim::Executor& executor) {
    seekers_.remove_if(executor, [&](const Seeker& seeker) {
        return seeker.is_employed ? !is_first_round_
                                  : state_.data()[seeker.row] != State::unemployed;
    });
}

// Seekers to expect by city and type: thin cities and provinces lean on what is around them.
void LabourMarket::expect_seekers() {
    const std::size_t cities = setting_.cities();
    const std::size_t provinces = setting_.provinces();
    std::vector<double> nation(seeker_types, 0.0);
    std::vector<double> province(provinces * seeker_types, 0.0);
    expected_seekers_.resize(cities * seeker_types);
    for (std::size_t city = 0; city < cities; ++city) {
        const std::size_t p = setting_.province_of[city].row();
        for (std::size_t type = 0; type < seeker_types; ++type) {
            const auto people = static_cast<double>(seekers_.line(CityId(city), type).size());
            nation[type] += people;
            province[p * seeker_types + type] += people;
            expected_seekers_[city * seeker_types + type] = people;
        }
    }
    const auto lean = [&](std::span<double> counts, std::span<const double> around) {
        lean_on(counts, around, std::accumulate(counts.begin(), counts.end(), 0.0),
                market_.thin_market);
    };
    const auto of_province = [&](std::size_t p) {
        return std::span(province).subspan(p * seeker_types, seeker_types);
    };
    for (std::size_t p = 0; p < provinces; ++p) {
        lean(of_province(p), nation);
    }
    for (std::size_t city = 0; city < cities; ++city) {
        lean(std::span(expected_seekers_).subspan(city * seeker_types, seeker_types),
             of_province(setting_.province_of[city].row()));
    }
}

}  // namespace vocational
