// SPDX-License-Identifier: Apache-2.0
// 4.3, 4.6 Entry from work: vocational completers, college included, with enough years of work
// apply for seats reserved for them, yearly with probability logistic(logit(take-up) + gain), gain
// being the prospects of the best reserved place of a higher level, less those of working
// (deviations as in markets/prospects.hpp). Seats go by score, ½ general skill + ½ skill in the
// field + noise, in a market of their own; who gets one leaves the job. Evidence: adult_takeup,
// dist_3miles (far colleges appeal less), jls2005 (returns of adult training).
#pragma once

#include "models/vocational/markets/college_market.hpp"
#include "models/vocational/markets/prospects.hpp"

namespace vocational {

class WorkEntry final : public sim::Phase {
  public:
    WorkEntry(const Setting& setting, const Params& params, const sim::World& world);

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override;

  private:
    bool is_eligible(std::size_t row) const;
    std::vector<Candidate> candidates(const sim::Tick& tick,
                                      const std::vector<std::uint32_t>& places) const;

    const Setting& setting_;
    const Params& params_;
    sim::Rows<PersonTable> persons_;
    Prospects prospects_;
    EnrolmentDesk desk_;
    CollegeMarket market_;
    sim::Read<&PersonTable::ability> ability_{*this};
    sim::Read<&PersonTable::general_skill> general_skill_{*this};
    sim::Read<&PersonTable::field> field_{*this};
    sim::Read<&PersonTable::ses_percentile> ses_{*this};
    sim::Read<&PersonTable::experience> experience_{*this};
    sim::Read<&PathwayTable::work_seats> work_seats_{*this};
};

}  // namespace vocational
