// SPDX-License-Identifier: Apache-2.0
// Are students of poorer families gathered in certain schools? Dissimilarity D of the poorest two
// fifths against the others over the upper-secondary schools of a province, all tracks together,
// and D* that chance alone would give schools of these sizes; (D − D*) ÷ (1 − D*) is segregation.
// Sizes are agents: small schools at a coarse scale look segregated, and D* takes that out, until
// rows are so small that D* comes near 1 and their ratio says nothing; below 30 agents a row it is
// missing. Schools behind one row cannot be told apart, so finer scales find more.
#include <atomic>
#include <vector>

#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"
#include "sim/statistics/segregation.hpp"

namespace vocational {

namespace {

constexpr std::size_t grain = 16384;
constexpr std::uint8_t poor_below = 40;  // percentile of family status
constexpr double fewest_agents = 30.0;   // of a row, on average

// Net of chance it can be below zero: more even than by lot.
sim::OutputSpec yearly(std::string_view doc, sim::Unit unit = sim::unit::share) {
    return {.unit = unit,
            .dims = dims::region(),
            .doc = doc,
            .measure = sim::Measure::ratio,
            .base_doc = "Students in upper-secondary schools."};
}

class SchoolSegregation final : public CensusOutput {
    // Students by school.
    struct Counts {
        std::vector<std::int32_t> poor;
        std::vector<std::int32_t> others;
    };

  public:
    SchoolSegregation()
        : CensusOutput({{"", yearly("School dissimilarity net of chance: 0 as even as chance "
                                    "makes it, 1 complete separation (Q3).",
                                    sim::unit::ratio)},
                        {"school_dissimilarity",
                         yearly("Dissimilarity of the poorest two fifths of families against the "
                                "others over upper-secondary schools (Q3).")},
                        {"school_dissimilarity_by_chance",
                         yearly("The same to expect if students were allotted at random (Q3).")}}) {
    }

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(3)) {
            return;
        }
        const Counts counts = count(tick);
        std::vector<std::vector<std::size_t>> schools;
        for_provinces([&](std::size_t, ProvinceId) { schools.emplace_back(); });
        for (std::size_t school = schools_.first(); school < schools_.end(); ++school) {
            schools[province_[city_[SchoolId(school)]].row()].push_back(school);
        }
        for_provinces([&](std::size_t p, ProvinceId) { write(out, p, schools[p], counts); });
    }

  private:
    Counts count(const sim::Tick& tick) const {
        Counts counts{std::vector<std::int32_t>(schools_.end(), 0),
                      std::vector<std::int32_t>(schools_.end(), 0)};
        const std::size_t first = persons_.first();
        // Several threads add to one school; whole numbers commute.
        tick.executor().for_rows(persons_.size(), grain, [&](std::size_t i) {
            const PersonId person(first + i);
            if (state_[person] != State::enrolled) {
                return;
            }
            const SchoolId school = school_[link_[person].programme()];
            if (level_of(track_[school]) != Level::upper_secondary) {
                return;
            }
            auto& side = ses_percentile_[person] < poor_below ? counts.poor : counts.others;
            std::atomic_ref<std::int32_t>(side[school.row()])
                .fetch_add(1, std::memory_order_relaxed);
        });
        return counts;
    }

    void write(sim::Sink& out, std::size_t p, const std::vector<std::size_t>& schools,
               const Counts& counts) const {
        std::vector<double> poor;
        std::vector<double> others;
        std::vector<std::uint64_t> sizes;
        double all_poor = 0.0;
        double all = 0.0;
        double rows = 0.0;
        for (const std::size_t school : schools) {
            poor.push_back(counts.poor[school]);
            others.push_back(counts.others[school]);
            rows += counts.poor[school] + counts.others[school] > 0 ? 1.0 : 0.0;
            sizes.push_back(static_cast<std::uint64_t>(counts.poor[school]) +
                            static_cast<std::uint64_t>(counts.others[school]));
            all_poor += poor.back();
            all += static_cast<double>(sizes.back());
        }
        if (all_poor <= 0.0 || all_poor >= all) {
            return;  // nobody to be apart from
        }
        const double found = sim::dissimilarity(poor, others);
        const double chance = sim::random_dissimilarity(sizes, all_poor / all);
        const double students = people(all);
        if (all >= fewest_agents * rows) {
            out.ratio(0, sim::net_dissimilarity(found, chance) * students, students, p);
        }
        out.ratio(1, found * students, students, p);
        out.ratio(2, chance * students, students, p);
    }

    sim::Rows<PersonTable> persons_{*this};
    sim::Rows<SchoolTable> schools_{*this};
    sim::Read<&PersonTable::state> state_{*this};
    sim::Read<&PersonTable::link> link_{*this};
    sim::Read<&PersonTable::ses_percentile> ses_percentile_{*this};
    sim::Read<&ProgrammeTable::school> school_{*this};
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Read<&SchoolTable::city> city_{*this};
    sim::Read<&CityTable::province> province_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(school_segregation, SchoolSegregation);

}  // namespace vocational
