// SPDX-License-Identifier: Apache-2.0
// A small school system for tests: two provinces (three cities), schools of one kind with two
// fields each, students by programme. Money per student is 20,000 yuan a year (15,000 public) with
// 20 students per teacher; the second province has half the first one's money. One agent stands for
// 100 people.
#pragma once

#include <memory>
#include <vector>

#include "models/vocational/agents/accounts.hpp"
#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/agents/schools/graduate_record.hpp"
#include "models/vocational/agents/schools/practice_centre.hpp"
#include "models/vocational/agents/schools/programme_mix_state.hpp"
#include "models/vocational/agents/schools/school_measure.hpp"
#include "models/vocational/agents/schools/school_reference.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/invariants.hpp"
#include "models/vocational/population/school_norms.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational::testing {

struct SchoolSpec {
    std::size_t city;
    float weight = 1.0F;
    std::int32_t students = 20;  // agents in each of its two programmes
    Track track = Track::secondary_vocational;
};

class SchoolWorld {
  public:
    // Schools in order of city, all of one track.
    explicit SchoolWorld(const std::vector<SchoolSpec>& list);

    sim::Tick tick(sim::Quarter when) const { return {when, start, setting.seed, 0, *executor}; }
    // Binds the phase and runs it for one quarter.
    void run(sim::Phase& phase, sim::Quarter when) {
        phase.bind(world);
        phase.run(tick(when));
    }
    // Makes a person for each student of each programme.
    void populate();
    // Between these two money may move; then every account agrees with its agents, or words.
    // A quarter's income of every school: money per student of track and province.
    void receive_money();
    // Sets the lender's account to what schools owe from before.
    void owe(std::int64_t yuan) {
        world.table<sim::AccountTable>().closing[sim::index_of(Account::lender)] = -yuan;
    }
    void open_ledger();
    std::string close_ledger();

    static constexpr sim::Quarter start{2022, 3};
    static constexpr sim::Quarter later{2023, 1};

    Params params;
    Setting setting;
    Records records;
    SchoolNorms norms;
    sim::World world;
    SchoolTable& schools;
    ProgrammeTable& programmes;
    SchoolStateTable& states;
    TeachingTable& teaching;
    std::unique_ptr<sim::Executor> executor;
};

}  // namespace vocational::testing
