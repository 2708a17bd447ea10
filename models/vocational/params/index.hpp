// SPDX-License-Identifier: Apache-2.0
// Weights and steps of the headline indices, one parameter for each part. A step is what counts as
// ten points: the standard deviation of the part across provinces in the reference year of the
// baseline, set once.
#pragma once

#include <array>

#include "models/vocational/agents/index_part.hpp"
#include "sim/params/param_block.hpp"

namespace vocational {

// Four parameters named as the parts of an index.
class IndexBlock final : public sim::ParamBlock {
  public:
    enum class Kind { weight, step };

    IndexBlock(Index index, Kind kind, std::string_view prefix, std::string_view doc)
        : ParamBlock(prefix, doc),
          parts_{make(index, kind, 0), make(index, kind, 1), make(index, kind, 2),
                 make(index, kind, 3)} {}

    double operator[](std::size_t part) const { return parts_[part]; }

  private:
    sim::Param<double> make(Index index, Kind kind, std::size_t part) {
        const IndexPart& what = index_parts[sim::index_of(index)][part];
        return kind == Kind::weight
                   ? sim::Param<double>(
                         *this, what.outcome, 1.0 / parts_per_index,
                         {.unit = sim::unit::share,
                          .range = {0.0, 1.0},
                          .doc = "Weight of this part; the weights of an index add to 1.",
                          .source = sim::assumed("equal weights; swept in every sensitivity "
                                                 "analysis")})
                   : sim::Param<double>(
                         *this, what.outcome, what.step,
                         {.unit = sim::unit::none,
                          .range = {1e-9, 1e9},
                          .doc = "Change of this part that counts as ten points.",
                          .source = sim::assumed(
                              "a judgement; index_steps.yaml of the data sets most steps to the "
                              "standard deviation across provinces in the baseline's reference "
                              "year")});
    }

    std::array<sim::Param<double>, parts_per_index> parts_;
};

struct IndexParams {
    using Kind = IndexBlock::Kind;
    IndexBlock quality_weight{Index::quality, Kind::weight, "index.quality.weight",
                              "Weights of the parts of the quality index."};
    IndexBlock quality_step{Index::quality, Kind::step, "index.quality.step",
                            "Steps of the parts of the quality index."};
    IndexBlock adaptability_weight{Index::adaptability, Kind::weight, "index.adaptability.weight",
                                   "Weights of the parts of the adaptability index."};
    IndexBlock adaptability_step{Index::adaptability, Kind::step, "index.adaptability.step",
                                 "Steps of the parts of the adaptability index."};
    IndexBlock attractiveness_weight{Index::attractiveness, Kind::weight,
                                     "index.attractiveness.weight",
                                     "Weights of the parts of the attractiveness index."};
    IndexBlock attractiveness_step{Index::attractiveness, Kind::step, "index.attractiveness.step",
                                   "Steps of the parts of the attractiveness index."};

    std::array<IndexBlock*, 2 * indices> all() {
        return {&quality_weight,    &quality_step,          &adaptability_weight,
                &adaptability_step, &attractiveness_weight, &attractiveness_step};
    }
    const IndexBlock& weight(Index index) const {
        return index == Index::quality        ? quality_weight
               : index == Index::adaptability ? adaptability_weight
                                              : attractiveness_weight;
    }
    const IndexBlock& step(Index index) const {
        return index == Index::quality        ? quality_step
               : index == Index::adaptability ? adaptability_step
                                              : attractiveness_step;
    }
};

}  // namespace vocational
