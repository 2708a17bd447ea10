// SPDX-License-Identifier: Apache-2.0
// Article 4: municipal consortia of government, firms and schools around an industrial park. Each
// province founds one in its largest cities (park_share of its people). Where there is one,
//   firms and schools are members to the degree `membership` (cooperation grows with its age),
//   schools move programmes toward local vacancies faster and with less error, and plan a part of
//   their places from how many are wanted in each field,
//   member firms send mentors and take part in exams, so that firms of the city see the skill of
//   fresh graduates with less error, and technical services reach them.
// The city pays for the council and the platform, member firms for mentors.
// Evidence: consortium_skill (0 is in its range), joint_innovation_sign, hiring_cost_saving,
// adjust_speed_policy, tech_service_tfp.
#include "models/vocational/agents/alliance.hpp"
#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/policies/cities_in_scope.hpp"
#include "models/vocational/policies/grants.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class MunicipalConsortium final : public sim::Instrument {
  public:
    MunicipalConsortium()
        : Instrument({.doc = "Founds councils of firms and schools in cities with a park.",
                      .slot = slots::after_money_plan,
                      .article = "4",
                      .family = "integration",
                      .payer = "local",
                      .responds = "field_match_rate",
                      .where = {"province", "sector"}}) {}

    SIM_PARAM(double, park_share, 0.5, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "People of the province who live in cities with a park.",
              .source = sim::assumed("no list by city; largest cities first"));
    SIM_PARAM(double, membership, 0.5, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Firms and schools of such a city that are members, in full force.",
              .source = sim::assumed("policy lever"));
    SIM_PARAM(double, planning_speed, 0.15, .unit = sim::unit::share_per_year, .range = {0.0, 0.6},
              .doc = "Further part of the gap to wanted places that schools close in a year.",
              .source = sim::assumed("evidence row adjust_speed_policy: 0.35 in all"));
    SIM_PARAM(double, foresight, 0.2, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Share of schools' error about demand that joint planning removes.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, listed, 0.1, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Part of its wanted places that a school plans from the level of demand.",
              .source = sim::assumed("no estimate; as three_lists, since both publish demand"));
    SIM_PARAM(double, mentors, 0.02, .unit = sim::unit::share, .range = {0.0, 0.2},
              .doc = "Hours given by mentors of member firms, beyond the usual.",
              .source = sim::assumed("swept"));
    SIM_PARAM(double, mentor_pay, 60'000.0, .unit = sim::unit::yuan_per_year, .range = {2e4, 2e5},
              .doc = "What a full teacher's hours of mentors cost their firms.",
              .source = sim::assumed("about a technician's wage; swept"));
    SIM_PARAM(double, assessment, 0.2, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc =
                  "Share of firms' error about fresh graduates' skill that exams with members "
                  "remove.",
              .source = sim::assumed("no estimate of joint exams; swept"));
    SIM_PARAM(double, technical_service, 0.3, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Reach of technical services among members.", .source = sim::assumed("swept"));
    SIM_PARAM(double, yearly_cost, 4e7, .unit = sim::unit::yuan_per_year, .range = {1e6, 5e8},
              .doc = "Council and platform of one city of the model.",
              .source = sim::assumed("a city of the model stands for two or three; swept"));

    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        if (x == 0.0) {
            return;
        }
        done_.assign(cities_.cities(), 0.0);
        for (const CityId city : cities_.largest(*this, park_share)) {
            const ProvinceId province = cities_.province(city);
            const Bill bill{government_of(city, grants_.provinces()), province,
                            std::llround(0.25 * x * yearly_cost)};
            done_[city.row()] = grants_.purse().pay_suppliers(*this, tick, bill).done;
            float& known = assessment_[city];
            known = static_cast<float>(
                std::min(1.0, static_cast<double>(known) + part(x, city, membership * assessment)));
            for (std::size_t s = 0; s < cities_.sectors(); ++s) {
                if (applies("sector", s)) {
                    float& share = consortium_[city_sector(city, s, cities_.sectors())];
                    share = static_cast<float>(
                        std::min(1.0, static_cast<double>(share) + part(x, city, membership)));
                }
            }
        }
        plan_with_schools(tick, x);
        serve_firms(x);
    }

  private:
    double part(double x, CityId city, double amount) const {
        return x * amount * done_[city.row()];
    }

    void plan_with_schools(const sim::Tick& tick, double x) {
        schools_.for_each(*this, [&](SchoolId school) {
            const CityId city = schools_.city(school);
            if (done_[city.row()] == 0.0) {
                return;
            }
            speed_[school] += static_cast<float>(part(x, city, planning_speed));
            foresight_[school] += static_cast<float>(part(x, city, foresight));
            listed_[school] += static_cast<float>(part(x, city, listed));
            const double planned = part(x, city, mentors);
            const double hours =
                planned *
                grants_.purse().pay_from_firms(
                    *this, tick, schools_.province(school), Account::household,
                    std::llround(0.25 * planned * mentor_pay * schools_.teachers(school)));
            mentors_[school] =
                static_cast<float>(std::min(1.0, static_cast<double>(mentors_[school]) + hours));
        });
    }

    void serve_firms(double x) {
        for (std::size_t row = firms_.first(); row < firms_.end(); ++row) {
            const FirmId firm(row);
            const CityId city = firm_city_[firm];
            if (done_[city.row()] > 0.0 && applies("sector", sector_[firm])) {
                const double reach = part(x, city, membership * technical_service);
                service_[firm] =
                    static_cast<float>(std::min(1.0, static_cast<double>(service_[firm]) + reach));
            }
        }
    }

    std::vector<double> done_;  // by city: share of the measure carried out, 0 without consortium
    CitiesInScope cities_{*this};
    SchoolsInScope schools_{*this};
    Grants grants_{*this};
    sim::Rows<FirmTable> firms_{*this};
    sim::Read<&FirmTable::city> firm_city_{*this};
    sim::Read<&FirmTable::sector> sector_{*this};
    sim::Write<&FirmStateTable::technical_service> service_{*this};
    sim::Write<&AllianceTable::consortium> consortium_{*this};
    sim::Write<&CityLeverTable::assessment> assessment_{*this};
    sim::Write<&SchoolStateTable::mentors> mentors_{*this};
    sim::Write<&SchoolLeverTable::mix_speed> speed_{*this};
    sim::Write<&SchoolLeverTable::foresight> foresight_{*this};
    sim::Write<&SchoolLeverTable::listed> listed_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(municipal_consortium, MunicipalConsortium);

}  // namespace vocational
