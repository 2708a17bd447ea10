// SPDX-License-Identifier: Apache-2.0
// All parameters of the model in one object; phases hold references to the blocks they use.
#pragma once

#include "models/vocational/params/admission.hpp"
#include "models/vocational/params/birth.hpp"
#include "models/vocational/params/choice.hpp"
#include "models/vocational/params/index.hpp"
#include "models/vocational/params/labour.hpp"
#include "models/vocational/params/school.hpp"
#include "models/vocational/params/structures.hpp"

namespace vocational {

struct Params {
    BirthParams birth;
    ChoiceParams choice;
    AdmissionParams admission;
    PersistenceParams persistence;
    LearningParams learning;
    LabourParams labour;
    WageParams wage;
    IndexParams index;
    StructureParams structures;
};

}  // namespace vocational
