// SPDX-License-Identifier: Apache-2.0
// 4.10 The labour market (E5), in `rounds` rounds each quarter: leavers under contract take their
// firm's posts; the jobless, and in the first round some of the employed, apply in a city and an
// occupation; each is hired with the chance that the large-market law gives her cell; then pooled
// work takes jobless people at will. Seekers and posts of a cell enter the law as expectations over
// the occupation network, so a chance does not depend on how many people an agent stands for.
// Chances are scaled by one factor so that their sum over the nation is the hires that the law
// expects. Which of a city's applicants are hired is a systematic sample with these chances; a hire
// for which the city has no whole post left falls to another city.
#pragma once

#include <optional>
#include <span>

#include "models/vocational/agents/firm_state.hpp"
#include "models/vocational/agents/market_cell.hpp"
#include "models/vocational/agents/market_census.hpp"
#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/agents/wage_equation.hpp"
#include "models/vocational/markets/labour/hiring.hpp"
#include "models/vocational/markets/labour/job_board.hpp"
#include "models/vocational/markets/labour/pool_entry.hpp"
#include "models/vocational/markets/labour/seeker_queue.hpp"
#include "models/vocational/phases/end_job.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class LabourMarket final : public sim::Phase {
  public:
    LabourMarket(const Setting& setting, const Records& records, const Params& params,
                 const WageEquation& wages, const sim::World& world);

    void run(const sim::Tick& tick) override;

  private:
    // Whom the law hires, and her number in a lot.
    struct Offered {
        std::uint32_t seeker;  // in seekers_
        double uniform;
    };

    // Those who are let in in a city, the sum of their chances, and what the law expects.
    struct Weighed {
        std::size_t applicants;
        double chances;
        double expected;
    };

    JobColumns job_columns() const;
    FirmColumns firm_columns() const;
    Seeker seeker(const sim::Tick& tick, std::size_t row, const Segment& segment) const;
    void collect(const sim::Tick& tick);
    void find_seekers(const sim::Tick& tick, const sim::Chunk& chunk);
    bool looks_elsewhere(std::size_t row, double accept, double rate) const;
    void serve_contracts(const sim::Tick& tick);
    void drop_matched(const sim::Executor& executor);
    void keep_advised(const sim::Tick& tick);
    void choose_cities(const sim::Tick& tick);
    bool is_barred(const Seeker& seeker, CityId city) const;
    void expect_seekers();
    void expect_trials(double expected, Level level, const ByOccupation& sums,
                       ByOccupation& tried) const;
    void apply_in_city(const sim::Tick& tick, CityId city);
    float score(const Seeker& seeker, sim::Rng& rng) const;
    void rank_all(const sim::Executor& executor);
    std::span<const std::uint32_t> line_up(CityId city, sim::Rng& rng);
    double hires_to_expect(CityId city) const;
    void weigh_in_city(const sim::Tick& tick, CityId city);
    double chance_factor() const;
    void fetch(std::size_t row) const;
    void hire_in_city(const sim::Tick& tick, CityId city, double factor);
    void place_elsewhere(const sim::Tick& tick);
    std::optional<CityId> city_by_lot(const RowRange& cities, double uniform) const;
    bool hire(const sim::Tick& tick, const Seeker& seeker, CityId residence, double uniform);
    HireCellId hire_cell(const Seeker& seeker, Occupation occupation) const;
    void start(const Seeker& seeker, CityId residence, FirmId firm, double log_wage);
    double offered_wage(const sim::Tick& tick, const Seeker& seeker, FirmId firm) const;
    void enter_pools(const sim::Tick& tick);
    void note_matches();
    void note_long_search(std::span<const Jobless> jobless);

    const Setting& setting_;
    const Records& records_;
    const LabourParams& labour_;
    const MarketParams& market_;
    const StructureParams& structures_;
    const WageEquation& wages_;
    JobSearch search_;
    JobBoard board_;
    PoolEntry pools_;
    sim::Rows<PersonTable> rows_;
    sim::Rows<FirmTable> firms_;

    sim::Purpose round_{""};  // of the round at hand
    bool is_first_round_ = true;

    // Buffers of a run.
    std::vector<double> usual_wages_;  // [province][sector]
    SeekerQueue seekers_;
    std::vector<std::vector<std::uint32_t>> searching_;  // by chunk: rows of the employed
    std::vector<std::vector<std::uint32_t>> reserved_;   // by chunk: seekers under contract
    std::vector<double> expected_seekers_;               // [city][type]
    std::vector<ByOccupation> tried_;  // by city: expected applicants who are let in
    std::vector<float> chances_;       // of each who is let in, in the lines of seekers_
    std::vector<Weighed> weighed_;     // by city
    std::vector<ScoreMeans> scores_;   // by city: of those who are let in
    Ranks ranks_;
    std::vector<std::vector<Offered>> unserved_;  // by city: no whole post was left

    sim::Read<&PersonTable::origin> origin_{*this};
    sim::Read<&PersonTable::attained> attained_{*this};
    sim::Read<&PersonTable::field> field_{*this};
    sim::Read<&PersonTable::completed> completed_{*this};
    sim::Read<&PersonTable::general_skill> general_skill_{*this};
    sim::Read<&PersonTable::experience> experience_{*this};
    sim::Scatter<&PersonTable::contract> contract_{*this};
    sim::Scatter<&PersonTable::specific_skill> specific_skill_{*this};
    sim::Scatter<&PersonTable::firm_bound> firm_bound_{*this};
    sim::Scatter<&PersonTable::state> state_{*this};
    sim::Scatter<&PersonTable::present_city> present_city_{*this};
    sim::Scatter<&PersonTable::link> link_{*this};
    sim::Scatter<&PersonTable::duration> duration_{*this};
    sim::Scatter<&PersonTable::occupation> occupation_{*this};
    sim::Scatter<&PersonTable::wage> wage_{*this};
    sim::Read<&FirmTable::city> firm_city_{*this};
    sim::Read<&ProvinceLeverTable::search_advice> advice_{*this};
    sim::Read<&CityLeverTable::assessment> assessment_{*this};
    sim::Read<&SectorLeverTable::outward_demand> outward_demand_{*this};
    sim::Scatter<&SectorLeverTable::outward_hires> outward_hires_{*this};
    sim::Read<&FirmTable::sector> sector_{*this};
    sim::Read<&FirmTable::is_pool> is_pool_{*this};
    sim::Read<&FirmTable::premium> premium_{*this};
    sim::Read<&FirmTable::wanted> wanted_{*this};
    sim::Read<&FirmStateTable::generation> generation_{*this};
    sim::Read<&FirmStateTable::skill_demand> skill_demand_{*this};
    sim::Read<&FirmStateTable::offer> offer_{*this};
    sim::Scatter<&FirmTable::headcount> headcount_{*this};
    sim::Scatter<&JobCellTable::vacancies> vacancies_{*this};
    sim::Scatter<&JobCellTable::seekers> applied_{*this};
    sim::Scatter<&JobCellTable::hires> hires_{*this};
    sim::Scatter<&MarketCellTable::open> open_{*this};
    sim::Scatter<&MarketCellTable::age> age_{*this};
    sim::Scatter<&MarketCellTable::job_changes> job_changes_{*this};
    sim::Write<&CityMarketTable::applicants> round_applicants_{*this};
    sim::Write<&CityMarketTable::posts> round_posts_{*this};
    sim::Write<&CityMarketTable::matches> round_matches_{*this};
    sim::Scatter<&LongSearchTable::unemployed> long_unemployed_{*this};
    sim::Scatter<&HireCellTable::applicants> skilled_applicants_{*this};
    sim::Scatter<&HireCellTable::hires> skilled_hires_{*this};
};

}  // namespace vocational
