// SPDX-License-Identifier: Apache-2.0
// What outputs share: they read what the censuses counted in agents and write people. Cuts of a
// measure by sex, registration, family status and field are of the nation and of all tracks.
#pragma once

#include <array>

#include "models/vocational/agents/census.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/outputs/dims.hpp"
#include "sim/output/output.hpp"

namespace vocational {

class CensusOutput : public sim::Output {
  public:
    using Output::Output;

  protected:
    // People (or jobs) behind a number of agents.
    double people(double agents) const { return agents * scale_.data()[0]; }

    std::size_t provinces() const { return provinces_.data()[0]; }

    // body(p, province) for every province.
    template <class Body>
    void for_provinces(Body&& body) const {
        for (std::size_t p = 0; p < provinces_.data()[0]; ++p) {
            body(p, ProvinceId(p));
        }
    }
    // body(p, t, cell) for every province and track.
    template <class Body>
    void for_track_cells(Body&& body) const {
        for_provinces([&](std::size_t p, ProvinceId province) {
            for (std::size_t t = 0; t < tracks; ++t) {
                body(p, t, track_cell(province, static_cast<Track>(t)));
            }
        });
    }

  private:
    sim::Read<&NationTable::scale> scale_{*this};
    sim::Read<&NationTable::provinces> provinces_{*this};
};

// A count by region and track that stands in one column of agents.
template <auto Column>
class TrackCellCount : public CensusOutput {
  public:
    explicit TrackCellCount(std::string_view doc, sim::Unit unit = sim::unit::persons)
        : CensusOutput({.unit = unit,
                        .dims = dims::region_track(),
                        .doc = doc,
                        .measure = sim::Measure::count}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            out.value(0, people(agents_[cell]), p, t);
        });
    }

  private:
    sim::Read<Column> agents_{*this};
};

// A ratio by region and track of two columns of agents, due in one quarter (0 = in each).
template <auto Part, auto Whole>
class TrackCellRatio : public CensusOutput {
  public:
    TrackCellRatio(sim::OutputSpec spec, int due_quarter)
        : CensusOutput(std::move(spec)), due_quarter_(due_quarter) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (due_quarter_ != 0 && !tick.is_quarter(due_quarter_)) {
            return;
        }
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            out.ratio(0, people(static_cast<double>(part_[cell])), people(whole_[cell]), p, t);
        });
    }

  private:
    int due_quarter_;
    sim::Read<Part> part_{*this};
    sim::Read<Whole> whole_{*this};
};

// A share or mean of one group in agents; a count has no whole.
struct Fraction {
    double part = 0.0;
    double whole = 0.0;
    Fraction& operator+=(const Fraction& other) {
        part += other.part;
        whole += other.whole;
        return *this;
    }
};

// A measure and its cuts NAME_by_sex, NAME_by_hukou, NAME_by_ses: the variables of one output, of
// which the measure itself is the first.
inline std::vector<sim::OutputVariable> with_cuts(std::string_view name,
                                                  const sim::OutputSpec& spec) {
    std::vector<sim::OutputVariable> variables{{"", spec}};
    for (const std::string dim : {"sex", "hukou", "ses"}) {
        sim::OutputSpec cut = spec;
        cut.dims = {dim};
        cut.headline = false;
        variables.push_back({std::string(name) + "_by_" + dim, cut});
    }
    return variables;
}

// The cut NAME_by_field beside a measure.
inline sim::OutputVariable field_cut_of(std::string_view name, const sim::OutputSpec& spec) {
    sim::OutputSpec cut = spec;
    cut.dims = {"field"};
    cut.headline = false;
    return {std::string(name) + "_by_field", cut};
}

inline std::vector<sim::OutputVariable> with_field_cut(std::string_view name,
                                                       const sim::OutputSpec& spec) {
    return {{"", spec}, field_cut_of(name, spec)};
}

// The cuts of with_cuts, and after them the one by field.
inline constexpr std::size_t field_cut = 4;
inline std::vector<sim::OutputVariable> with_all_cuts(std::string_view name,
                                                      const sim::OutputSpec& spec) {
    std::vector<sim::OutputVariable> variables = with_cuts(name, spec);
    variables.push_back(field_cut_of(name, spec));
    return variables;
}

// Sums over groups for the three cuts; fraction_of(GroupId) gives one group's.
class Cuts {
  public:
    template <class FractionOf>
    explicit Cuts(FractionOf&& fraction_of) {
        for (std::size_t sex = 0; sex < 2; ++sex) {
            for (std::size_t hukou = 0; hukou < 2; ++hukou) {
                for (std::size_t fifth = 0; fifth < ses_fifths; ++fifth) {
                    const Fraction fraction = fraction_of(
                        group_of(static_cast<Sex>(sex), static_cast<Hukou>(hukou), fifth));
                    sums_[0][sex] += fraction;
                    sums_[1][hukou] += fraction;
                    sums_[2][fifth] += fraction;
                }
            }
        }
    }
    // body(variable, label, sum) in the order of with_cuts.
    template <class Body>
    void for_each(Body&& body) const {
        constexpr std::array<std::size_t, 3> labels{2, 2, ses_fifths};
        for (std::size_t cut = 0; cut < labels.size(); ++cut) {
            for (std::size_t label = 0; label < labels[cut]; ++label) {
                body(cut + 1, label, sums_[cut][label]);
            }
        }
    }

  private:
    std::array<std::array<Fraction, ses_fifths>, 3> sums_{};
};

}  // namespace vocational
