// SPDX-License-Identifier: Apache-2.0
// A headline index:
//   100 + 10 · Σ weight · sign · (part − reference) ÷ step,
// the reference being the nation's value of the reference year in the same run. Effects split
// exactly by part: each part's own points are written beside the index. A run without a reference
// year has no index.
#pragma once

#include <cmath>

#include "models/vocational/agents/index_part.hpp"
#include "models/vocational/outputs/census_output.hpp"

namespace vocational {

class IndexOutput : public CensusOutput {
  public:
    IndexOutput(Index index, std::string_view doc, std::string_view national_doc)
        : CensusOutput(variables(index, doc, national_doc)), index_(sim::index_of(index)) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_provinces([&](std::size_t p, ProvinceId province) {
            double students = 0.0;
            for (const Track track : vocational_tracks) {
                students += enrolled_[track_cell(province, track)];
            }
            double sum = 100.0;
            for (std::size_t part = 0; part < parts_per_index; ++part) {
                const double points = points_of(part, p + 1);
                out.value(2, points, p, part);
                sum += points;
            }
            if (!std::isnan(sum)) {
                out.ratio(0, sum * people(students), people(students), p);
            }
        });
        double nation = 100.0;
        for (std::size_t part = 0; part < parts_per_index; ++part) {
            nation += points_of(part, 0);
        }
        out.value(1, nation);
    }

  private:
    static std::vector<sim::OutputVariable> variables(Index index, std::string_view doc,
                                                      std::string_view national_doc) {
        const std::string name(sim::enum_name(index));
        return {{"",
                 {.unit = sim::unit::index,
                  .dims = dims::region(),
                  .doc = doc,
                  .measure = sim::Measure::ratio,
                  .base_doc = "Students of vocational tracks."}},
                {name + "_index_national",
                 {.unit = sim::unit::index, .dims = {}, .doc = national_doc, .headline = true}},
                {name + "_index_part",
                 {.unit = sim::unit::index,
                  .dims = {"region", name + "_part"},
                  .doc = "Points that each part adds to the index."}}};
    }

    double points_of(std::size_t part, std::size_t place) const {
        const IndexPartId here = index_part(index_, part, place, provinces());
        const IndexPartId nation = index_part(index_, part, 0, provinces());
        const double reference = weighted_sum_[nation] / base_sum_[nation];  // NaN without a year
        return 10.0 * weight_[here] * index_parts[index_][part].sign * (value_[here] - reference) /
               step_[here];
    }

    std::size_t index_;
    sim::Read<&SchoolCellTable::enrolled> enrolled_{*this};
    sim::Read<&IndexPartTable::value> value_{*this};
    sim::Read<&IndexPartTable::weighted_sum> weighted_sum_{*this};
    sim::Read<&IndexPartTable::base_sum> base_sum_{*this};
    sim::Read<&IndexPartTable::weight> weight_{*this};
    sim::Read<&IndexPartTable::step> step_{*this};
};

}  // namespace vocational
