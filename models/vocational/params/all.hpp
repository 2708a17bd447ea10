// SPDX-License-Identifier: Apache-2.0
// All parameters of the model in one object; phases hold references to the blocks they use.
#pragma once

#include "models/vocational/params/admission.hpp"
#include "models/vocational/params/beliefs.hpp"
#include "models/vocational/params/birth.hpp"
#include "models/vocational/params/career.hpp"
#include "models/vocational/params/choice.hpp"
#include "models/vocational/params/demand.hpp"
#include "models/vocational/params/fees.hpp"
#include "models/vocational/params/firm.hpp"
#include "models/vocational/params/government.hpp"
#include "models/vocational/params/index.hpp"
#include "models/vocational/params/labour.hpp"
#include "models/vocational/params/market.hpp"
#include "models/vocational/params/prestige.hpp"
#include "models/vocational/params/school.hpp"
#include "models/vocational/params/school_budget.hpp"
#include "models/vocational/params/school_supply.hpp"
#include "models/vocational/params/structures.hpp"
#include "models/vocational/params/teaching.hpp"
#include "models/vocational/params/training.hpp"

namespace vocational {

struct Params {
    BirthParams birth;
    ChoiceParams choice;
    BeliefParams beliefs;
    PrestigeParams prestige;
    AdmissionParams admission;
    PersistenceParams persistence;
    LearningParams learning;
    TeachingParams teaching;
    SchoolBudgetParams school_budget;
    SchoolSupplyParams school_supply;
    LabourParams labour;
    MarketParams market;
    WageParams wage;
    CareerParams career;
    FirmParams firm;
    DemandParams demand;
    TrainingParams training;
    IndexParams index;
    StructureParams structures;
    FundingParams funding;
    GovernmentParams government;
    BondParams bonds;
    EvaluationParams evaluation;
    FeeParams fees;
};

}  // namespace vocational
