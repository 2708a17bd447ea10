// SPDX-License-Identifier: Apache-2.0
// EVALUATION OF PILOTS: what a study of the pilot alone would find, beside what is true of
// the treated regions and of the same measures everywhere. Levels pool like headline values:
// base-weighted means of ratios; of counts the mean over the regions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/hdf5/result_file.hpp"
#include "sim/sweep/estimate.hpp"
#include "sim/sweep/pilot_plan.hpp"

namespace sim {

// A measure that regions have: a headline variable, or the regional variable NAME of a national
// headline NAME_national.
struct PilotMeasure {
    std::string name;
    std::string unit;
    std::string doc;
    std::size_t variable;
};

// A year is four quarters; a pilot that has fewer before or in it has no value there.
struct PilotEffect {
    // Difference in differences: change in the treated regions less the change in the others, from
    // the year before the pilot to its last year. Of a count, the treated regions' level less what
    // it would be had they grown like the others.
    Estimate pilot_estimate;
    // Treated regions less the same regions of the base, in the pilot's last year.
    Estimate paired_truth;
    // All regions with the measures everywhere from the pilot's start on, less all regions of the
    // base, in the same year.
    Estimate rollout_effect;
    Estimate excess;  // pilot estimate less roll-out effect in the same replicate
};

struct PilotResult {
    PilotPlan plan;
    std::vector<std::vector<bool>> treated;  // [replicate][region]
    std::vector<PilotEffect> effects;        // by measure
};

class PilotEffects {
  public:
    // `header` must outlive this. Plans whose mark is not recorded are left out; see unmarked().
    PilotEffects(std::vector<PilotPlan> plans, const ResultHeader& header);

    // Takes a replicate's values of the header's variables; in any order, each once.
    void take(std::size_t scenario, std::size_t replicate,
              const std::vector<std::vector<double>>& values);

    bool empty() const { return plans_.empty(); }
    // Labels of the pilots that cannot be judged, for the outcome that marks them is not recorded.
    const std::vector<std::string>& unmarked() const { return unmarked_; }
    const std::vector<PilotMeasure>& measures() const { return measures_; }
    std::vector<PilotResult> results() const;
    // The results as group /pilot.
    ResultGroup group(const std::vector<PilotResult>& results) const;

  private:
    // A variable's cells of one region over a window: sum of value times weight, and of weights.
    struct Level {
        double sum = 0.0;
        double weight = 0.0;
    };
    enum Window : std::size_t { before, last_year, windows };
    using Levels = std::vector<Level>;  // [measure × window × region]

    struct Judged {
        PilotPlan plan;
        std::size_t mark;                         // variable
        std::vector<std::size_t> year[windows];   // positions of quarters; empty if not all there
        std::vector<std::vector<Levels>> levels;  // [role][replicate]; roles below
    };
    enum Role : std::size_t { pilot, base, roll_out, roles };

    void find_measures();
    bool has_regions(const RecordedVariable& variable) const;
    std::vector<std::size_t> quarters_of_year(Quarter last) const;
    Levels levels_of(const Judged& judged, const std::vector<std::vector<double>>& values) const;
    double level(const Levels& levels, std::size_t measure, Window window,
                 const std::vector<bool>& regions) const;
    double difference_in_differences(const Levels& levels, std::size_t measure,
                                     const std::vector<bool>& treated) const;
    PilotEffect effect_of(std::size_t plan, std::size_t measure) const;

    const ResultHeader& header_;
    std::size_t regions_ = 0;
    std::vector<PilotMeasure> measures_;
    std::vector<std::vector<bool>> pooled_;         // by measure: cells that count
    std::vector<std::optional<std::size_t>> base_;  // by measure: denominators
    std::vector<Judged> plans_;
    std::vector<std::vector<std::vector<bool>>> treated_;  // [plan][replicate][region]
    std::vector<std::string> unmarked_;
};

}  // namespace sim
