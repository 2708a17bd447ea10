// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/comparison.hpp"

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/firm_state.hpp"
#include "models/vocational/agents/outlook.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/agents/wage_state.hpp"

namespace vocational {

namespace {

using sim::held;
using sim::HeldValues;

// A policy's own pay scale counts beside what pay is held at.
void hold_pay(const sim::World& world, const HeldValues& base) {
    PayPathTable& paths = world.table<PayPathTable>();
    const std::span<const double> now = base.values<double>(0);
    const std::span<const double> scale = base.values<double>(1);
    for (std::size_t i = 0; i < now.size(); ++i) {
        const double own = paths.pay_scale.data()[i];
        paths.now.data()[i] = own == scale[i] ? now[i] : now[i] + (own - scale[i]);
    }
}

// Shares of schools of a province and track. Where a school has ended in one of both worlds only,
// the base's shares of those that stand here are scaled up to what the base gives all of them.
void hold_school_shares(const Setting& setting, const sim::World& world, const HeldValues& base) {
    SchoolTable& schools = world.table<SchoolTable>();
    const SchoolStateTable& states = world.table<SchoolStateTable>();
    const std::span<const float> share = base.values<float>(0);
    const std::span<const std::uint8_t> closed = base.values<std::uint8_t>(1);
    const auto for_schools = [&](std::size_t province, Track track, auto&& body) {
        const RowRange cities = setting.cities_of[province];
        for (std::size_t city = cities.begin; city < cities.end; ++city) {
            const RowRange range = setting.schools(CityId(city), track);
            for (std::size_t s = range.begin; s < range.end; ++s) {
                body(s);
            }
        }
    };
    for (std::size_t p = 0; p < setting.provinces(); ++p) {
        for (std::size_t t = 0; t < tracks; ++t) {
            const auto track = static_cast<Track>(t);
            bool is_alike = true;
            double all = 0.0;
            double standing = 0.0;
            for_schools(p, track, [&](std::size_t s) {
                const bool is_closed = states.is_closed.data()[s] != 0;
                is_alike = is_alike && is_closed == (closed[s] != 0);
                all += static_cast<double>(share[s]);
                standing += is_closed ? 0.0 : static_cast<double>(share[s]);
            });
            if (standing <= 0.0) {
                continue;  // nothing to hold
            }
            const double factor = is_alike ? 1.0 : all / standing;
            for_schools(p, track, [&](std::size_t s) {
                const bool is_closed = states.is_closed.data()[s] != 0;
                schools.seat_share.data()[s] =
                    is_closed ? 0.0F : static_cast<float>(static_cast<double>(share[s]) * factor);
            });
        }
    }
}

sim::Feedback wages() {
    const std::vector<sim::HeldColumn> offers{held<&FirmStateTable::offer>(),
                                              held<&FirmStateTable::wage_cost>()};
    return {
        "wages",
        "What firms offer and pay does not react: offers for open posts, the wage cost of "
        "firms, the bases of wages and the path of pay. Pay scales that policies set still "
        "count.",
        {{"firm_turnover", offers, {}},
         {"wage_offers", offers, {}},
         {"wage_levels", {held<&WageBaseTable::log_base>()}, {}},
         {"pay_paths", {held<&PayPathTable::now>(), held<&PayPathTable::pay_scale>()}, hold_pay}}};
}

sim::Feedback seats(const Setting& setting) {
    const std::vector<sim::HeldColumn> shares{held<&SchoolTable::seat_share>(),
                                              held<&SchoolStateTable::is_closed>()};
    const auto put_back = [&setting](const sim::World& world, const HeldValues& base) {
        hold_school_shares(setting, world, base);
    };
    return {"seats",
            "Schools do not react: planned seats and places, how a school divides its seats among "
            "fields, and how schools share those of their province. What policies add to the "
            "plan still counts; what they do through the mix does not.",
            {{"plan_seats",
              {held<&TrackCellTable::seats>(), held<&TrackCellTable::exam_share>(),
               held<&TrackCellTable::five_year_places>(), held<&TrackCellTable::transfer_places>(),
               held<&TrackCellTable::upgrade_places>()},
              {}},
             {"programme_mix", {held<&ProgrammeTable::seat_share>()}, {}},
             {"school_size", shares, put_back},
             {"private_places", shares, put_back}}};
}

// The observations rather than what is made of them: campaigns of publication still act.
sim::Feedback beliefs() {
    return {"beliefs",
            "Families do not learn of change: how recent leavers fared, which expected wages, "
            "employment and progress follow, prestige and what peers did. Campaigns still act.",
            {{"note_outlook",
              {held<&OutlookYearTable::employed>(), held<&OutlookYearTable::residents>(),
               held<&OutlookYearTable::log_wages>(), held<&OutlookYearTable::completers>(),
               held<&OutlookYearTable::continuers>(), held<&FieldYearTable::employed>(),
               held<&FieldYearTable::log_wages>(), held<&StandingTable::prestige>(),
               held<&StandingTable::peers>()},
              {}}}};
}

std::vector<sim::ChangeMeasure> changes() {
    const sim::ChangeTerm cost{"present_public_cost"};
    const sim::ChangeTerm benefits{"present_benefits"};
    return {
        {"net_present_value",
         "CNY2022",
         "Change of present_benefits less change of present_public_cost, from the start to the "
         "last quarter, discounted to the start at evaluation.discount_rate.",
         {benefits, {cost.variable, -1.0}}},
        {"marginal_value_of_public_funds",
         "1",
         "Change of present_benefits ÷ change of present_public_cost.",
         {benefits},
         {cost}},
        {"cost_per_additional_matched_graduate",
         "CNY2022/person",
         "Change of present_public_cost ÷ additional matched graduates of vocational tracks from "
         "the start to the last quarter.",
         {cost},
         {{"matched_graduates", 1.0, true}}}};
}

}  // namespace

sim::ComparisonSpec comparison_spec() {
    return {{{"quality_index", "quality_index_national", "quality_index"},
             {"adaptability_index", "adaptability_index_national", "adaptability_index"},
             {"attractiveness_index", "attractiveness_index_national", "attractiveness_index"},
             {"permeability", "permeability", "permeability"},
             {"placement_rate", "placement_rate", "placement_rate"},
             {"public_cost", "public_cost", "public_cost"}},
            "public_cost",
            "province",
            "region",
            changes()};
}

std::vector<sim::Feedback> feedbacks(const Setting& setting) {
    return {wages(), seats(setting), beliefs()};
}

}  // namespace vocational
