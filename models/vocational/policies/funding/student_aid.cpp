// SPDX-License-Identifier: Apache-2.0
// Article 13: waivers and grants. Waives the tuition of a further share of students, for which
// schools get what governments replace (money.fee_replacement of the track: too thin a replacement
// crowds classes), and adds a grant for students of the poorest fifth of families. Families choose
// by the lower net cost; what they make of it is the model's answer (evidence: aid_matriculation
// and aid_dropout_math are null, aid_acad_plan is not; fee_replacement).
#include "models/vocational/policies/grants.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class StudentAid final : public sim::Instrument {
  public:
    StudentAid()
        : Instrument({.doc = "Waives tuition and adds grants for poor students.",
                      .slot = slots::after_money_plan,
                      .article = "13",
                      .family = "funding",
                      .payer = "government",
                      .responds = "net_cost_to_family",
                      .sign = -1,
                      .where = {"province", "track"}}) {}

    SIM_PARAM(double, waived_share, 0.2, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Students whose tuition is waived beyond those of the rules.",
              .source = sim::assumed("policy lever"));
    SIM_PARAM(double, poor_grant, 1'000.0, .unit = sim::unit::yuan_per_student_year,
              .range = {0.0, 10'000.0},
              .doc = "Grant of a student of the poorest fifth of families beyond the rules'.",
              .source = sim::assumed("policy lever; half of the national grant"));

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
        schools_.for_each(*this, [&](SchoolId school) {
            if (schools_.province(school) != province || schools_.track(school) != track) {
                return;
            }
            const double yuan =
                0.25 * waived * tuition_[cell] * replacement_[cell] * schools_.students(school);
            done += yuan * grants_
                               .pay(*this, tick, schools_, school, yuan, sim::FlowKind::recurrent,
                                    PaidBy::shared)
                               .done;
            planned += yuan;
            poor += schools_.scale() * poor_[school];
        });
        policy_waived_[cell] += planned > 0.0 ? waived * done / planned : 0.0;
        const double grant = x * poor_grant;
        const Bill bill{central_government(), province, std::llround(0.25 * grant * poor)};
        policy_poor_grant_[cell] +=
            grant * grants_.purse().pay_students(*this, tick, bill, track).done;
    }

    SchoolsInScope schools_{*this};
    Grants grants_{*this};
    sim::Read<&SchoolMoneyTable::poor_students> poor_{*this};
    sim::Read<&TrackMoneyTable::tuition> tuition_{*this};
    sim::Read<&TrackMoneyTable::waived_share> waived_{*this};
    sim::Read<&TrackMoneyTable::fee_replacement> replacement_{*this};
    sim::Write<&TrackMoneyTable::policy_waived_share> policy_waived_{*this};
    sim::Write<&TrackMoneyTable::policy_poor_grant> policy_poor_grant_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(student_aid, StudentAid);

}  // namespace vocational
