// SPDX-License-Identifier: Apache-2.0
// What governments plan, carry out and report, and the money side of provinces, tracks and schools.
// Plans are written anew each quarter before the slot at which instruments change them; sums of
// money are those of the quarter unless said otherwise.
#pragma once

#include "models/vocational/agents/accounts.hpp"
#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/kinds.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

struct GovernmentStateTable final : sim::Table {
    SIM_TABLE(GovernmentStateTable, GovernmentId, "government_state",
              "Effort, revenue and plans of governments; rows as governments.");
    SIM_COLUMN(float, effort, sim::unit::score, "Own effort, standard normal, drawn once.");
    SIM_COLUMN(float, fidelity_at_base, sim::unit::share, "Fidelity without accountability.");
    SIM_COLUMN(
        float, accountability, sim::unit::share,
        "Weight of vocational education in the government's assessment; instruments set it.");
    SIM_COLUMN(float, relabelled_share, sim::unit::share,
               "Share of a shortfall that is reported as done.");
    SIM_COLUMN(std::int64_t, revenue, sim::unit::yuan, "Education money of the quarter.");
    SIM_COLUMN(std::int64_t, revenue_at_base, sim::unit::yuan,
               "The same in the admission quarter of the start year.");
    SIM_COLUMN(std::int64_t, wanted, sim::unit::yuan, "Ordinary spending as the rules want it.");
    SIM_COLUMN(std::int64_t, paid, sim::unit::yuan, "Ordinary spending that could be paid.");
};

// One row per province: plans and money of all governments there.
struct ProvinceMoneyTable final : sim::Table {
    SIM_TABLE(ProvinceMoneyTable, ProvinceId, "province_money",
              "Province: measures planned and done, public money, pilots.");
    SIM_COLUMN(std::int64_t, planned, sim::unit::yuan, "Money of all measures planned.");
    SIM_COLUMN(std::int64_t, carried_out, sim::unit::yuan, "Of that, really carried out.");
    SIM_COLUMN(std::int64_t, reported, sim::unit::yuan, "Of that, reported as carried out.");
    SIM_COLUMN(std::uint8_t, is_pilot, sim::unit::none, "1 while a pilot runs here.");
    SIM_COLUMN(float, effort_bonus, sim::unit::share,
               "Effect that pilot measures gain by local effort; 0 outside pilots.");
    SIM_COLUMN(std::int64_t, public_cost, sim::unit::yuan, "Paid by governments.");
    SIM_COLUMN(std::int64_t, borrowing, sim::unit::yuan, "Bonds issued by governments.");
    SIM_COLUMN(std::int64_t, debt_service, sim::unit::yuan, "Interest and repayment.");
    SIM_COLUMN(double, present_cost, sim::unit::yuan,
               "Public cost since the start, discounted to it.");
    SIM_COLUMN(double, present_benefits, sim::unit::yuan,
               "Pay and net receipts of households since the start, discounted to it.");
};

// Province × track: rules of the quarter, then the money that followed from them.
struct TrackMoneyTable final : sim::Table {
    SIM_TABLE(TrackMoneyTable, TrackCellId, "track_money",
              "Province × track: money per student, payers, fees, aid, sums of the quarter.");
    // Rules; instruments change them between planning and payment.
    SIM_COLUMN(double, formula_amount, sim::unit::yuan_per_student_year,
               "Public money per student before the field's weight, waived fees apart.");
    SIM_COLUMN(double, central_share, sim::unit::share, "Share that the centre pays.");
    SIM_COLUMN(double, province_share, sim::unit::share, "Share of the province; the city's rest.");
    SIM_COLUMN(double, other_income, sim::unit::yuan_per_student_year,
               "Services, gifts and other income of schools.");
    SIM_COLUMN(double, tuition, sim::unit::yuan_per_student_year, "Tuition before waivers.");
    SIM_COLUMN(double, living, sim::unit::yuan_per_student_year, "Materials, boarding, travel.");
    SIM_COLUMN(double, waived_share, sim::unit::share, "Students whose tuition is waived.");
    SIM_COLUMN(double, fee_replacement, sim::unit::share,
               "Share of the tuition so waived that schools get from governments.");
    SIM_COLUMN(double, poor_grant, sim::unit::yuan_per_student_year,
               "Grant, mean over students of the poorest fifth of families.");
    // Set by instruments, which pay for them through their purse; zero otherwise.
    SIM_COLUMN(double, policy_waived_share, sim::unit::share, "Further students with a waiver.");
    SIM_COLUMN(double, policy_grant, sim::unit::yuan_per_student_year,
               "Further grant, mean over students.");
    SIM_COLUMN(double, policy_poor_grant, sim::unit::yuan_per_student_year,
               "Further grant, mean over students of the poorest fifth of families.");
    SIM_COLUMN(double, policy_loan, sim::unit::yuan_per_student_year,
               "Loan that students of the poorest fifth can take, mean over them.");
    // Sums of the quarter.
    SIM_COLUMN(std::int64_t, received, sim::unit::yuan, "Received by the track's schools.");
    SIM_COLUMN(std::int64_t, received_in_school_year, sim::unit::yuan,
               "The same since the third quarter.");
    SIM_COLUMN(std::int64_t, fees_paid, sim::unit::yuan, "Tuition paid by families.");
    SIM_COLUMN(std::int64_t, living_paid, sim::unit::yuan, "Materials, boarding, travel.");
    SIM_COLUMN(std::int64_t, help_paid, sim::unit::yuan,
               "Grants and training pay to students of the track.");
};

using FieldWeightId = sim::Id<struct FieldWeightTag, std::uint16_t>;
constexpr FieldWeightId field_weight(Track track, Field field) {
    return FieldWeightId(sim::index_of(track) * fields + sim::index_of(field));
}
struct FieldWeightTable final : sim::Table {
    SIM_TABLE(FieldWeightTable, FieldWeightId, "field_weight",
              "Track × field: factor of the formula amount.");
    SIM_COLUMN(double, weight, sim::unit::ratio,
               "Factor; its mean over the track's intake is 1 unless an instrument changes it.");
};

// One row per school row.
struct SchoolMoneyTable final : sim::Table {
    SIM_TABLE(SchoolMoneyTable, SchoolId, "school_money",
              "What schools receive in the quarter beside the formula; rows as schools.");
    SIM_COLUMN(std::int32_t, poor_students, sim::unit::agents,
               "Students of the poorest fifth of families, at the last admission.");
    SIM_COLUMN(std::int64_t, received, sim::unit::yuan, "Received, whatever for.");
    // Of that, from instruments for one purpose; schools spend it on nothing else.
    SIM_COLUMN(std::int64_t, for_equipment, sim::unit::yuan, "For practice stations.");
    SIM_COLUMN(std::int64_t, for_building, sim::unit::yuan, "For what is ready years later.");
    SIM_COLUMN(std::int64_t, for_courses, sim::unit::yuan, "For renewing courses.");
    SIM_COLUMN(std::int64_t, for_development, sim::unit::yuan, "For teachers in enterprises.");
    SIM_COLUMN(std::int64_t, for_digital, sim::unit::yuan, "For digital resources.");
};

using MoneyRuleId = sim::Id<struct MoneyRuleTag, std::uint8_t>;
// One row: rules of the run that instruments need and have no parameters for.
struct MoneyRuleTable final : sim::Table {
    SIM_TABLE(MoneyRuleTable, MoneyRuleId, "money_rule", "Rules of money for instruments.");
    SIM_COLUMN(std::uint8_t, provinces, sim::unit::none, "Number of provinces.");
    SIM_COLUMN(std::uint8_t, raises_revenue, sim::unit::none,
               "1 if money of policies is raised by taxes, 0 if it comes from budgets.");
    SIM_COLUMN(double, displaceable_share, sim::unit::share,
               "Share of a quarter's revenue that policies may take from other spending.");
    SIM_COLUMN(double, bond_rate, sim::unit::share_per_year, "Interest of bonds.");
    SIM_COLUMN(std::int32_t, bond_term, sim::unit::year, "Years to repay.");
    SIM_COLUMN(double, young_wage, sim::unit::ratio, "Wage of the young over the mean.");
};

}  // namespace vocational
