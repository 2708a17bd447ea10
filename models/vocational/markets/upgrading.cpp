// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/upgrading.hpp"

#include <algorithm>

namespace vocational {

namespace {

constexpr int oldest_college_completer = 29;  // nobody who completed college this year is older

}  // namespace

Upgrading::Upgrading(const Setting& setting, const Params& params, const sim::World& world)
    : Phase("upgrading", "Associate graduates upgrade into bachelor programmes."),
      setting_(setting),
      params_(params),
      persons_(world),
      desk_(*this, setting),
      choice_(*this, setting, params),
      market_(*this, setting, params) {}

std::vector<Candidate> Upgrading::candidates(const sim::Tick& tick) const {
    const int year = tick.now().year();
    const sim::Stream stream = tick.stream(purpose());
    const std::size_t begin =
        std::max(persons_.first(),
                 setting_.cohorts.first_row(tick.now() - 4 * (oldest_college_completer + 1)));
    std::vector<Candidate> list = setting_.cohorts.list_of(
        tick.executor(), begin, persons_.end(),
        [&](std::size_t row) {
            return desk_.state(row) == State::unemployed &&
                   desk_.attained(row) == Attained::higher_vocational &&
                   desk_.completed_in(row, year);
        },
        [&](const Segment& segment, std::size_t row) {
            const PersonId person(row);
            sim::Rng rng = stream.at(segment.identity(row), tick.key());
            const sim::Rng draws = rng;
            const double score = 0.5 * ability_[person] + 0.5 * general_skill_[person] +
                                 params_.admission.exam_noise * rng.normal();
            return Candidate{
                static_cast<std::uint32_t>(row),
                static_cast<std::uint8_t>(setting_.province_of[segment.home.row()].row()),
                field_[person],
                Entry::upgrade,
                static_cast<float>(score),
                rng.bits64(),
                choice_.utilities(person, segment.home, segment.identity(row), Route::upgrading,
                                  draws),
                segment.identity(row)};
        });
    std::erase_if(list, [](const Candidate& one) { return one.lists_nothing(); });
    return list;
}

void Upgrading::run(const sim::Tick& tick) {
    choice_.look(tick);
    std::vector<Candidate> people = candidates(tick);
    market_.assign(tick, purpose(), people,
                   market_.whole_places(tick, purpose(), upgrade_places_.data()));
    market_.place(tick, purpose(), desk_, people, ProgrammeSeats::unlimited);
}

}  // namespace vocational
