// SPDX-License-Identifier: Apache-2.0
// tandem sensitivity DIR
#include "sim/sweep/sensitivity/sensitivity.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/cli/show/text_table.hpp"
#include "sim/cli/show/uncertainty_table.hpp"
#include "sim/cli/verbs.hpp"
#include "sim/core/enum.hpp"
#include "sim/sweep/sensitivity/uncertainty.hpp"
#include "sim/sweep/sensitivity/words.hpp"

namespace sim {

namespace {

using Json = nlohmann::ordered_json;

Json interval_json(const IntervalEstimate& estimate) {
    return {{"value", estimate.value}, {"low", estimate.low}, {"high", estimate.high}};
}

std::string cell(const IntervalEstimate& estimate) {
    return people_number(estimate.value);
}

std::string interval(const IntervalEstimate& estimate) {
    return people_interval(estimate.low, estimate.high);
}

std::string sobol_table(const Sensitivity& all, const MeasureSensitivity& of) {
    TextTable table({{of.name, Align::left},
                     {"first", Align::right},
                     {"95 %", Align::right},
                     {"total", Align::right},
                     {"95 %", Align::right}});
    for (std::size_t k = 0; k < all.factors.size(); ++k) {
        table.add({all.factors[k], cell(of.sobol.first[k]), interval(of.sobol.first[k]),
                   cell(of.sobol.total[k]), interval(of.sobol.total[k])});
    }
    return fmt::format("{}mean {}, variance {}\n", table.text(), people_number(of.sobol.mean),
                       people_number(of.sobol.variance));
}

std::string morris_table(const Sensitivity& all, const MeasureSensitivity& of) {
    TextTable table({{of.name, Align::left},
                     {"mu*", Align::right},
                     {"95 %", Align::right},
                     {"mu", Align::right},
                     {"sigma", Align::right}});
    for (std::size_t k = 0; k < all.factors.size(); ++k) {
        table.add({all.factors[k], cell(of.morris.mu_star[k]), interval(of.morris.mu_star[k]),
                   people_number(of.morris.mu[k]), people_number(of.morris.sigma[k])});
    }
    return table.text();
}

std::string text_of(const Sensitivity& all) {
    std::string text;
    for (const MeasureSensitivity& of : all.measures) {
        text += text.empty() ? "" : "\n";
        text += all.design.kind == DesignKind::sobol ? sobol_table(all, of) : morris_table(all, of);
        for (const std::string& sentence : of.words) {
            text += "- " + sentence + '\n';
        }
    }
    return text;
}

std::string json_of(const Sensitivity& all) {
    Json json = {{"design", enum_name(all.design.kind)},
                 {"trials", all.trials},
                 {"replicates", all.replicates},
                 {"resamples", sensitivity_resamples},
                 {"factors", all.factors},
                 {"measures", Json::array()},
                 {"left_out", all.left_out}};
    for (const MeasureSensitivity& of : all.measures) {
        Json entry = {{"name", of.name}, {"unit", of.unit}};
        const bool is_sobol = all.design.kind == DesignKind::sobol;
        entry["used"] = is_sobol ? of.sobol.used : of.morris.used;
        if (is_sobol) {
            entry["mean"] = of.sobol.mean;
            entry["variance"] = of.sobol.variance;
            entry["noise_floor"] = of.noise_share();
        } else {
            entry["noise_floor"] = morris_noise(all.design, of.noise_variance);
        }
        entry["factors"] = Json::array();
        for (std::size_t k = 0; k < all.factors.size(); ++k) {
            Json factor = {{"name", all.factors[k]}};
            if (is_sobol) {
                factor["first"] = interval_json(of.sobol.first[k]);
                factor["total"] = interval_json(of.sobol.total[k]);
            } else {
                factor["mu_star"] = interval_json(of.morris.mu_star[k]);
                factor["mu"] = of.morris.mu[k];
                factor["sigma"] = of.morris.sigma[k];
            }
            entry["factors"].push_back(std::move(factor));
        }
        entry["words"] = of.words;
        json["measures"].push_back(std::move(entry));
    }
    return json.dump(2) + '\n';
}

void say_left_out(const std::vector<std::string>& measures, Console& console) {
    for (const std::string& name : measures) {
        console.note(fmt::format("'{}' is an array and has no indices", name));
    }
}

}  // namespace

ExitCode sensitivity_verb(const Arguments& arguments, const Session& session) {
    const std::string& folder = arguments.operands.front();
    if (tells_uncertainty(design_of(folder))) {
        const Uncertainty all = uncertainty_of(folder);
        if (arguments.json) {
            session.console.data(uncertainty_json(all));
        } else {
            session.console.table(uncertainty_text(all));
        }
        say_left_out(all.left_out, session.console);
        return ExitCode::done;
    }
    const Sensitivity all = sensitivity_of(folder);
    if (arguments.json) {
        session.console.data(json_of(all));
    } else {
        session.console.table(text_of(all));
    }
    say_left_out(all.left_out, session.console);
    return ExitCode::done;
}

}  // namespace sim
