// SPDX-License-Identifier: Apache-2.0
// Article 13: waivers, grants and loans, by need and field. Waives the tuition of a further share
// of students of public schools, for which schools get what governments replace
// (money.fee_replacement of the track: too thin a replacement crowds classes), adds a grant for
// students of the poorest fifth of families, and lets these borrow: a loan costs them what it is,
// but widens their means (markets/family.hpp); its principal passes between banks and households
// outside the accounts, the government pays interest and risk. Where fields are named their
// students alone get it, and families see the mean over the track. Families choose by the lower net
// cost and by what they can pay; what they make of it is the model's answer (evidence:
// aid_matriculation and aid_dropout_math are null, aid_acad_plan is not; fee_replacement).
#include <algorithm>
#include <cmath>

#include "models/vocational/policies/grants.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class StudentAid final : public sim::Instrument {
  public:
    StudentAid()
        : Instrument({.doc = "Waives tuition; grants and loans for poor students.",
                      .slot = slots::after_money_plan,
                      .article = "13",
                      .family = "funding",
                      .payer = "government",
                      .responds = "net_cost_to_family",
                      .sign = -1,
                      .where = {"province", "track", "field"}}) {}

    SIM_PARAM(double, waived_share, 0.2, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Students whose tuition is waived beyond those of the rules.",
              .source = sim::assumed("policy lever"));
    SIM_PARAM(double, poor_grant, 1'000.0, .unit = sim::unit::yuan_per_student_year,
              .range = {0.0, 10'000.0},
              .doc = "Grant of a student of the poorest fifth of families beyond the rules'.",
              .source = sim::assumed("policy lever; half of the national grant"));
    SIM_PARAM(double, loan, 0.0, .unit = sim::unit::yuan_per_student_year, .range = {0.0, 20'000.0},
              .doc = "Loan that a student of the poorest fifth of families can take.",
              .source = sim::assumed("policy lever; none beyond the credit limit by default"));
    SIM_PARAM(double, loan_takeup, 0.3, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Students of the poorest fifth who take the loan.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, loan_cost, 0.15, .unit = sim::unit::share, .range = {0.0, 0.5},
              .doc = "Interest while studying and risk, paid by the government, per yuan lent.",
              .source = sim::assumed("interest of three years and a premium for risk; swept"));

    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        if (x == 0.0) {
            return;
        }
        for (std::size_t p = 0; p < grants_.provinces(); ++p) {
            for (const Track track : vocational_tracks) {
                if (applies("province", p) && applies("track", sim::index_of(track))) {
                    give(tick, x, ProvinceId(p), track);
                }
            }
        }
    }

  private:
    void give(const sim::Tick& tick, double x, ProvinceId province, Track track) {
        const TrackCellId cell = track_cell(province, track);
        const double waived =
            std::clamp(1.0 - waived_[cell] - policy_waived_[cell], 0.0, x * waived_share);
        double planned = 0.0;
        double done = 0.0;
        double poor = 0.0;
        double all_poor = 0.0;
        double served = 0.0;
        double students = 0.0;
        schools_.for_each(*this, [&](SchoolId school) {
            if (schools_.province(school) != province || schools_.track(school) != track) {
                return;
            }
            const double in_fields = share_in_fields(school);
            poor += in_fields * (schools_.scale() * poor_[school]);
            all_poor += schools_.scale() * poor_[school];
            if (hands_of(schools_.ownership(school)) == Hands::private_hands) {
                return;  // it waives nothing
            }
            const double yuan = 0.25 * waived * tuition_[cell] * replacement_[cell] *
                                (in_fields * schools_.students(school));
            done += yuan * grants_
                               .pay(*this, tick, schools_, school, yuan, sim::FlowKind::recurrent,
                                    PaidBy::shared)
                               .done;
            planned += yuan;
            served += in_fields * schools_.students(school);
            students += schools_.students(school);
        });
        const double part = students > 0.0 ? served / students : 0.0;  // of the public schools'
        const double poor_part = all_poor > 0.0 ? poor / all_poor : 0.0;
        policy_waived_[cell] += planned > 0.0 ? part * (waived * done / planned) : 0.0;
        const double grant = x * poor_grant;
        const Bill bill{central_government(), province, std::llround(0.25 * grant * poor)};
        policy_poor_grant_[cell] +=
            grant * grants_.purse().pay_students(*this, tick, bill, track).done * poor_part;
        lend(tick, x, province, track, poor, poor_part);
    }

    void lend(const sim::Tick& tick, double x, ProvinceId province, Track track, double poor,
              double poor_part) {
        if (loan <= 0.0) {
            return;
        }
        const double offered = x * loan;
        const Bill bill{central_government(), province,
                        std::llround(0.25 * offered * loan_takeup * loan_cost * poor)};
        policy_loan_[track_cell(province, track)] +=
            offered * poor_part *
            std::min(1.0, grants_.purse().pay_suppliers(*this, tick, bill).done);
    }

    // Students of the fields named ÷ the school's; 1 where all are.
    double share_in_fields(SchoolId school) const {
        double in_fields = 0.0;
        double all = 0.0;
        schools_.for_programmes(school, [&](ProgrammeId programme) {
            all += schools_.students(programme);
            in_fields += applies("field", sim::index_of(field_[programme]))
                             ? schools_.students(programme)
                             : 0.0;
        });
        return all > 0.0 ? in_fields / all : 0.0;
    }

    SchoolsInScope schools_{*this};
    Grants grants_{*this};
    sim::Read<&ProgrammeTable::field> field_{*this};
    sim::Read<&SchoolMoneyTable::poor_students> poor_{*this};
    sim::Read<&TrackMoneyTable::tuition> tuition_{*this};
    sim::Read<&TrackMoneyTable::waived_share> waived_{*this};
    sim::Read<&TrackMoneyTable::fee_replacement> replacement_{*this};
    sim::Write<&TrackMoneyTable::policy_waived_share> policy_waived_{*this};
    sim::Write<&TrackMoneyTable::policy_poor_grant> policy_poor_grant_{*this};
    sim::Write<&TrackMoneyTable::policy_loan> policy_loan_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(student_aid, StudentAid);

}  // namespace vocational
