// SPDX-License-Identifier: Apache-2.0
// 4.14 Rules that hold at the end of every quarter whatever policies do; checked in every quarter
// where contracts are on and once a year in a release.
#pragma once

#include <string>

#include "models/vocational/agents/accounts.hpp"
#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/firm_state.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/agents/schools/practice_centre.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/clock.hpp"

namespace vocational {

struct CheckedTables {
    const PersonTable& persons;
    const ProgrammeTable& programmes;
    const FirmTable& firms;
};

// What is broken, with numbers; empty if everything holds:
// each programme's and firm's count is that of the persons linked to it; students are those of the
// quarter before and who came, less who left; no programme admitted more than it has seats; wages
// and jobs go together; nobody is younger than 15 or has reached 60.
std::string broken_rule(const Setting& setting, const sim::Tick& tick, const CheckedTables& tables);

struct CheckedMoney {
    const sim::AccountTable& accounts;
    const GovernmentTable& governments;
    const SchoolStateTable& schools;
    const FirmStateTable& firms;
    const PracticeCentreTable& centres;
};

// What does not balance, with numbers; empty if every account closes at opening + received − paid
// and at what its governments, schools, firms and centres hold, the lender's at minus what these
// owe.
std::string broken_account(const Setting& setting, const CheckedMoney& money);

}  // namespace vocational
