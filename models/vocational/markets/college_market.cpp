// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/college_market.hpp"

#include <algorithm>
#include <tuple>

#include "models/vocational/markets/mechanism.hpp"
#include "models/vocational/markets/programme_choice.hpp"
#include "sim/matching/apportion.hpp"
#include "sim/random/elementary.hpp"
#include "sim/random/elementary_batch.hpp"

namespace vocational {

CollegeMarket::CollegeMarket(sim::Accessor& owner, const Setting& setting, const Params& params)
    : setting_(setting),
      params_(params),
      prospects_(owner, setting, params),
      school_(owner),
      field_(owner),
      seats_(owner),
      programme_share_(owner),
      school_share_(owner),
      standing_(owner),
      quality_(owner),
      ownership_(owner),
      ses_(owner),
      applicants_(owner),
      first_choices_(owner),
      choosers_(owner),
      barred_(owner) {}

// Places of each cell by origin province: [origin][cell].
std::vector<std::uint32_t> CollegeMarket::quotas(const sim::Tick& tick, sim::Purpose purpose,
                                                 const std::vector<Candidate>& candidates,
                                                 const std::vector<std::uint32_t>& capacity) const {
    const std::size_t n = setting_.provinces();
    std::vector<double> share(n, 0.0);
    for (const Candidate& person : candidates) {
        share[person.home] += 1.0 / static_cast<double>(candidates.size());
    }
    const sim::Stream stream = tick.stream(purpose.part("quotas"));
    std::vector<std::uint32_t> quota(n * capacity.size());
    std::vector<double> entitlements(n);
    std::vector<std::int64_t> places(n);
    for (std::size_t cell = 0; cell < capacity.size(); ++cell) {
        const std::size_t school = cell % n;
        const double home_share = params_.admission.home_quota_share;
        for (std::size_t origin = 0; origin < n; ++origin) {
            entitlements[origin] = capacity[cell] * ((origin == school ? home_share : 0.0) +
                                                     (1.0 - home_share) * share[origin]);
        }
        sim::Rng rng = stream.at(sim::Identity{cell}, tick.key());
        sim::apportion(entitlements, rng.uniform(), places);
        for (std::size_t origin = 0; origin < n; ++origin) {
            quota[origin * capacity.size() + cell] = static_cast<std::uint32_t>(places[origin]);
        }
    }
    return quota;
}

// How little each province of college appeals from each home: exp(−appeal), [home][school].
std::vector<double> CollegeMarket::repulsion() const {
    std::vector<double> repulsion;
    for (const double appeal : setting_.college_appeal) {
        repulsion.push_back(sim::elementary::exp(-appeal));
    }
    return repulsion;
}

// Appends the cells with places that someone names: tracks by utility, then the provinces that she
// likes best by appeal and Gumbel taste. The order of appeal + Gumbel falling is that of
// exponential · exp(−appeal) rising, which costs half.
void CollegeMarket::append_list(const sim::Stream& stream, std::uint32_t tick,
                                const Candidate& person, const CollegeOffer& offer,
                                ListBuffer& buffer, CollegeLists& lists) const {
    const std::size_t n = setting_.provinces();
    std::array<std::size_t, college_tracks.size()> order{0, 1, 2, 3};
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return person.utility[a] > person.utility[b];
    });
    if (person.utility[order.front()] <= 0.0F) {
        return;
    }
    constexpr std::size_t words = std::tuple_size_v<sim::PhiloxBlock>;
    buffer.draws.resize((n + words - 1) / words);
    stream.at(person.identity, tick).fill_blocks(0, buffer.draws);
    buffer.logs.resize(n);
    for (std::size_t school = 0; school < n; ++school) {
        buffer.logs[school] = (buffer.draws[school / words][school % words] + 0.5) * 0x1p-32;
    }
    sim::elementary::log_each(buffer.logs);
    std::vector<RankedProvince>& ranked = buffer.ranked;
    ranked.resize(n);
    for (std::size_t school = 0; school < n; ++school) {
        ranked[school] = {-offer.repulsion[person.home * n + school] * buffer.logs[school],
                          static_cast<std::uint32_t>(school)};
    }
    // Where all provinces may be named, those without places need no rank.
    if (offer.listed >= n) {
        std::erase_if(ranked, [&](const RankedProvince& province) {
            return !offer.has_places[province.number];
        });
    }
    const auto best =
        ranked.begin() + static_cast<std::ptrdiff_t>(std::min(offer.listed, ranked.size()));
    std::partial_sort(ranked.begin(), best, ranked.end());
    for (const std::size_t track : order) {
        if (person.utility[track] <= 0.0F) {
            break;
        }
        for (auto province = ranked.begin(); province != best; ++province) {
            const std::uint32_t cell = college_cell(track, province->number, n);
            if (offer.capacity[cell] > 0) {
                lists.options.push_back(cell);
            }
        }
    }
}

// The lists of all, made in parallel.
CollegeLists CollegeMarket::lists(const sim::Tick& tick, sim::Purpose purpose,
                                  const CollegeOffer& offer,
                                  const std::vector<Candidate*>& people) const {
    constexpr std::size_t grain = 1024;
    const sim::Stream stream = tick.stream(purpose.part("taste"));
    std::vector<CollegeLists> parts((people.size() + grain - 1) / grain);
    tick.executor().for_rows(parts.size(), 1, [&](std::size_t part) {
        ListBuffer buffer;
        const std::size_t end = std::min(people.size(), (part + 1) * grain);
        for (std::size_t i = part * grain; i < end; ++i) {
            append_list(stream, tick.key(), *people[i], offer, buffer, parts[part]);
            parts[part].ends.push_back(static_cast<std::uint32_t>(parts[part].options.size()));
        }
    });
    CollegeLists all;
    for (const CollegeLists& part : parts) {
        const auto before = static_cast<std::uint32_t>(all.options.size());
        all.options.insert(all.options.end(), part.options.begin(), part.options.end());
        for (const std::uint32_t last : part.ends) {
            all.ends.push_back(before + last);
        }
    }
    return all;
}

// One market: what people name meets the places of the cells. What is taken leaves `capacity`.
void CollegeMarket::compete(const sim::Tick& tick, sim::Purpose purpose,
                            const std::vector<double>& repulsion, std::size_t listed,
                            const std::vector<Candidate*>& people,
                            std::vector<std::uint32_t>& capacity) const {
    const std::size_t n = setting_.provinces();
    std::vector<bool> has_places(n, false);
    for (std::size_t cell = 0; cell < capacity.size(); ++cell) {
        has_places[cell % n] = has_places[cell % n] || capacity[cell] > 0;
    }
    const CollegeLists named =
        lists(tick, purpose, {repulsion, capacity, has_places, listed}, people);
    std::vector<std::uint32_t> offsets{0};
    offsets.insert(offsets.end(), named.ends.begin(), named.ends.end());
    std::vector<float> scores;
    std::vector<std::uint64_t> lottery;
    for (const Candidate* person : people) {
        scores.push_back(person->score);
        lottery.push_back(person->lottery);
    }
    const sim::ApplicationMarket market{offsets, named.options, capacity,
                                        scores,  lottery,       sim::ScoreBy::applicant};
    const std::vector<std::uint32_t> assigned =
        sim::application_rejection(market, choices_per_band(admission_rule(params_.admission)));
    for (std::size_t i = 0; i < people.size(); ++i) {
        people[i]->cell = assigned[i];
        if (assigned[i] != sim::unassigned) {
            --capacity[assigned[i]];
        }
    }
}

std::vector<std::uint32_t> CollegeMarket::whole_places(const sim::Tick& tick, sim::Purpose purpose,
                                                       const double* people) const {
    const std::size_t n = setting_.provinces();
    const sim::Stream stream = tick.stream(purpose.part("places"));
    std::vector<std::uint32_t> places(college_tracks.size() * n, 0);
    for (std::size_t t = 0; t < college_tracks.size(); ++t) {
        std::vector<double> entitlements(n);
        std::vector<std::int64_t> whole(n);
        for (std::size_t p = 0; p < n; ++p) {
            entitlements[p] =
                people[track_cell(ProvinceId(p), college_tracks[t]).row()] / setting_.scale;
        }
        sim::Rng rng = stream.at(sim::Identity{t}, tick.key());
        sim::apportion(entitlements, rng.uniform(), whole);
        for (std::size_t p = 0; p < n; ++p) {
            places[college_cell(t, p, n)] = static_cast<std::uint32_t>(whole[p]);
        }
    }
    return places;
}

void CollegeMarket::assign(const sim::Tick& tick, sim::Purpose purpose,
                           std::vector<Candidate>& candidates,
                           const std::vector<std::uint32_t>& capacity) const {
    if (candidates.empty()) {
        return;
    }
    const std::size_t n = setting_.provinces();
    std::vector<std::uint32_t> quota = quotas(tick, purpose, candidates, capacity);
    const std::vector<double> dislike = repulsion();
    const auto listed = static_cast<std::size_t>(params_.choice.listed_provinces());
    std::vector<std::vector<Candidate*>> by_home(n);
    for (Candidate& person : candidates) {
        person.cell = sim::unassigned;
        by_home[person.home].push_back(&person);
    }
    tick.executor().for_rows(n, 1, [&](std::size_t origin) {
        const auto begin = quota.begin() + static_cast<std::ptrdiff_t>(origin * capacity.size());
        std::vector<std::uint32_t> places(begin,
                                          begin + static_cast<std::ptrdiff_t>(capacity.size()));
        compete(tick, purpose, dislike, listed, by_home[origin], places);
        std::copy(places.begin(), places.end(), begin);
    });
    std::vector<std::uint32_t> left(capacity.size(), 0);
    for (std::size_t i = 0; i < quota.size(); ++i) {
        left[i % capacity.size()] += quota[i];
    }
    std::vector<Candidate*> unmet;
    for (Candidate& person : candidates) {
        if (person.cell == sim::unassigned) {
            unmet.push_back(&person);
        }
    }
    compete(tick, purpose, dislike, n, unmet, left);  // the clearing round names all
}

void CollegeMarket::place(const sim::Tick& tick, sim::Purpose purpose, const EnrolmentDesk& desk,
                          std::vector<Candidate>& candidates, ProgrammeSeats seats) const {
    const std::size_t n = setting_.provinces();
    std::vector<std::vector<Candidate*>> by_cell(college_tracks.size() * n);
    for (Candidate& person : candidates) {
        if (person.cell != sim::unassigned) {
            by_cell[person.cell].push_back(&person);
        }
    }
    const sim::Stream stream = tick.stream(purpose.part("programme"));
    const Families families(params_.choice);
    tick.executor().for_rows(by_cell.size(), 1, [&](std::size_t cell) {
        std::vector<Candidate*>& people = by_cell[cell];
        std::sort(people.begin(), people.end(), [](const Candidate* a, const Candidate* b) {
            return a->score != b->score ? a->score > b->score : a->row < b->row;
        });
        std::vector<ProgrammeOffer> offers;
        const Track track = college_tracks[cell / n];
        for (const std::uint32_t row : setting_.programmes(cell % n, track)) {
            const ProgrammeId programme(row);
            const SchoolId school = school_[programme];
            const auto places = seats == ProgrammeSeats::open_seats
                                    ? seats_[programme]
                                    : static_cast<std::int32_t>(people.size());
            offers.push_back(
                {row, field_[programme], programme_share_[programme] * school_share_[school],
                 standing_[school], quality_[programme], places, hands_of(ownership_[school])});
        }
        const Price price = prospects_.price(ProvinceId(cell % n), track);
        ProgrammeChoice choice(
            params_.choice, std::move(offers),
            [&](Field field, double share) {
                return prospects_.field_appeal(level_of(track), field, share);
            },
            hands_views(params_.choice, price, families));
        for (Candidate* person : people) {
            sim::Rng rng = stream.at(person->identity, tick.key());
            std::uint32_t programme = 0;
            if (!choice.take(person->field, ses_[PersonId(person->row)], rng, programme)) {
                if (choice.is_full()) {
                    throw sim::ContractError("a college market admitted more people than seats");
                }
                person->cell = sim::unassigned;
                continue;
            }
            desk.enrol(PersonId(person->row), person->home, ProgrammeId(programme), person->entry,
                       tick.now());
        }
    });
}

void CollegeMarket::count(const std::vector<Candidate>& candidates) const {
    const Families families(params_.choice);
    std::vector<Price> prices;
    for (std::size_t p = 0; p < setting_.provinces(); ++p) {
        for (const Track track : college_tracks) {
            prices.push_back(prospects_.price(ProvinceId(p), track));
        }
    }
    for (const Candidate& person : candidates) {
        const Family& family = families[ses_[PersonId(person.row)]];
        for (std::size_t t = 0; t < college_tracks.size(); ++t) {
            const TrackCellId cell = track_cell(ProvinceId(person.home), college_tracks[t]);
            const Price& price = prices[person.home * college_tracks.size() + t];
            ++choosers_[cell];
            barred_[cell] += price.is_barred(family) ? 1 : 0;
        }
        std::size_t first = 0;
        for (std::size_t t = 0; t < college_tracks.size(); ++t) {
            if (person.utility[t] > 0.0F) {
                ++applicants_[track_cell(ProvinceId(person.home), college_tracks[t])];
            }
            first = person.utility[t] > person.utility[first] ? t : first;
        }
        if (person.utility[first] > 0.0F) {
            ++first_choices_[track_cell(ProvinceId(person.home), college_tracks[first])];
        }
    }
}

}  // namespace vocational
