// SPDX-License-Identifier: Apache-2.0
// 4.8 Entry and exit, in the third quarter. A firm of n jobs closes with the yearly hazard
//   min(highest_exit_rate, exit_rate · (n / 10)^exit_size_slope),
// times its sector's factor for the sizes that rows cannot hold (firms/exit_factors.hpp);
// its people lose their jobs and its training contracts end. As many entrants take over the jobs of
// all that close in the city and sector, sharing them by Pareto draws, so that no closure changes
// the jobs wanted there. An entrant starts at the frontier, in the row of a firm that closed, as
// its next generation: a firm of its own to every random number.
#pragma once

#include "models/vocational/agents/firm_state.hpp"
#include "models/vocational/agents/sector_cell.hpp"
#include "models/vocational/agents/sector_pace.hpp"
#include "models/vocational/agents/training.hpp"
#include "models/vocational/phases/end_job.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

// Yearly hazard of closing with that many jobs.
double exit_hazard(const FirmParams& params, double jobs);

class FirmTurnover final : public sim::Phase {
  public:
    FirmTurnover(const Setting& setting, const Records& records, const Params& params,
                 const sim::World& world)
        : Phase("firm_turnover", "Some firms close; entrants take over their jobs."),
          setting_(setting),
          records_(records),
          firm_(params.firm),
          wage_(params.wage),
          persons_(world),
          firms_(world) {}

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override;

  private:
    void close_firms(const sim::Tick& tick, CityId city);
    void found(const sim::Tick& tick, CityId city, const SectorPace& pace,
               const std::vector<std::uint32_t>& rows);
    void release_people(const sim::Tick& tick);

    const Setting& setting_;
    const Records& records_;
    const FirmParams& firm_;
    const WageParams& wage_;
    sim::Rows<PersonTable> persons_;
    sim::Rows<FirmTable> firms_;
    std::vector<std::uint8_t> closes_;  // by firm row; buffer of a run
    sim::Read<&FirmTable::sector> sector_{*this};
    sim::Read<&FirmTable::city> city_{*this};
    sim::Read<&FirmTable::is_pool> is_pool_{*this};
    sim::Write<&FirmTable::size_share> size_share_{*this};
    sim::Write<&FirmTable::premium> premium_{*this};
    sim::Scatter<&FirmTable::headcount> headcount_{*this};
    sim::Write<&FirmStateTable::generation> generation_{*this};
    sim::Write<&FirmStateTable::technology> technology_{*this};
    sim::Write<&FirmStateTable::technical_service> service_{*this};
    sim::Write<&FirmStateTable::offer> offer_{*this};
    sim::Write<&FirmStateTable::wage_cost> wage_cost_{*this};
    sim::Read<&FirmStateTable::wage_cost_at_base> wage_cost_at_base_{*this};
    sim::Write<&FirmStateTable::unfilled> unfilled_{*this};
    sim::Write<&FirmStateTable::vacancy_age> age_{*this};
    sim::Write<&FirmStateTable::skilled_share> skilled_share_{*this};
    sim::Write<&FirmStateTable::trains> trains_{*this};
    sim::Write<&PersonTable::state> state_{*this};
    sim::Write<&PersonTable::link> link_{*this};
    sim::Write<&PersonTable::duration> duration_{*this};
    sim::Write<&PersonTable::occupation> occupation_{*this};
    sim::Write<&PersonTable::wage> pay_{*this};
    sim::Write<&PersonTable::contract> contract_{*this};
    sim::Write<&PersonTable::specific_skill> specific_skill_{*this};
    sim::Write<&PersonTable::firm_bound> firm_bound_{*this};
    sim::Scatter<&TrainingCellTable::breached> breached_{*this};
    sim::Scatter<&SectorCellTable::exits> exits_{*this};
};

}  // namespace vocational
