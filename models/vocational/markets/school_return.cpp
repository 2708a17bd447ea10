// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/school_return.hpp"

#include <algorithm>

#include "models/vocational/agents/count.hpp"

namespace vocational {

bool SchoolReturn::may_return(std::size_t row) const {
    if (desk_.attained(row) != Attained::lower_secondary || !desk_.path(row).has_first_track()) {
        return false;
    }
    switch (desk_.state(row)) {
        case State::unemployed:
        case State::inactive:
            return true;
        case State::employed:
            return desk_.job_level(row) == JobLevel::elementary;
        case State::enrolled:
        case State::away:
            return false;
    }
    return false;
}

// By programme: seats that this year's 15-year-olds did not take.
std::vector<std::int32_t> SchoolReturn::places_left(const sim::Tick& tick) const {
    std::vector<std::int32_t> left(seats_.data(), seats_.data() + programmes_.end());
    const int year = tick.now().year();
    const std::size_t begin = setting_.cohorts.first_row(sim::Quarter(year - 16, 4));
    tick.executor().for_chunks(
        persons_.end() - begin, CohortIndex::grain, [&](const sim::Chunk& chunk) {
            for (std::size_t row = begin + chunk.begin; row < begin + chunk.end; ++row) {
                if (desk_.state(row) == State::enrolled) {
                    add_to(left[desk_.programme(row).row()], -1);
                }
            }
        });
    return left;
}

std::vector<SchoolReturn::Leaver> SchoolReturn::leavers(const sim::Tick& tick) const {
    const Families families(params_.choice);
    const sim::Stream wishes = tick.stream(purpose().part("wish"));
    const sim::Stream tastes = tick.stream(purpose().part("taste"));
    const sim::Stream information = tick.stream(information_purpose);
    std::vector<TrackChoice::Outlook> outlook;
    for (std::size_t city = 0; city < setting_.cities(); ++city) {
        outlook.push_back(choice_.outlook(CityId(city)));
    }
    const int year = tick.now().year();
    const auto first_of = [&](int entry) {
        return std::max(persons_.first(), setting_.cohorts.first_row(sim::Quarter(entry - 16, 4)));
    };
    std::vector<Leaver> list = setting_.cohorts.list_of(
        tick.executor(), first_of(year - params_.admission.return_years), first_of(year),
        [&](std::size_t row) { return may_return(row); },
        [&](const Segment& segment, std::size_t row) {
            const PersonId person(row);
            const sim::Identity identity = segment.identity(row);
            Leaver one{static_cast<std::uint32_t>(row),
                       segment.home,
                       identity,
                       static_cast<float>(0.5 * ability_[person] + 0.5 * general_skill_[person]),
                       {},
                       wishes.at(identity, tick.key()).bernoulli(params_.admission.return_rate)};
            if (one.comes_back) {
                one.utility =
                    choice_.utilities(person, outlook[segment.home.row()], families,
                                      is_informed(information, identity, params_.beliefs.know_rank),
                                      tastes.at(identity, tick.key()));
            }
            return one;
        });
    std::erase_if(list, [](const Leaver& one) { return !one.comes_back; });
    return list;
}

SchoolReturn::Class SchoolReturn::class_of(CityId city, Track track,
                                           const std::vector<std::int32_t>& left) const {
    Class all{city, 0, std::nullopt};
    std::vector<ProgrammeOffer> offers;
    const RowRange range = setting_.schools(city, track);
    for (std::uint32_t s = range.begin; s < range.end; ++s) {
        const SchoolId school(s);
        for (std::uint32_t k = 0; k < programmes_of_[school]; ++k) {
            const ProgrammeId programme(first_programme_[school] + k);
            const std::int32_t places = std::max(0, left[programme.row()]);
            offers.push_back({programme.value(), field_[programme], programme_share_[programme],
                              standing_[school], quality_[programme], places});
            all.left += places;
        }
    }
    if (all.left > 0) {
        all.choice.emplace(params_.choice, std::move(offers), [this, track](Field field, double x) {
            return choice_.prospects().field_appeal(level_of(track), field, x);
        });
    }
    return all;
}

SchoolReturn::Class* SchoolReturn::nearest(std::vector<Class>& classes, const Leaver& person,
                                           std::size_t track) const {
    Class* best = nullptr;
    auto limit = static_cast<double>(person.utility[track]);
    for (Class& one : classes) {
        const double way = way_.between(person.home, one.city);
        if (one.left > 0 && way < limit) {
            best = &one;
            limit = way;
        }
    }
    return best;
}

void SchoolReturn::admit(const sim::Tick& tick, std::size_t province,
                         std::vector<const Leaver*>& people,
                         const std::vector<std::int32_t>& left) const {
    std::array<std::vector<Class>, tracks_back.size()> classes;
    for (std::size_t i = 0; i < tracks_back.size(); ++i) {
        const RowRange cities = setting_.cities_of[province];
        for (std::uint32_t city = cities.begin; city < cities.end; ++city) {
            classes[i].push_back(class_of(CityId(city), tracks_at_15[tracks_back[i]], left));
        }
    }
    std::sort(people.begin(), people.end(), [](const Leaver* a, const Leaver* b) {
        return a->score != b->score ? a->score > b->score : a->row < b->row;
    });
    const sim::Stream stream = tick.stream(purpose().part("programme"));
    for (const Leaver* person : people) {
        const bool is_second_liked =
            person->utility[tracks_back[1]] > person->utility[tracks_back[0]];
        for (const std::size_t i : {is_second_liked ? 1U : 0U, is_second_liked ? 0U : 1U}) {
            Class* const place = nearest(classes[i], *person, tracks_back[i]);
            std::uint32_t programme = 0;
            if (place == nullptr ||
                !place->choice->take(Field::general, stream.at(person->identity, tick.key()),
                                     programme)) {
                continue;
            }
            --place->left;
            if (desk_.path(person->row).first_track() != tracks_at_15[tracks_back[i]]) {
                desk_.contract(PersonId(person->row)).choose_again();
            }
            desk_.enrol(PersonId(person->row), province, ProgrammeId(programme), Entry::comeback,
                        tick.now());
            break;
        }
    }
}

void SchoolReturn::run(const sim::Tick& tick) {
    const std::vector<Leaver> all = leavers(tick);
    if (all.empty()) {
        return;
    }
    const std::vector<std::int32_t> left = places_left(tick);
    std::vector<std::vector<const Leaver*>> by_province(setting_.provinces());
    for (const Leaver& one : all) {
        by_province[setting_.province_of[one.home.row()].row()].push_back(&one);
    }
    tick.executor().for_rows(by_province.size(), 1, [&](std::size_t province) {
        admit(tick, province, by_province[province], left);
    });
}

}  // namespace vocational
