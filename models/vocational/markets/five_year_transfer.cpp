// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/five_year_transfer.hpp"

#include <cmath>

#include "models/vocational/markets/programme_choice.hpp"
#include "sim/matching/apportion.hpp"

namespace vocational {

FiveYearTransfer::FiveYearTransfer(const Setting& setting, const Params& params,
                                   const SeatRules& rules, const sim::World& world)
    : Phase("five_year_transfer", "Five-year students transfer into colleges."),
      setting_(setting),
      params_(params),
      rules_(rules),
      persons_(world),
      desk_(*this, setting) {}

void FiveYearTransfer::run(const sim::Tick& tick) {
    const int year = tick.now().year();
    std::vector<std::vector<Completer>> by_province(setting_.provinces());
    const std::size_t begin = std::max(
        persons_.first(), setting_.cohorts.first_row(tick.now() - 4 * (oldest_completer + 1)));
    setting_.cohorts.for_segments_of(
        begin, persons_.end(), [&](const Segment& segment, std::size_t from, std::size_t to) {
            for (std::size_t row = from; row < to; ++row) {
                if (desk_.state(row) == State::unemployed &&
                    desk_.attained(row) == Attained::secondary_vocational &&
                    desk_.completed_in(row, year)) {
                    const PersonId person(row);
                    by_province[setting_.province_of[segment.home.row()].row()].push_back(
                        {static_cast<std::uint32_t>(row),
                         static_cast<float>(general_skill_[person] + desk_.specific_skill(person)),
                         desk_.path(row).has_five_year_place()});
                }
            }
        });
    // Whole places by province while recorded; afterwards everyone with a promise goes on.
    std::vector<double> entitlements(setting_.provinces());
    for (std::size_t p = 0; p < entitlements.size(); ++p) {
        entitlements[p] =
            places_[track_cell(ProvinceId(p), Track::secondary_vocational)] / setting_.scale;
    }
    std::vector<std::int64_t> places(entitlements.size());
    sim::Rng rng = tick.stream(purpose()).at(sim::Identity{0}, tick.key());
    sim::apportion(entitlements, rng.uniform(), places);
    tick.executor().for_rows(by_province.size(), 1, [&](std::size_t p) {
        std::vector<Completer>& people = by_province[p];
        std::sort(people.begin(), people.end(), [](const Completer& a, const Completer& b) {
            if (a.is_promised != b.is_promised) {
                return a.is_promised;
            }
            return a.score != b.score ? a.score > b.score : a.row < b.row;
        });
        std::size_t count = static_cast<std::size_t>(places[p]);
        if (!rules_.is_recorded(year)) {
            count = 0;
            while (count < people.size() && people[count].is_promised) {
                ++count;
            }
        }
        people.resize(std::min(count, people.size()));
        transfer(tick, p, people);
    });
}

void FiveYearTransfer::transfer(const sim::Tick& tick, std::size_t province,
                                std::vector<Completer>& people) {
    std::vector<ProgrammeOffer> offers;
    for (const std::uint32_t row : setting_.programmes(province, Track::higher_vocational)) {
        const ProgrammeId programme(row);
        const SchoolId school = school_[programme];
        offers.push_back({row, programme_field_[programme],
                          programme_share_[programme] * school_share_[school], standing_[school],
                          quality_[programme], static_cast<std::int32_t>(people.size())});
    }
    ProgrammeChoice choice(params_.choice, std::move(offers));
    const sim::Stream stream = tick.stream(purpose().part("programme"));
    for (const Completer& one : people) {
        const PersonId person(one.row);
        sim::Rng rng = stream.at(setting_.cohorts.identity(person), tick.key());
        std::uint32_t programme = 0;
        if (!choice.take(field_[person], rng, programme)) {
            throw sim::ContractError("a five-year transfer found no college programme");
        }
        desk_.enrol(person, province, ProgrammeId(programme), Entry::transfer, tick.now());
    }
}

}  // namespace vocational
