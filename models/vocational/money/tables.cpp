// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/money/tables.hpp"

#include <cmath>

#include "models/vocational/agents/place.hpp"
#include "models/vocational/money/effort.hpp"
#include "sim/policy/budget.hpp"
#include "sim/policy/policy_memory.hpp"

namespace vocational {

namespace {

constexpr std::size_t most_policies = 4096;
constexpr std::size_t most_budgets = 64;  // one of a payer

}  // namespace

void add_money_tables(sim::World& world) {
    world.add<GovernmentTable>();
    world.add<GovernmentStateTable>();
    world.add<FamilyCostTable>();
    world.add<ProvinceMoneyTable>();
    world.add<TrackMoneyTable>();
    world.add<FieldWeightTable>();
    world.add<SchoolMoneyTable>();
    world.add<MoneyRuleTable>();
    world.add<BondTable>();
    world.add<sim::PolicyTable>();
    world.add<sim::BudgetTable>();
    world.add<sim::PolicyMemoryTable>();
    world.add<sim::FlowTable>();
    world.add<sim::AccountTable>();
}

void fill_money_tables(sim::World& world, const Setting& setting, const Params& params,
                       std::size_t schools) {
    const auto fill = [](sim::Table& table, std::size_t rows) {
        table.reserve(rows);
        table.append(rows);
    };
    const std::size_t governments = 1 + setting.provinces() + setting.cities();
    fill(world.table<GovernmentTable>(), governments);
    fill(world.table<GovernmentStateTable>(), governments);
    fill(world.table<FamilyCostTable>(), setting.provinces() * tracks);
    fill(world.table<ProvinceMoneyTable>(), setting.provinces());
    fill(world.table<TrackMoneyTable>(), setting.provinces() * tracks);
    fill(world.table<FieldWeightTable>(), tracks * fields);
    fill(world.table<SchoolMoneyTable>(), schools);
    fill(world.table<BondTable>(), governments * bond_slots);
    // Their rows come with the policies.
    world.table<sim::PolicyTable>().reserve(most_policies);
    world.table<sim::BudgetTable>().reserve(most_budgets);
    auto& memory = world.table<sim::PolicyMemoryTable>();
    memory.cells = setting.provinces() * tracks;
    memory.reserve(most_policies * memory.cells);
    fill(world.table<sim::FlowTable>(), setting.ledger.cells());
    fill(world.table<sim::AccountTable>(), accounts);
    auto& rules = world.table<MoneyRuleTable>();
    fill(rules, 1);
    rules.provinces[0] = static_cast<std::uint8_t>(setting.provinces());
    rules.raises_revenue[0] = params.funding.policy_finance == PolicyFinance::new_revenue ? 1 : 0;
    rules.displaceable_share[0] = params.funding.displaceable_share;
    rules.bond_rate[0] = params.bonds.rate;
    rules.bond_term[0] = params.bonds.term;
    rules.young_wage[0] = params.fees.young_wage;
}

void draw_effort(sim::World& world, const Setting& setting, const GovernmentParams& params) {
    auto& governments = world.table<GovernmentTable>();
    auto& states = world.table<GovernmentStateTable>();
    const auto& affluence = world.table<ProvinceTable>().affluence;
    const sim::Stream stream = setting.stream("effort of governments");
    const double own = std::sqrt(1.0 - params.city_similarity * params.city_similarity);
    const std::size_t provinces = setting.provinces();
    for (std::size_t g = 0; g < governments.end_row(); ++g) {
        double effort = stream.at(sim::Identity{g}, 0).normal();
        Effort of{};
        if (g == 0) {
            effort = 0.0;
        } else if (g <= provinces) {
            of.affluence = affluence[g - 1];
        } else {
            const std::size_t province = setting.province_of[g - 1 - provinces].row();
            effort = params.city_similarity * static_cast<double>(states.effort[1 + province]) +
                     own * effort;
            of.affluence = affluence[province];
        }
        of.own = effort;
        states.effort[g] = static_cast<float>(effort);
        const double mean = g == 0 ? params.central_fidelity : params.mean_fidelity;
        const auto share = static_cast<float>(fidelity(params, mean, of));
        states.fidelity_at_base[g] = share;
        states.relabelled_share[g] = static_cast<float>(relabelled_share(params, 0.0));
        governments.fidelity[g] = share;
    }
}

}  // namespace vocational
