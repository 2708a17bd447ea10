// SPDX-License-Identifier: Apache-2.0
// Training of the employed at schools, centres and firms, by province of work and field. Policies
// set it; the baseline has none.
#pragma once

#include "models/vocational/agents/field_cell.hpp"

namespace vocational {

struct EmployeeTrainingTable final : sim::Table {
    SIM_TABLE(EmployeeTrainingTable, FieldCellId, "employee_training",
              "Province × field: training of the employed.");
    SIM_COLUMN(float, coverage, sim::unit::share,
               "Policy: employed of the field who take a technical module within a year.");
};

}  // namespace vocational
