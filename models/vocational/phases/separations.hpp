// SPDX-License-Identifier: Apache-2.0
// 4.10 How jobs end. The yearly rate is early_separation_rate in the four quarters after that of
// the hire, separation_rate later, times mismatch_separation for people above the job's level; in
// pooled work it is pool_exit_rate. With l its quarterly chance, n the firm's people and w the jobs
// it wants, a job ends with
//   l + (1 − l) c,  c the quarterly chance of the yearly rate shrink_speed · max(0, n − w) ÷ n.
// With the structure `reversing` vocational credentials protect jobs of the young and expose those
// of the old: their chance in formal jobs is × exp(slope · (age − reversal age) ÷ 10). Counts the
// quarter for everybody first, so that who changes state here has spent none in the new state. A
// job does not end in the quarter in which it began. Evidence: age_employment_crossover.
#pragma once

#include "models/vocational/phases/end_job.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class Separations final : public sim::Phase {
  public:
    Separations(const Setting& setting, const Params& params, const sim::World& world)
        : Phase("separations", "Time in state and at work is counted; some jobs end."),
          setting_(setting),
          params_(params.labour),
          career_(params.career),
          structures_(params.structures),
          rows_(world),
          firms_(world) {}

    void run(const sim::Tick& tick) override;

  private:
    // A job ends if a random word is below: [first year or later][level fits or job is below].
    struct Thresholds {
        std::uint32_t words[2][2];
    };

    void make_thresholds(const sim::Tick& tick);
    Thresholds thresholds_of(std::size_t firm) const;
    void count_quarter(std::size_t begin, std::size_t end) const;
    void draw(const sim::Tick& tick, const sim::Stream& stream, const Segment& segment,
              std::size_t begin, std::size_t end) const;
    std::uint32_t threshold(std::size_t row, double vocational_factor) const;
    double vocational_factor(int age) const;

    const Setting& setting_;
    const LabourParams& params_;
    const CareerParams& career_;
    const StructureParams& structures_;
    sim::Rows<PersonTable> rows_;
    sim::Rows<FirmTable> firms_;
    std::vector<Thresholds> thresholds_;  // by firm
    std::uint32_t highest_ = 0;           // of all thresholds: above it nobody need be looked up
    sim::Read<&PersonTable::attained> attained_{*this};
    sim::Write<&PersonTable::state> state_{*this};
    sim::Write<&PersonTable::link> link_{*this};
    sim::Write<&PersonTable::duration> duration_{*this};
    sim::Write<&PersonTable::experience> experience_{*this};
    sim::Write<&PersonTable::occupation> occupation_{*this};
    sim::Write<&PersonTable::wage> wage_{*this};
    sim::Write<&PersonTable::specific_skill> specific_skill_{*this};
    sim::Write<&PersonTable::firm_bound> firm_bound_{*this};
    sim::Read<&FirmTable::is_pool> is_pool_{*this};
    sim::Read<&FirmTable::wanted> wanted_{*this};
    sim::Scatter<&FirmTable::headcount> headcount_{*this};
};

}  // namespace vocational
