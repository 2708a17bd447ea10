// SPDX-License-Identifier: Apache-2.0
// Article 8: open regional practice centres. In the largest cities of the provinces named, a centre
// of `kind` is built within build_years and then kept at stations_per_1000_students of the city's
// vocational students, bought at station_price:
//   open_public       the city builds and runs it, most hours are students', firms pay for theirs;
//   firm              firms get the money as concessions, a part of it becomes stations
//                     (pass_through), and they keep hours for themselves;
//   factory_in_school, school_in_factory   city and firms build it together, production takes
//                     hours.
// Students of schools within reach share the student hours (agents/schools/practice_centre.hpp).
// Evidence: station_saturation, equipment_life, open_access_radius, capital_lag,
// firm_centre_subsidy_passthrough.
#include "models/vocational/agents/schools/practice_centre.hpp"
#include "models/vocational/policies/cities_in_scope.hpp"
#include "models/vocational/policies/grants.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

enum class CentreKind { open_public, firm, factory_in_school, school_in_factory };

class PracticeCentres final : public sim::Instrument {
  public:
    PracticeCentres()
        : Instrument({.doc = "Builds practice centres that schools and firms share.",
                      .slot = slots::after_money_plan,
                      .article = "8",
                      .family = "integration",
                      .payer = "local",
                      .responds = "practice_hours_per_student",
                      .where = {"province", "field"}}) {}

    SIM_PARAM(CentreKind, kind, CentreKind::open_public, .unit = sim::unit::none,
              .doc = "Who builds and runs the centres.", .source = sim::assumed("policy lever"));
    SIM_PARAM(double, stations_per_1000_students, 15.0, .unit = sim::unit::none,
              .range = {0.0, 200.0}, .doc = "Stations for 1,000 vocational students of the city.",
              .source = sim::assumed("policy lever"));
    SIM_PARAM(double, city_share, 0.5, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "People of the province who live in cities that get a centre.",
              .source = sim::assumed("largest cities first"));
    SIM_PARAM(double, build_years, 2.0, .unit = sim::unit::year, .range = {0.0, 4.0},
              .doc = "Years from the start to stations in working order.",
              .source = sim::assumed("evidence row build_lag, a judgement"));
    SIM_PARAM(double, station_price, 60'000.0, .unit = sim::unit::yuan, .range = {2e4, 3e5},
              .doc = "Building and equipment of a station.",
              .source = sim::assumed("twice a school's station: buildings included; swept"));
    SIM_PARAM(double, running_cost, 5'000.0, .unit = sim::unit::yuan_per_year, .range = {0.0, 3e4},
              .doc = "Yearly cost of a station in use.", .source = sim::assumed("swept"));
    SIM_PARAM(double, service_price, 10'000.0, .unit = sim::unit::yuan_per_year,
              .range = {0.0, 6e4},
              .doc = "What firms pay for all hours of a station in a year, if it is not theirs.",
              .source = sim::assumed("twice the running cost, so that a fifth of the hours pays "
                                     "two fifths of it; swept from free use"));
    SIM_PARAM(double, pass_through, 0.3, .unit = sim::unit::share, .range = {0.0, 0.7},
              .doc = "Stations that firms build ÷ those that the money would pay for.",
              .source = sim::assumed("evidence row firm_centre_subsidy_passthrough"));

    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        if (x == 0.0) {
            return;
        }
        std::vector<double> students(cities_.cities(), 0.0);
        schools_.for_each(*this, [&](SchoolId school) {
            schools_.for_programmes(school, [&](ProgrammeId programme) {
                if (applies("field", sim::index_of(field_[programme]))) {
                    students[schools_.city(school).row()] += schools_.students(programme);
                }
            });
        });
        for (const CityId city : cities_.largest(*this, city_share)) {
            const double wanted = x * 0.001 * stations_per_1000_students * students[city.row()];
            build(tick, city, wanted);
        }
    }

  private:
    bool is_of_firms() const { return kind == CentreKind::firm; }
    bool is_joint() const {
        return kind == CentreKind::factory_in_school || kind == CentreKind::school_in_factory;
    }
    CentreOwner owner() const {
        return is_of_firms()                           ? CentreOwner::firm
               : kind == CentreKind::factory_in_school ? CentreOwner::school
                                                       : CentreOwner::government;
    }
    double student_hours() const {
        constexpr double open = 0.8;
        constexpr double shared = 0.5;
        return is_of_firms() || is_joint() ? shared : open;
    }

    // Buys what is missing to `wanted`: in equal parts while the centre is built, within a year
    // once it stands. What firms paid for hours of theirs is spent first.
    void build(const sim::Tick& tick, CityId city, double wanted) {
        constexpr int quarters_to_replace = 4;
        const CentreId centre = centre_of(city, owner());
        const auto lag = static_cast<int>(4.0 * build_years + 0.5);
        const int age = tick.now() - commitment().start;
        double& stations = stations_[centre];
        const double bought =
            age < lag ? wanted / lag : std::max(0.0, wanted - stations) / quarters_to_replace;
        serve_firms(tick, centre);
        run_stations(tick, centre, 0.25 * running_cost * stations);
        under_way_[centre] += buy(tick, centre, bought);
        if (age + 1 >= lag) {
            stations += under_way_[centre];
            under_way_[centre] = 0.0;
        }
        open(centre);
    }

    // Firms other than the owner pay for the hours that they use.
    void serve_firms(const sim::Tick& tick, CentreId centre) const {
        if (is_of_firms()) {
            return;
        }
        const double hours = static_cast<double>(firm_hours_[centre]) * stations_[centre];
        grants_.purse().pay_from_firms(*this, tick, province_of(centre), Account::centre,
                                       std::llround(0.25 * service_price * hours),
                                       &balance_[centre]);
    }

    // The city pays what service income leaves of the running cost; of a joint centre the firms
    // pay half of that.
    void run_stations(const sim::Tick& tick, CentreId centre, double yuan) const {
        const auto need =
            static_cast<double>(std::max<std::int64_t>(0, std::llround(yuan) - balance_[centre]));
        raise(tick, centre, need, sim::FlowKind::recurrent);
        spend(centre, std::llround(yuan), sim::FlowKind::recurrent);
    }

    // Stations on their way for `bought` that are wanted. Concessions to firms that build their own
    // centre are theirs; a part of the money becomes stations.
    double buy(const sim::Tick& tick, CentreId centre, double bought) const {
        const double price = bought * station_price;
        const Bill bill{payer(centre), province_of(centre), std::llround(price),
                        sim::FlowKind::capital};
        if (is_of_firms()) {
            return grants_.purse().pay_firms(*this, tick, bill).done * bought * pass_through;
        }
        const double own = std::clamp(static_cast<double>(balance_[centre]), 0.0, price);
        const double done = raise(tick, centre, price - own, sim::FlowKind::capital);
        spend(centre, std::llround(price), sim::FlowKind::capital);
        return price > 0.0 ? bought * (own + done * (price - own)) / price : 0.0;
    }

    // Money for the centre from the city and, for a joint one, as much from firms; the share of
    // the measure that takes effect.
    double raise(const sim::Tick& tick, CentreId centre, double yuan,
                 sim::FlowKind flow_kind) const {
        const double part = is_joint() ? 0.5 : 1.0;  // the city's; firms pay the rest
        const Bill bill{payer(centre), province_of(centre), std::llround(part * yuan), flow_kind};
        const double done = grants_.purse().pay_centre(*this, tick, bill, balance_[centre]).done;
        const double joined = is_joint() ? grants_.purse().pay_from_firms(
                                               *this, tick, province_of(centre), Account::centre,
                                               bill.planned, &balance_[centre])
                                         : 1.0;
        return done * joined;
    }

    // What the centre has of `yuan` goes to its suppliers.
    void spend(CentreId centre, std::int64_t yuan, sim::FlowKind flow_kind) const {
        const std::int64_t paid = std::clamp<std::int64_t>(balance_[centre], 0, yuan);
        grants_.purse().pay_from_centre(*this, province_of(centre), flow_kind, paid,
                                        balance_[centre]);
    }

    GovernmentId payer(CentreId centre) const {
        return government_of(city_[centre], cities_.provinces());
    }
    ProvinceId province_of(CentreId centre) const { return cities_.province(city_[centre]); }

    void open(CentreId centre) {
        for (std::size_t f = 0; f < fields; ++f) {
            if (applies("field", f)) {
                field_set_[centre] |= 1U << f;
            }
        }
        hours_[centre] = static_cast<float>(student_hours());
        firm_hours_[centre] = static_cast<float>(1.0 - student_hours());
    }

    CitiesInScope cities_{*this};
    SchoolsInScope schools_{*this};
    Grants grants_{*this};
    sim::Read<&ProgrammeTable::field> field_{*this};
    sim::Write<&PracticeCentreTable::stations> stations_{*this};
    sim::Write<&PracticeCentreTable::under_way> under_way_{*this};
    sim::Write<&PracticeCentreTable::field_set> field_set_{*this};
    sim::Write<&PracticeCentreTable::student_hours> hours_{*this};
    sim::Write<&PracticeCentreTable::firm_hours> firm_hours_{*this};
    sim::Scatter<&PracticeCentreTable::balance> balance_{*this};
    sim::Read<&PracticeCentreTable::city> city_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(practice_centres, PracticeCentres);

}  // namespace vocational
