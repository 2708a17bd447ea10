// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/upgrading.hpp"

#include "sim/matching/apportion.hpp"

namespace vocational {

namespace {

constexpr int oldest_age = 29;  // nobody who completed college this year is older

}  // namespace

Upgrading::Upgrading(const Setting& setting, const Params& params, const sim::World& world)
    : Phase("upgrading", "Associate graduates upgrade into bachelor programmes."),
      setting_(setting),
      params_(params),
      persons_(world),
      desk_(*this, setting),
      market_(*this, setting, params) {}

std::vector<Candidate> Upgrading::candidates(const sim::Tick& tick) const {
    const int year = tick.now().year();
    const ChoiceParams& c = params_.choice;
    const sim::Stream stream = tick.stream(purpose());
    const std::size_t begin =
        std::max(persons_.first(), setting_.cohorts.first_row(tick.now() - 4 * (oldest_age + 1)));
    std::vector<Candidate> list;
    setting_.cohorts.for_segments_of(
        begin, persons_.end(), [&](const Segment& segment, std::size_t from, std::size_t to) {
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
                if (rng.uniform() >= c.upgrade_wish) {
                    continue;
                }
                const double score = 0.5 * ability_[person] + 0.5 * general_skill_[person] +
                                     params_.admission.exam_noise * rng.normal();
                constexpr double listed = 40.0;
                list.push_back(
                    {static_cast<std::uint32_t>(row),
                     home,
                     field_[person],
                     static_cast<float>(score),
                     rng.bits64(),
                     {-1.0F, static_cast<float>(listed + c.vocational_bachelor + rng.gumbel()),
                      static_cast<float>(listed + c.applied_bachelor + rng.gumbel()),
                      static_cast<float>(listed + rng.gumbel())},
                     segment.identity(row)});
            }
        });
    return list;
}

std::vector<std::uint32_t> Upgrading::places(const sim::Tick& tick) const {
    const std::size_t n = setting_.provinces();
    const sim::Stream stream = tick.stream(purpose().part("places"));
    std::vector<std::uint32_t> places(college_tracks.size() * n, 0);
    for (std::size_t t = 0; t < college_tracks.size(); ++t) {
        std::vector<double> entitlements(n);
        std::vector<std::int64_t> whole(n);
        for (std::size_t p = 0; p < n; ++p) {
            entitlements[p] =
                upgrade_places_[track_cell(ProvinceId(p), college_tracks[t])] / setting_.scale;
        }
        sim::Rng rng = stream.at(sim::Identity{t}, tick.key());
        sim::apportion(entitlements, rng.uniform(), whole);
        for (std::size_t p = 0; p < n; ++p) {
            places[college_cell(t, p, n)] = static_cast<std::uint32_t>(whole[p]);
        }
    }
    return places;
}

void Upgrading::run(const sim::Tick& tick) {
    std::vector<Candidate> people = candidates(tick);
    market_.assign(tick, purpose(), people, places(tick));
    market_.place(tick, purpose(), desk_, people, ProgrammeSeats::unlimited, Entry::upgrade);
}

}  // namespace vocational
