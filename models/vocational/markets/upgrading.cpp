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
    return setting_.cohorts.list_of<Candidate>(
        tick.executor(), begin, persons_.end(),
        [&](const Segment& segment, std::size_t from, std::size_t to,
            std::vector<Candidate>& list) {
            const auto home =
                static_cast<std::uint8_t>(setting_.province_of[segment.home.row()].row());
            for (std::size_t row = from; row < to; ++row) {
                if (desk_.state(row) != State::unemployed ||
                    desk_.attained(row) != Attained::higher_vocational ||
                    !desk_.completed_in(row, year)) {
                    continue;
                }
                const PersonId person(row);
                sim::Rng rng = stream.at(segment.identity(row), tick.key());
                const sim::Rng draws = rng;
                const double score = 0.5 * ability_[person] + 0.5 * general_skill_[person] +
                                     params_.admission.exam_noise * rng.normal();
                const Candidate one{static_cast<std::uint32_t>(row),
                                    home,
                                    field_[person],
                                    static_cast<float>(score),
                                    rng.bits64(),
                                    choice_.utilities(person, segment.home, segment.identity(row),
                                                      Route::upgrading, draws),
                                    segment.identity(row)};
                if (*std::max_element(one.utility.begin(), one.utility.end()) > 0.0F) {
                    list.push_back(one);
                }
            }
        });
}

void Upgrading::run(const sim::Tick& tick) {
    choice_.look(tick);
    std::vector<Candidate> people = candidates(tick);
    market_.assign(tick, purpose(), people,
                   market_.whole_places(tick, purpose(), upgrade_places_.data()));
    market_.place(tick, purpose(), desk_, people, ProgrammeSeats::unlimited, Entry::upgrade);
}

}  // namespace vocational
