// SPDX-License-Identifier: Apache-2.0
// 4.10 The labour market (E5), in every quarter as many rounds as its step fits: collect open posts
// and applications, sort them into cells city × occupation, match inside each cell, write back;
// then pooled work takes jobless people at will. Cities are worked on in parallel: a cell, its
// firms and who applies in it belong to one.
#pragma once

#include "models/vocational/agents/firm_state.hpp"
#include "models/vocational/agents/wage_equation.hpp"
#include "models/vocational/markets/hiring.hpp"
#include "models/vocational/markets/job_board.hpp"
#include "models/vocational/markets/pool_entry.hpp"
#include "models/vocational/phases/end_job.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class LabourMarket final : public sim::Phase {
  public:
    LabourMarket(const Setting& setting, const Records& records, const Params& params,
                 const WageEquation& wages, const sim::World& world);

    void run(const sim::Tick& tick) override;

  private:
    JobColumns job_columns() const;
    FirmColumns firm_columns() const;
    Worker worker(std::size_t row) const;
    void collect_seekers(const sim::Tick& tick);
    Seeker apply(sim::Quarter now, sim::Identity identity, std::size_t row, sim::Rng& rng) const;
    void match_cell(const sim::Tick& tick, CityId city, Occupation occupation);
    void hire(const sim::Tick& tick, std::size_t place, const Post& post, CityId city);
    void enter_pools(const sim::Tick& tick);

    const Setting& setting_;
    const LabourParams& labour_;
    const StructureParams& structures_;
    const WageEquation& wages_;
    JobSearch search_;
    JobBoard board_;
    PoolEntry pools_;
    sim::Rows<PersonTable> rows_;

    sim::Purpose round_{""};  // of the round at hand
    bool is_first_round_ = true;

    // Buffers of a run.
    std::vector<std::size_t> chunk_begin_;
    std::vector<Seeker> seekers_;
    Applications applications_;
    std::vector<std::size_t> jobless_begin_;  // by city
    std::vector<std::size_t> jobless_next_;   // by city, while sorting
    std::vector<Jobless> jobless_;

    sim::Read<&PersonTable::origin> origin_{*this};
    sim::Read<&PersonTable::attained> attained_{*this};
    sim::Read<&PersonTable::field> field_{*this};
    sim::Read<&PersonTable::completed> completed_{*this};
    sim::Read<&PersonTable::general_skill> general_skill_{*this};
    sim::Read<&PersonTable::specific_skill> specific_skill_{*this};
    sim::Read<&PersonTable::experience> experience_{*this};
    sim::Scatter<&PersonTable::state> state_{*this};
    sim::Scatter<&PersonTable::present_city> present_city_{*this};
    sim::Scatter<&PersonTable::link> link_{*this};
    sim::Scatter<&PersonTable::duration> duration_{*this};
    sim::Scatter<&PersonTable::occupation> occupation_{*this};
    sim::Scatter<&PersonTable::wage> wage_{*this};
    sim::Read<&FirmTable::sector> sector_{*this};
    sim::Read<&FirmTable::is_pool> is_pool_{*this};
    sim::Read<&FirmTable::premium> premium_{*this};
    sim::Read<&FirmTable::wanted> wanted_{*this};
    sim::Read<&FirmStateTable::generation> generation_{*this};
    sim::Read<&FirmStateTable::skill_demand> skill_demand_{*this};
    sim::Scatter<&FirmTable::headcount> headcount_{*this};
    sim::Scatter<&JobCellTable::vacancies> vacancies_{*this};
    sim::Scatter<&JobCellTable::seekers> applied_{*this};
    sim::Scatter<&JobCellTable::hires> hires_{*this};
};

}  // namespace vocational
