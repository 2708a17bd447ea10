// SPDX-License-Identifier: Apache-2.0
// Budgets: {payer: NAME, amount: 1e9 CNY2022/a}, of one policy or, as an entry of the file itself
// or a list there, of all policies together.
#include <algorithm>

#include <fmt/format.h>

#include "sim/scenario/policy_draft.hpp"

namespace sim {

// `before` completes what the map leaves out.
std::optional<Budget> ScenarioBuilder::read_budget(const NodeReader& reader, const YamlNode& node,
                                                   const std::optional<Budget>& before) const {
    reader.check_keys(node, budget_keys);
    const YamlNode* payer = node.find("payer");
    const YamlNode* amount = node.find("amount");
    if (!before && (payer == nullptr || amount == nullptr)) {
        reader.refuse(node, "a budget needs a payer and an amount", std::string(budget_expected));
    }
    std::optional<std::string> payer_name;
    if (payer != nullptr) {
        payer_name = view_.model != nullptr ? reader.name(*payer, "payer", payers())
                                            : reader.text(*payer, "expected a name");
    } else if (before) {
        payer_name = before->payer;
    }
    std::optional<double> yuan;
    if (amount != nullptr) {
        const BudgetKeys keys;
        if (const auto value = reader.value(*amount, keys.amount)) {
            yuan = std::get<double>(*value);
        }
    } else if (before) {
        yuan = before->amount;
    }
    return payer_name && yuan ? std::optional(Budget{*payer_name, *yuan}) : std::nullopt;
}

// A map lies over the one budget of the layers below; a list replaces theirs.
void ScenarioBuilder::apply_budget(const NodeReader& reader, const YamlNode& node) {
    if (view_.model != nullptr && !keeps_budgets()) {
        reader.refuse(node, fmt::format("the model '{}' keeps no accounts", view_.model->name()),
                      "expected no 'budget' here");
        return;
    }
    std::vector<Budget>& budgets = scenario_.budgets;
    if (node.kind == NodeKind::map) {
        if (budgets.size() > 1) {
            reader.refuse(node, "there are several budgets to lay this over",
                          "expected a list of budgets");
        } else if (const auto budget = read_budget(
                       reader, node, budgets.empty() ? std::nullopt : std::optional(budgets[0]))) {
            budgets = {*budget};
        }
        return;
    }
    if (!reader.is_list(node, "expected {payer: NAME, amount: 1e9 CNY2022/a} or a list of these")) {
        return;
    }
    std::vector<Budget> list;
    for (const YamlNode& child : node.children) {
        if (!reader.is_map(child, budget_expected)) {
            continue;
        }
        const auto budget = read_budget(reader, child, std::nullopt);
        if (!budget) {
            continue;
        }
        const bool is_second = std::any_of(list.begin(), list.end(), [&](const Budget& other) {
            return other.payer == budget->payer;
        });
        if (is_second) {
            reader.refuse(child, fmt::format("a second budget of '{}'", budget->payer),
                          "expected one budget of a payer");
        } else {
            list.push_back(*budget);
        }
    }
    budgets = std::move(list);
}

bool ScenarioBuilder::keeps_budgets() const {
    const std::vector<Table*> tables = view_.model->world().tables();
    return std::any_of(tables.begin(), tables.end(), [](const Table* table) {
        return dynamic_cast<const BudgetTable*>(table) != nullptr;
    });
}

std::vector<std::string> ScenarioBuilder::payers() const {
    std::vector<std::string> names;
    for (const auto& kind : view_.model->instruments().entries()) {
        std::string payer(kind.make()->spec().payer);
        const bool is_new = std::find(names.begin(), names.end(), payer) == names.end();
        if (!payer.empty() && payer != "none" && is_new) {
            names.push_back(std::move(payer));
        }
    }
    return names;
}

}  // namespace sim
