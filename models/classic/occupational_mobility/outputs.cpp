// SPDX-License-Identifier: Apache-2.0
#include "models/classic/occupational_mobility/outputs.hpp"

#include <string>

#include "models/classic/occupational_mobility/labour.hpp"
#include "models/classic/outputs.hpp"
#include "sim/output/output.hpp"

namespace classic {

namespace {

constexpr std::size_t grain = 16384;

struct Fraction {
    double part = 0.0;
    double whole = 0.0;
};

// A ratio over all occupations, and the same of each.
class OccupationRatio : public sim::Output {
  public:
    OccupationRatio(const std::string& name, sim::OutputSpec spec, const sim::World& world)
        : Output(variables(name, std::move(spec))), occupations_(world) {}

  protected:
    // fraction_of(occupation) for each of them.
    template <class FractionOf>
    void record_ratios(sim::Sink& out, FractionOf&& fraction_of) const {
        Fraction all;
        for (std::size_t i = 0; i < occupations_.size(); ++i) {
            const Fraction one = fraction_of(OccupationId(i));
            out.ratio(1, one.part, one.whole, i);
            all.part += one.part;
            all.whole += one.whole;
        }
        out.ratio(0, all.part, all.whole);
    }
    std::size_t occupations() const { return occupations_.size(); }

  private:
    static std::vector<sim::OutputVariable> variables(const std::string& name,
                                                      sim::OutputSpec spec) {
        sim::OutputSpec by_occupation = spec;
        by_occupation.dims = {"occupation"};
        spec.headline = true;
        return {{"", std::move(spec)}, {name + "_by_occupation", std::move(by_occupation)}};
    }

    sim::Rows<OccupationTable> occupations_;
};

// Column Part over Part and Rest together, or over Whole.
template <auto Part, auto Rest>
class ShareOfSum final : public OccupationRatio {
  public:
    using OccupationRatio::OccupationRatio;
    void record(const sim::Tick&, sim::Sink& out) const override {
        record_ratios(out, [&](OccupationId i) {
            const auto part = static_cast<double>(part_[i]);
            return Fraction{part, part + static_cast<double>(rest_[i])};
        });
    }

  private:
    sim::Read<Part> part_{*this};
    sim::Read<Rest> rest_{*this};
};

using UnemploymentRate = ShareOfSum<&OccupationTable::unemployed, &OccupationTable::employed>;
using VacancyRate = ShareOfSum<&OccupationTable::vacancies, &OccupationTable::employed>;

class JobFindingRate final : public OccupationRatio {
  public:
    using OccupationRatio::OccupationRatio;
    void record(const sim::Tick&, sim::Sink& out) const override {
        record_ratios(out, [&](OccupationId i) {
            return Fraction{static_cast<double>(found_[i]), static_cast<double>(seekers_[i])};
        });
    }

  private:
    sim::Read<&OccupationTable::found> found_{*this};
    sim::Read<&OccupationTable::seekers> seekers_{*this};
};

class LongTermShare final : public OccupationRatio {
  public:
    LongTermShare(const std::string& name, sim::OutputSpec spec, const MarketParams& params,
                  const sim::World& world)
        : OccupationRatio(name, std::move(spec), world), params_(params), workers_(world) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        using Counts = std::vector<std::int64_t>;
        const int least = params_.long_term_steps;
        const Counts counts = tick.executor().reduce(
            workers_.size(), grain, Counts(occupations(), 0),
            [&](const sim::Chunk& chunk) {
                Counts part(occupations(), 0);
                for (std::size_t row = chunk.begin; row < chunk.end; ++row) {
                    part[occupation_[WorkerId(row)].row()] += spell_[WorkerId(row)] >= least;
                }
                return part;
            },
            [](Counts sum, const Counts& part) {
                for (std::size_t i = 0; i < part.size(); ++i) {
                    sum[i] += part[i];
                }
                return sum;
            });
        record_ratios(out, [&](OccupationId i) {
            return Fraction{static_cast<double>(counts[i.row()]),
                            static_cast<double>(unemployed_[i])};
        });
    }

  private:
    const MarketParams& params_;
    sim::Rows<WorkerTable> workers_;
    sim::Read<&WorkerTable::occupation> occupation_{*this};
    sim::Read<&WorkerTable::spell> spell_{*this};
    sim::Read<&OccupationTable::unemployed> unemployed_{*this};
};

sim::OutputSpec share(std::string_view doc, sim::Unit base_unit, std::string_view base_doc) {
    return {.unit = sim::unit::share,
            .doc = doc,
            .measure = sim::Measure::ratio,
            .base_unit = base_unit,
            .base_doc = base_doc};
}

// `context` must outlive what the list makes.
template <class OutputType, class... Context>
void add(sim::OutputCatalogue& outputs, std::string_view name, const sim::OutputSpec& spec,
         const Context&... context) {
    outputs.add(name, [name, spec, &context...] {
        auto output = std::make_unique<OutputType>(std::string(name), spec, context...);
        output->name_as(name);
        return output;
    });
}

}  // namespace

void add_labour_market_outputs(sim::OutputCatalogue& outputs, const MarketParams& params,
                               const sim::World& world) {
    add<UnemploymentRate>(outputs, "unemployment_rate",
                          share("Unemployed over workers.", sim::unit::agents, "Workers."), world);
    add<VacancyRate>(outputs, "vacancy_rate",
                     share("Open jobs over all jobs.", sim::unit::jobs, "Jobs, filled and open."),
                     world);
    add<JobFindingRate>(
        outputs, "job_finding_rate",
        share("Share of the unemployed who find a job within a step, mean over the "
              "quarter's steps.",
              sim::unit::agents, "Unemployed when a step begins, over the quarter's steps."),
        world);
    add<LongTermShare>(outputs, "long_term_share",
                       share("Share of the unemployed whose spell has lasted long_term_steps.",
                             sim::unit::agents, "Unemployed."),
                       params, world);
}

}  // namespace classic
