// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/comparison/options.hpp"

#include <nlohmann/json.hpp>

#include "sim/core/error.hpp"

namespace sim {

using Json = nlohmann::ordered_json;

std::string ComparisonOptions::text() const {
    Json json = Json::object();
    if (attribute) {
        json["attribute"] = true;
    }
    if (!freeze.empty()) {
        json["freeze"] = freeze;
    }
    for (const PrecisionTarget& target : until_precise) {
        json["until_precise"][target.measure] = target.half_width;
    }
    if (equal_cost) {
        json["equal_cost"] = cost ? Json(*cost) : Json("first");
    }
    for (const CostMatch& match : cost_matches) {
        json["cost_matches"].push_back({{"scenario", match.scenario},
                                        {"factor", match.factor},
                                        {"target", match.target},
                                        {"reached", match.reached},
                                        {"replicates", match.replicates},
                                        {"trials", match.trials}});
    }
    return json.empty() ? std::string() : json.dump();
}

ComparisonOptions ComparisonOptions::of_text(const std::string& text) {
    ComparisonOptions options;
    if (text.empty()) {
        return options;
    }
    try {
        const Json json = Json::parse(text);
        options.attribute = json.value("attribute", false);
        options.freeze = json.value("freeze", std::vector<std::string>());
        if (const auto targets = json.find("until_precise"); targets != json.end()) {
            for (const auto& [measure, half_width] : targets->items()) {
                options.until_precise.push_back({measure, half_width.get<double>()});
            }
        }
        if (const auto cost = json.find("equal_cost"); cost != json.end()) {
            options.equal_cost = true;
            if (cost->is_number()) {
                options.cost = cost->get<double>();
            }
        }
        if (const auto matches = json.find("cost_matches"); matches != json.end()) {
            for (const Json& match : *matches) {
                options.cost_matches.push_back(
                    {match.at("scenario").get<std::string>(), match.at("factor").get<double>(),
                     match.at("target").get<double>(), match.at("reached").get<double>(),
                     match.at("replicates").get<int>(), match.at("trials").get<int>()});
            }
        }
    } catch (const Json::exception&) {
        throw UserError("what the comparison was to compute cannot be read: " + text);
    }
    return options;
}

}  // namespace sim
