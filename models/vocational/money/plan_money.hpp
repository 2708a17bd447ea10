// SPDX-License-Identifier: Apache-2.0
// 4.13 The quarter's rules of money (E10): public money per student as recorded up to the start
// year, afterwards that year's in yuan of 2022, growing at funding.growth (none by default), times
// the province's ratio; payers' shares; fees, waivers and grants; weights of fields. Instruments
// change them at the slot that follows.
//   formula amount = public money per student − replaced waivers, so that a school gets, waivers
//   included, what is recorded; other income = recorded total − public money − fees paid.
#pragma once

#include "models/vocational/agents/government.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/population/money_records.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class PlanMoney final : public sim::Phase {
  public:
    PlanMoney(const Setting& setting, const Records& records, const MoneyRecords& money,
              const Params& params, const sim::World& world)
        : Phase("plan_money", "Plans money per student, payers, fees and aid of the quarter."),
          setting_(setting),
          records_(records),
          money_(money),
          params_(params),
          governments_(world),
          schools_(world) {}

    void run(const sim::Tick& tick) override;

  private:
    void reset_flows(const sim::Tick& tick);
    void plan_track(ProvinceId province, Track track, int year, double growth);
    void plan_weights();

    const Setting& setting_;
    const Records& records_;
    const MoneyRecords& money_;
    const Params& params_;
    sim::Rows<GovernmentTable> governments_;
    sim::Rows<SchoolMoneyTable> schools_;
    sim::Write<&GovernmentStateTable::accountability> accountability_{*this};
    sim::Write<&ProvinceMoneyTable::planned> planned_{*this};
    sim::Write<&ProvinceMoneyTable::carried_out> carried_out_{*this};
    sim::Write<&ProvinceMoneyTable::reported> reported_{*this};
    sim::Write<&ProvinceMoneyTable::is_pilot> is_pilot_{*this};
    sim::Write<&ProvinceMoneyTable::effort_bonus> bonus_{*this};
    sim::Write<&TrackMoneyTable::formula_amount> formula_{*this};
    sim::Write<&TrackMoneyTable::central_share> central_{*this};
    sim::Write<&TrackMoneyTable::province_share> province_{*this};
    sim::Write<&TrackMoneyTable::other_income> other_{*this};
    sim::Write<&TrackMoneyTable::tuition> tuition_{*this};
    sim::Write<&TrackMoneyTable::living> living_{*this};
    sim::Write<&TrackMoneyTable::waived_share> waived_{*this};
    sim::Write<&TrackMoneyTable::fee_replacement> replacement_{*this};
    sim::Write<&TrackMoneyTable::poor_grant> poor_grant_{*this};
    sim::Write<&TrackMoneyTable::policy_waived_share> policy_waived_{*this};
    sim::Write<&TrackMoneyTable::policy_grant> policy_grant_{*this};
    sim::Write<&TrackMoneyTable::policy_poor_grant> policy_poor_grant_{*this};
    sim::Write<&TrackMoneyTable::policy_loan> policy_loan_{*this};
    sim::Write<&TrackMoneyTable::received> received_{*this};
    sim::Write<&TrackMoneyTable::received_in_school_year> received_in_year_{*this};
    sim::Write<&TrackMoneyTable::fees_paid> fees_paid_{*this};
    sim::Write<&TrackMoneyTable::living_paid> living_paid_{*this};
    sim::Write<&TrackMoneyTable::help_paid> help_paid_{*this};
    sim::Write<&FieldWeightTable::weight> weight_{*this};
    sim::Write<&SchoolMoneyTable::received> school_received_{*this};
    sim::Write<&SchoolMoneyTable::for_equipment> for_equipment_{*this};
    sim::Write<&SchoolMoneyTable::for_building> for_building_{*this};
    sim::Write<&SchoolMoneyTable::for_courses> for_courses_{*this};
    sim::Write<&SchoolMoneyTable::for_development> for_development_{*this};
    sim::Write<&SchoolMoneyTable::for_digital> for_digital_{*this};
};

}  // namespace vocational
