// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/zhongkao.hpp"

#include <algorithm>

#include "models/vocational/agents/count.hpp"
#include "models/vocational/markets/mechanism.hpp"
#include "models/vocational/markets/programme_choice.hpp"
#include "sim/matching/apportion.hpp"

namespace vocational {

namespace {

constexpr std::uint32_t nowhere = sim::unassigned;

bool goes_first(const Applicant* a, const Applicant* b) {
    return a->score != b->score ? a->score > b->score : a->row < b->row;
}

std::array<std::size_t, tracks_at_15.size()> by_liking(const Applicant& person) {
    std::array<std::size_t, tracks_at_15.size()> order{0, 1, 2, 3};
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return person.utility[a] > person.utility[b];
    });
    return order;
}

}  // namespace

Zhongkao::Zhongkao(const Setting& setting, const Params& params)
    : Phase("zhongkao", "15-year-olds choose and are admitted to upper-secondary schools."),
      setting_(setting),
      params_(params),
      desk_(*this, setting),
      choice_(*this, setting, params),
      way_(*this, params.choice) {}

void Zhongkao::run(const sim::Tick& tick) {
    const Families families(params_.choice);
    const std::vector<std::int64_t> bachelor =
        whole_places(tick, "bachelor places", bachelor_places_.data());
    const std::vector<std::int64_t> five_year =
        whole_places(tick, "five-year places", five_year_.data());
    tick.executor().for_rows(setting_.provinces(), 1, [&](std::size_t p) {
        admit_province(
            tick, families, p,
            {static_cast<std::size_t>(bachelor[p]), static_cast<std::size_t>(five_year[p])});
    });
}

// Places promised to secondary vocational entrants, in agents by province, from people by cell.
std::vector<std::int64_t> Zhongkao::whole_places(const sim::Tick& tick, std::string_view kind,
                                                 const double* people) const {
    std::vector<double> entitlements;
    for (std::size_t p = 0; p < setting_.provinces(); ++p) {
        const TrackCellId cell = track_cell(ProvinceId(p), Track::secondary_vocational);
        entitlements.push_back(people[cell.row()] / setting_.scale);
    }
    std::vector<std::int64_t> whole(entitlements.size());
    sim::Rng rng = tick.stream(purpose().part(kind)).at(sim::Identity{0}, tick.key());
    sim::apportion(entitlements, rng.uniform(), whole);
    return whole;
}

Applicant Zhongkao::applicant(const sim::Rng& draws, PersonId person) const {
    Applicant one{};
    one.row = static_cast<std::uint32_t>(person.row());
    one.draws = draws;
    sim::Rng rng = draws;
    rng.skip_to(draws_at_15::score);
    one.score = static_cast<float>(0.5 * ability_[person] + 0.5 * general_skill_[person] +
                                   params_.admission.exam_noise * rng.normal());
    rng.skip_to(draws_at_15::lottery);
    one.lottery = rng.bits64();
    rng.skip_to(draws_at_15::insurance);
    one.is_insured = rng.bernoulli(params_.admission.insurance_share);
    one.is_rural = origin_[person].hukou() == Hukou::rural;
    return one;
}

void Zhongkao::find_applicants(const sim::Tick& tick, const Families& families,
                               const std::vector<TrackViews>& views, Area& area) const {
    const sim::Stream stream = tick.stream(purpose());
    const sim::Stream information = tick.stream(information_purpose);
    const TrackChoice::Outlook outlook = choice_.outlook(area.city);
    const ProvinceId province = setting_.province_of[area.city.row()];
    const bool has_comprehensive = open_seats_[track_cell(province, Track::comprehensive_high)] > 0;
    const sim::Quarter oldest(tick.now().year() - 16, 4);
    for (int birth = 0; birth < 4; ++birth) {
        const Segment segment = setting_.cohorts.segment_at(oldest + birth, area.city);
        for (std::size_t row = segment.begin; row < segment.end; ++row) {
            if (desk_.attained(row) != Attained::lower_secondary) {
                continue;
            }
            const sim::Identity identity = segment.identity(row);
            Applicant one = applicant(stream.at(identity, tick.key()), PersonId(row));
            one.home = area.city;
            one.prices = &views[std::min<std::size_t>(ses_[PersonId(row)], views.size() - 1)];
            one.utility = choice_.utilities(
                PersonId(row), outlook, families,
                is_informed(information, identity, params_.beliefs.know_rank), one.draws);
            if (!has_comprehensive) {
                one.utility[1] = not_listed;
            }
            area.applicants.push_back(one);
        }
    }
}

// One market of one city.
void Zhongkao::admit_city(Area& area) const {
    const ProvinceId province = setting_.province_of[area.city.row()];
    const AdmissionRule rule =
        admission_rule(params_.admission, mechanism_[province], parallel_choices_[province]);
    const ListRules rules{params_.choice.school_taste,
                          static_cast<std::size_t>(params_.choice.list_length()),
                          choices_per_band(rule), rule.mechanism == Mechanism::parallel};
    std::vector<std::uint32_t> offsets{0};
    std::vector<std::uint32_t> options;
    std::vector<std::uint32_t> capacity;
    std::vector<float> scores;
    std::vector<std::uint64_t> lottery;
    for (const AreaOption& option : area.options) {
        capacity.push_back(option.capacity);
    }
    ListBuffer buffer;
    for (Applicant& person : area.applicants) {
        append_list(person, area, rules, buffer, options);
        offsets.push_back(static_cast<std::uint32_t>(options.size()));
        scores.push_back(person.score);
        lottery.push_back(person.lottery);
    }
    const sim::ApplicationMarket market{offsets, options, capacity,
                                        scores,  lottery, sim::ScoreBy::applicant};
    const std::vector<std::uint32_t> assigned =
        sim::application_rejection(market, choices_per_band(rule));
    for (std::size_t i = 0; i < assigned.size(); ++i) {
        if (assigned[i] != nowhere) {
            admit(area.applicants[i], area, assigned[i]);
        }
    }
}

void Zhongkao::admit(Applicant& person, Area& area, std::uint32_t option) {
    person.option = option;
    person.track = area.options[option].track;
    --area.options[option].left;
    area.admitted.push_back(&person);
}

// What next year's applicants know: who was the last to get in.
void Zhongkao::note_cutoffs(const Area& area) {
    std::vector<float> lowest(area.options.size(), highest_score);
    for (const Applicant* person : area.admitted) {
        lowest[person->option] = std::min(lowest[person->option], person->score);
    }
    for (std::size_t i = 0; i < area.options.size(); ++i) {
        const AreaOption& option = area.options[i];
        if (!option.is_reserved) {
            last_cutoff_[SchoolId(option.school)] = option.left > 0 ? lowest_score : lowest[i];
            has_cutoff_[SchoolId(option.school)] = 1;
        }
    }
}

// A seat that is left: an option of an area, and what the way there costs. The nearest counts,
// among equally near ones that with most seats.
Zhongkao::Seat Zhongkao::nearest_seat(std::vector<Area>& areas, const Applicant& person,
                                      std::size_t track) const {
    Seat best;
    for (Area& area : areas) {
        const double way = way_.between(person.home, area.city);
        for (std::uint32_t number = 0; number < area.options.size(); ++number) {
            const AreaOption& option = area.options[number];
            if (option.track != track || option.left == 0 ||
                (option.is_reserved && !person.is_rural) || !price_of(person, option).is_payable) {
                continue;
            }
            if (best.area == nullptr || way < best.way ||
                (way <= best.way && option.left > best.area->options[best.option].left)) {
                best = {&area, number, way};
            }
        }
    }
    return best;
}

// The unassigned of the province, best first, take what is left nearest to them, in the order of
// their tracks, if it is worth the way.
void Zhongkao::clear_province(std::vector<Area>& areas) const {
    std::vector<Applicant*> waiting;
    for (Area& area : areas) {
        for (Applicant& person : area.applicants) {
            if (person.option == nowhere) {
                waiting.push_back(&person);
            }
        }
    }
    std::sort(waiting.begin(), waiting.end(), goes_first);
    for (Applicant* person : waiting) {
        for (const std::size_t track : by_liking(*person)) {
            if (person->utility[track] <= 0.0F) {
                break;
            }
            const Seat seat = nearest_seat(areas, *person, track);
            if (seat.area != nullptr && static_cast<double>(person->utility[track]) > seat.way) {
                admit(*person, *seat.area, seat.option);
                break;
            }
        }
    }
}

void Zhongkao::place_area(const sim::Tick& tick, Area& area, std::size_t province) {
    std::sort(area.admitted.begin(), area.admitted.end(), goes_first);
    const sim::Stream stream = tick.stream(purpose().part("programme"));
    for (std::uint32_t option = 0; option < area.options.size(); ++option) {
        const Track track = tracks_at_15[area.options[option].track];
        const bool is_pooled = is_vocational(track);
        std::vector<ProgrammeOffer> offers;
        if (is_pooled) {
            const RowRange range = setting_.schools(area.city, track);
            for (std::uint32_t s = range.begin; s < range.end; ++s) {
                const SchoolId school(s);
                if (hands_of(ownership_[school]) != area.options[option].hands) {
                    continue;
                }
                for (std::uint32_t i = 0; i < programmes_[school]; ++i) {
                    const ProgrammeId programme(first_programme_[school] + i);
                    offers.push_back({programme.value(), field_[programme],
                                      programme_share_[programme], standing_[school],
                                      quality_[programme], seats_[programme]});
                }
            }
        }
        ProgrammeChoice choice(params_.choice, std::move(offers), field_appeal(track));
        for (const Applicant* person : area.admitted) {
            if (person->option != option) {
                continue;
            }
            std::uint32_t programme = first_programme_[SchoolId(area.options[option].school)];
            const sim::Identity identity = setting_.cohorts.identity(PersonId(person->row));
            sim::Rng rng = stream.at(identity, tick.key());
            if (is_pooled && !choice.take(Field::general, rng, programme)) {
                throw sim::ContractError("zhongkao admitted more people than a track has seats");
            }
            desk_.enrol(PersonId(person->row), province, ProgrammeId(programme), Entry::zhongkao,
                        tick.now());
        }
    }
}

// What the pay of fields adds to their appeal in vocational tracks.
FieldAppeal Zhongkao::field_appeal(Track track) const {
    return [this, track](Field field, double share) {
        return choice_.prospects().field_appeal(level_of(track), field, share);
    };
}

// The best secondary vocational entrants of the province get the places of integrated bachelor
// programmes, the next best the five-year places.
void Zhongkao::promise_places(const std::vector<Area>& areas, const Promises& places) const {
    std::vector<const Applicant*> entrants;
    for (const Area& area : areas) {
        for (const Applicant* person : area.admitted) {
            if (tracks_at_15[person->track] == Track::secondary_vocational) {
                entrants.push_back(person);
            }
        }
    }
    std::sort(entrants.begin(), entrants.end(), goes_first);
    const std::size_t bachelor = std::min(entrants.size(), places.bachelor);
    const std::size_t both = std::min(entrants.size(), bachelor + places.five_year);
    for (std::size_t i = 0; i < both; ++i) {
        Path& path = desk_.path(entrants[i]->row);
        if (i < bachelor) {
            path.promise_bachelor_place();
        } else {
            path.promise_five_year_place();
        }
    }
}

// Wants by province of home, and marks of who entered where.
void Zhongkao::count(const std::vector<Area>& areas, const Families& families,
                     ProvinceId province) const {
    std::array<Price, tracks_at_15.size()> prices;
    for (std::size_t t = 0; t < prices.size(); ++t) {
        prices[t] = choice_.prospects().price(province, tracks_at_15[t]);
    }
    for (const Area& area : areas) {
        const double cutoff = general_cutoff(area);
        general_cutoff_[area.city] = static_cast<float>(cutoff);
        for (std::size_t t = 0; t < tracks; ++t) {
            entered_[city_track(area.city, static_cast<Track>(t))] = 0;
        }
        for (const Applicant& person : area.applicants) {
            const std::size_t first = by_liking(person)[0];
            const Family& family = families[ses_[PersonId(person.row)]];
            bool lists_vocational = false;
            for (std::size_t t = 0; t < tracks_at_15.size(); ++t) {
                const TrackCellId cell = track_cell(province, tracks_at_15[t]);
                const bool is_listed = person.utility[t] > 0.0F;
                applied_[cell] += is_listed ? 1 : 0;
                lists_vocational =
                    lists_vocational || (is_listed && is_vocational(tracks_at_15[t]));
                ++choosers_[cell];
                barred_[cell] += prices[t].is_barred(family) ? 1 : 0;
            }
            general_only_[track_cell(province, Track::general_high)] +=
                person.utility[0] > 0.0F && !lists_vocational ? 1 : 0;
            if (person.utility[first] > 0.0F) {
                ++first_choices_[track_cell(province, tracks_at_15[first])];
            }
            if (person.option == nowhere) {
                continue;
            }
            const TrackCellId cell = track_cell(province, tracks_at_15[person.track]);
            ++entered_[city_track(area.city, tracks_at_15[person.track])];
            could_general_[cell] += static_cast<double>(person.score) >= cutoff ? 1 : 0;
        }
    }
}

void Zhongkao::admit_province(const sim::Tick& tick, const Families& families, std::size_t province,
                              const Promises& promises) {
    RunningSum quota(tick.stream(purpose().part("rural quota"))
                         .at(sim::Identity{province}, tick.key())
                         .uniform());
    const RowRange cities = setting_.cities_of[province];
    std::vector<Area> areas(cities.size());
    const std::vector<TrackViews> seen = views(families, ProvinceId(province));
    for (std::size_t i = 0; i < areas.size(); ++i) {
        Area& area = areas[i];
        area.city = CityId(cities.begin + i);
        find_applicants(tick, families, seen, area);
        for (std::uint8_t t = 0; t < tracks_at_15.size(); ++t) {
            find_options(area, t, quota);
        }
        admit_city(area);
        note_cutoffs(area);
    }
    clear_province(areas);
    count(areas, families, ProvinceId(province));
    for (Area& area : areas) {
        place_area(tick, area, province);
    }
    promise_places(areas, promises);
}

}  // namespace vocational
