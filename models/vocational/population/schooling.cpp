// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/population/schooling.hpp"

#include <cmath>

#include "models/vocational/agents/count.hpp"
#include "models/vocational/population/attainment_fit.hpp"
#include "models/vocational/population/cohort_order.hpp"
#include "models/vocational/population/past_learning.hpp"
#include "models/vocational/population/school_stocks.hpp"
#include "sim/matching/apportion.hpp"

namespace vocational {

namespace {

constexpr int entry_age = 15;

// Shares of final attainment of one year of birth and province, from the top.
struct FinalAttainment {
    double bachelor;
    double associate;
    double general;
    double vocational;
    double lower_secondary;
};

class Schooling {
  public:
    Schooling(const Setting& setting, const Records& records, const Params& params,
              const Data& data, sim::Quarter first, SchoolingTables tables)
        : setting_(setting),
          records_(records),
          params_(params),
          data_(data),
          first_(first),
          rules_(params, records, setting),
          tables_(tables),
          rank_stream_(setting.stream("attainment rank")),
          place_stream_(setting.stream("school place")),
          past_(tables.persons, params.learning, params.structures.technical_learning(),
                SkillAgeing(params.learning, params.career, params.structures,
                            SectorPace(params.firm, records)),
                params.teaching.initial_course_age) {}

    // Within a birth year and province the fitted shares go from the top of the order of
    // attainment; a random offset decides where between two people a share ends.
    void older_cohorts(const sim::Executor& executor) {
        const std::size_t provinces = setting_.provinces();
        const sim::Quarter first_young(first_.year() - young_cohorts - 16, 4);
        const int oldest = setting_.cohorts.segment_of(0).birth.year();
        const auto years = static_cast<std::size_t>(first_young.year() - oldest + 1);
        std::vector<std::vector<Segment>> segments(years * provinces);
        setting_.cohorts.for_segments_of(
            0, setting_.cohorts.first_row(first_young),
            [&](const Segment& segment, std::size_t, std::size_t) {
                segments[static_cast<std::size_t>(segment.birth.year() - oldest) * provinces +
                         setting_.province_of[segment.home.row()].row()]
                    .push_back(segment);
            });
        std::vector<std::vector<double>> counts(years, std::vector<double>(provinces));
        for (std::size_t cell = 0; cell < segments.size(); ++cell) {
            counts[cell / provinces][cell % provinces] =
                static_cast<double>(people_in(segments[cell]));
        }
        const AttainmentFit fit(data_, oldest, counts);
        executor.for_rows(segments.size(), 1, [&](std::size_t cell) {
            complete_cohort(oldest + static_cast<int>(cell / provinces), cell % provinces, fit,
                            segments[cell]);
        });
    }

    void young_cohort(int k, const sim::Executor& executor) {
        const int entered = first_.year() - k;
        const std::size_t begin = setting_.cohorts.first_row(sim::Quarter(entered - 16, 4));
        const std::size_t end = setting_.cohorts.first_row(sim::Quarter(entered - 15, 4));
        std::vector<std::vector<Segment>> by_province(setting_.provinces());
        setting_.cohorts.for_segments_of(
            begin, end, [&](const Segment& segment, std::size_t, std::size_t) {
                by_province[setting_.province_of[segment.home.row()].row()].push_back(segment);
            });
        const std::vector<Rung> rungs =
            rungs_of_cohort(k, first_.year(), records_, rules_, params_.persistence);
        const std::vector<std::vector<std::int64_t>> counts = rung_counts(k, rungs);
        executor.for_rows(by_province.size(), 1,
                          [&](std::size_t p) { place_cohort(rungs, counts, p, by_province[p]); });
    }

  private:
    std::vector<Ranked> by_ability(const std::vector<Segment>& segments) const {
        return in_order(segments, [&](sim::Identity identity, std::size_t row) {
            return latent(identity, row);
        });
    }

    void complete_cohort(int birth_year, std::size_t province, const AttainmentFit& fit,
                         const std::vector<Segment>& segments) {
        const std::vector<Ranked> people = by_ability(segments);
        if (people.empty()) {
            return;
        }
        const FinalAttainment shares =
            final_attainment(birth_year, fit.shares(birth_year, province));
        const double offset = setting_.stream("attainment offset")
                                  .at(sim::Identity::of(static_cast<std::uint16_t>(province), 0,
                                                        static_cast<std::uint32_t>(birth_year)),
                                      0)
                                  .uniform();
        PersonTable& persons = tables_.persons;
        for (std::size_t i = 0; i < people.size(); ++i) {
            const std::size_t row = people[i].row;
            const Segment& segment = segments[people[i].segment];
            sim::Rng rng = place_stream_.at(segment.identity(row), 0);
            const double from_top =
                (static_cast<double>(i) + offset) / static_cast<double>(people.size());
            complete(row, segment, attained_at(from_top, shares, rng), rng);
            persons.state[row] = State::inactive;
            persons.duration[row] = 255;
        }
    }

    // Position in the order of attainment: ability with noise, standard normal.
    double latent(sim::Identity identity, std::size_t row) const {
        sim::Rng rng = rank_stream_.at(identity, 0);
        const double weight = params_.birth.attainment_on_ability;
        return weight * tables_.persons.ability[row] +
               std::sqrt(1.0 - weight * weight) * rng.normal();
    }

    // The fitted shares; below their four levels the national proportions of the birth year hold.
    FinalAttainment final_attainment(int birth_year,
                                     const std::array<double, schooled_levels>& shares) const {
        const AttainmentData& table = data_.attainment;
        const std::size_t row = AttainmentFit::row_of(table, birth_year);
        const auto part = [](double one, double other) {
            return one + other > 0.0 ? one / (one + other) : 0.0;
        };
        const double bachelor = part(table.bachelor[row], table.associate[row]);
        const double general =
            part(table.upper_secondary_general[row], table.upper_secondary_vocational[row]);
        const double tertiary = shares[sim::index_of(Schooled::tertiary)];
        const double upper = shares[sim::index_of(Schooled::upper_secondary)];
        return {tertiary * bachelor, tertiary * (1.0 - bachelor), upper * general,
                upper * (1.0 - general), shares[sim::index_of(Schooled::lower_secondary)]};
    }

    // `from_top`: the share of the birth year and province that attained more.
    Attained attained_at(double from_top, const FinalAttainment& shares, sim::Rng& rng) const {
        double reached = shares.bachelor;
        if (from_top < reached) {
            return rng.bernoulli(params_.admission.applied_share) ? Attained::applied_bachelor
                                                                  : Attained::academic_bachelor;
        }
        reached += shares.associate;
        if (from_top < reached) {
            return Attained::higher_vocational;
        }
        const double upper = shares.general + shares.vocational;
        reached += upper;
        if (from_top < reached) {
            return rng.bernoulli(upper > 0.0 ? shares.general / upper : 0.0)
                       ? Attained::general_high
                       : Attained::secondary_vocational;
        }
        reached += shares.lower_secondary;
        return from_top < reached ? Attained::lower_secondary : Attained::below_lower_secondary;
    }

    Field drawn_field(Track track, sim::Rng& rng) const {
        double u = rng.uniform();
        for (std::size_t f = 1; f < fields; ++f) {
            u -= records_.field_share(track, static_cast<Field>(f));
            if (u < 0.0) {
                return static_cast<Field>(f);
            }
        }
        return Field::general;  // tracks without fields
    }

    // Marks an attainment as completed at the usual age, with the skills of the years since.
    void complete(std::size_t row, const Segment& segment, Attained attained, sim::Rng& rng) {
        PersonTable& persons = tables_.persons;
        persons.attained[row] = attained;
        const int years = level_of(attained) == Level::bachelor    ? 7
                          : level_of(attained) == Level::associate ? 6
                          : has_track(attained)                    ? 3
                                                                   : 0;
        const sim::Quarter when(segment.birth.year() + entry_age + years, 2);
        persons.completed[row] = static_cast<std::uint8_t>(when.index() & 255);
        if (!has_track(attained)) {
            return;
        }
        const Track track = track_of(attained);
        persons.field[row] = drawn_field(track, rng);
        persons.path[row].start(level_of(track) == Level::upper_secondary ? track
                                                                          : Track::general_high);
        past_.learn(row, track, level_of(track) == Level::upper_secondary ? 0 : 3, years);
        past_.forget(row, static_cast<std::size_t>(std::max(0, first_ - when)) / 4);
    }

    // Agents of each rung in each province: [rung][province].
    std::vector<std::vector<std::int64_t>> rung_counts(int k,
                                                       const std::vector<Rung>& rungs) const {
        std::vector<std::vector<std::int64_t>> counts;
        sim::Rng offsets =
            setting_.stream("rungs").at(sim::Identity{static_cast<std::uint64_t>(k)}, 0);
        for (const Rung& rung : rungs) {
            std::vector<double> entitlements;
            for (std::size_t p = 0; p < setting_.provinces(); ++p) {
                const bool is_local = level_of(rung.track) == Level::upper_secondary;
                const double share = is_local
                                         ? records_.enrolment_share(rung.track, first_.year(), p)
                                         : setting_.college_of_home_total[p];
                entitlements.push_back(rung.people * share / setting_.scale);
            }
            counts.emplace_back(entitlements.size());
            sim::apportion(entitlements, offsets.uniform(), counts.back());
        }
        return counts;
    }

    // Fills the blocks from the top of the order. Within a block the rungs take turns, the one
    // furthest behind its share first.
    void place_cohort(const std::vector<Rung>& rungs,
                      const std::vector<std::vector<std::int64_t>>& counts, std::size_t province,
                      const std::vector<Segment>& segments) {
        const std::vector<Ranked> people = by_ability(segments);
        std::size_t next = 0;
        for (const Rung::Block block :
             {Rung::Block::bachelor, Rung::Block::general, Rung::Block::vocational}) {
            std::vector<std::size_t> members;
            std::int64_t total = 0;
            for (std::size_t r = 0; r < rungs.size(); ++r) {
                if (rungs[r].block == block && counts[r][province] > 0) {
                    members.push_back(r);
                    total += counts[r][province];
                }
            }
            std::vector<std::int64_t> placed(rungs.size(), 0);
            for (std::int64_t i = 0; i < total && next < people.size(); ++i, ++next) {
                std::size_t best = members.front();
                double best_lag = -1e300;
                for (const std::size_t r : members) {
                    const auto want = static_cast<double>(counts[r][province]);
                    const double lag =
                        want * static_cast<double>(i + 1) / static_cast<double>(total) -
                        static_cast<double>(placed[r]);
                    if (placed[r] < counts[r][province] && lag > best_lag) {
                        best = r;
                        best_lag = lag;
                    }
                }
                ++placed[best];
                const Rung& rung = rungs[best];
                const bool is_promised = static_cast<double>(placed[best]) <=
                                         rung.five_year_places / std::max(1.0, rung.people) *
                                             static_cast<double>(counts[best][province]);
                place(people[next].row, segments[people[next].segment], rung, is_promised);
            }
        }
        for (; next < people.size(); ++next) {
            leave_at_15(people[next].row, segments[people[next].segment]);
        }
    }

    void place(std::size_t row, const Segment& segment, const Rung& rung, bool is_promised) {
        PersonTable& persons = tables_.persons;
        sim::Rng rng = place_stream_.at(segment.identity(row), 0);
        persons.path[row].start(rung.first_track);
        if (is_promised && rung.track == Track::secondary_vocational) {
            persons.path[row].promise_five_year_place();
        }
        if (level_of(rung.track) != Level::upper_secondary) {
            persons.path[row].move_up();
        }
        const int done =
            rung.place == Rung::Place::enrolled ? rung.duration / 4 : years_of(rung.track);
        if (level_of(rung.track) != Level::upper_secondary) {
            past_.learn(row, rung.first_track, 0, 3);
        }
        past_.learn(row, rung.track, 0, done);
        if (rung.place == Rung::Place::completed) {
            persons.state[row] = rung.duration == 0 ? State::unemployed : State::inactive;
            persons.attained[row] = attained_by(rung.track);
            persons.field[row] = drawn_field(rung.track, rng);
            persons.completed[row] =
                static_cast<std::uint8_t>((first_ - 1 - rung.duration).index() & 255);
            persons.duration[row] = static_cast<std::uint8_t>(rung.duration);
            return;
        }
        persons.attained[row] = level_of(rung.track) == Level::upper_secondary
                                    ? Attained::lower_secondary
                                    : attained_by(rung.first_track);
        enrol(row, segment, rung, rng);
    }

    void enrol(std::size_t row, const Segment& segment, const Rung& rung, sim::Rng& rng) {
        PersonTable& persons = tables_.persons;
        const std::size_t home = setting_.province_of[segment.home.row()].row();
        std::uint32_t programme = 0;
        if (level_of(rung.track) == Level::upper_secondary) {
            const RowRange range = setting_.schools(segment.home, rung.track);
            const std::size_t school =
                range.begin + rng.below(static_cast<std::uint32_t>(range.size()));
            programme = tables_.schools.first_programme[school] + drawn_programme(school, rng);
        } else {
            const std::size_t n = setting_.provinces();
            const std::size_t province =
                pick(&setting_.college_of_home[home * n], n, rng.uniform());
            programme = drawn_college(province, rung.track, rng);
        }
        persons.state[row] = State::enrolled;
        persons.link[row] = Link(ProgrammeId(programme));
        persons.duration[row] = static_cast<std::uint8_t>(rung.duration);
        if (level_of(rung.track) != Level::upper_secondary) {
            persons.field[row] = rung.first_track == Track::general_high
                                     ? Field::general
                                     : tables_.programmes.field[programme];
        }
        add_to(tables_.programmes.enrolled[programme], 1);
    }

    std::uint32_t drawn_programme(std::size_t school, sim::Rng& rng) const {
        double u = rng.uniform();
        const std::uint32_t count = tables_.schools.programmes[school];
        for (std::uint32_t i = 0; i + 1 < count; ++i) {
            u -= static_cast<double>(
                tables_.programmes.seat_share[tables_.schools.first_programme[school] + i]);
            if (u < 0.0) {
                return i;
            }
        }
        return count - 1;
    }

    std::uint32_t drawn_college(std::size_t province, Track track, sim::Rng& rng) const {
        const std::vector<std::uint32_t>& list = setting_.programmes(province, track);
        double u = rng.uniform();
        for (const std::uint32_t programme : list) {
            const SchoolId school = tables_.programmes.school[programme];
            u -= static_cast<double>(tables_.programmes.seat_share[programme]) *
                 static_cast<double>(tables_.schools.seat_share[school.row()]);
            if (u < 0.0) {
                return programme;
            }
        }
        return list.back();
    }

    // Out of school since 15.
    void leave_at_15(std::size_t row, const Segment& segment) {
        PersonTable& persons = tables_.persons;
        const double completion = records_.number("lower_secondary_completion");
        sim::Rng rng = place_stream_.at(segment.identity(row), 0);
        persons.attained[row] =
            rng.bernoulli(completion) ? Attained::lower_secondary : Attained::below_lower_secondary;
        persons.state[row] = State::inactive;
        persons.duration[row] = 255;
    }

    const Setting& setting_;
    const Records& records_;
    const Params& params_;
    const Data& data_;
    sim::Quarter first_;
    SeatRules rules_;
    SchoolingTables tables_;
    sim::Stream rank_stream_;
    sim::Stream place_stream_;
    PastLearning past_;
};

}  // namespace

void give_schooling(const Setting& setting, const Records& records, const Params& params,
                    const Data& data, sim::Quarter first, const sim::Executor& executor,
                    SchoolingTables tables) {
    Schooling schooling(setting, records, params, data, first, tables);
    schooling.older_cohorts(executor);
    for (int k = young_cohorts; k >= 1; --k) {
        schooling.young_cohort(k, executor);
    }
}

}  // namespace vocational
