// SPDX-License-Identifier: Apache-2.0
// 4.14 The panel: yearly records of a keyed sample of persons, taken at the end of the fourth
// quarter. Who is in the sample depends on the identity alone, so two scenarios follow the same
// people.
#pragma once

#include <vector>

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/data/tables.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/output/record.hpp"
#include "sim/schedule/clock.hpp"

namespace vocational {

void add_panel_columns(const Setting& setting, const Data& data,
                       std::vector<sim::EventColumn>& columns);

// Where the panel looks.
struct PanelTables {
    const PersonTable& persons;
    const FirmTable& firms;
    const SchoolTable& schools;
    const ProgrammeTable& programmes;
};

// Appends this quarter's rows to values[2 …]; the first two columns are the recorder's.
void add_panel_rows(const Setting& setting, const sim::Tick& tick, double share,
                    const PanelTables& tables, std::vector<std::vector<double>>& values);

}  // namespace vocational
