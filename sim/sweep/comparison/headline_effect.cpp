// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/comparison/headline_effect.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "sim/core/contract.hpp"
#include "sim/sweep/comparison/likelihood.hpp"

namespace sim {

namespace {

// Of numbers that are all there; at least two.
double variance(const std::vector<double>& draws) {
    const auto n = static_cast<double>(draws.size());
    double sum = 0.0;
    for (const double draw : draws) {
        sum += draw;
    }
    double squares = 0.0;
    for (const double draw : draws) {
        squares += (draw - sum / n) * (draw - sum / n);
    }
    return squares / (n - 1.0);
}

std::vector<double> column(const std::vector<HeadlineValues>& replicates, std::size_t measure) {
    std::vector<double> draws;
    for (const HeadlineValues& values : replicates) {
        draws.push_back(values.at(measure));
    }
    return draws;
}

}  // namespace

double variance_saved(const std::vector<double>& base, const std::vector<double>& alternative) {
    SIM_EXPECT(base.size() == alternative.size());
    std::vector<double> a, b, difference;
    for (std::size_t r = 0; r < base.size(); ++r) {
        if (!std::isnan(base[r]) && !std::isnan(alternative[r])) {
            a.push_back(alternative[r]);
            b.push_back(base[r]);
            difference.push_back(alternative[r] - base[r]);
        }
    }
    const double apart = a.size() < 2 ? 0.0 : variance(a) + variance(b);
    return apart > 0.0 ? 1.0 - variance(difference) / apart
                       : std::numeric_limits<double>::quiet_NaN();
}

Estimate headline_mean(const std::vector<HeadlineValues>& replicates, std::size_t measure) {
    return estimate(column(replicates, measure));
}

HeadlineEffect headline_effect(const std::vector<HeadlineValues>& base,
                               const std::vector<HeadlineValues>& alternative,
                               std::size_t measure) {
    const std::vector<double> b = column(base, measure);
    const std::vector<double> a = column(alternative, measure);
    SIM_EXPECT(a.size() == b.size());
    std::vector<double> differences;
    for (std::size_t r = 0; r < b.size(); ++r) {
        differences.push_back(a[r] - b[r]);
    }
    const Estimate difference = estimate(differences);
    // Where nothing differs there is no sign whose likelihood could be told.
    const bool is_nothing = std::all_of(differences.begin(), differences.end(), [](double draw) {
        return draw == 0.0 || std::isnan(draw);
    });
    return {difference,
            is_nothing ? std::string_view()
                       : likelihood_of(difference.share_below_zero, difference.draws),
            variance_saved(b, a)};
}

Dimension alternatives_of(const ResultHeader& header) {
    return {"scenario",
            {header.scenarios.begin() + 1, header.scenarios.end()},
            "Alternatives, each compared with " + header.scenarios.front() + '.',
            {}};
}

std::vector<ResultGroup> headline_groups(const std::string& path, const ResultHeader& header,
                                         const HeadlineRule& rule, const HeadlineTable& values) {
    SIM_EXPECT(values.size() == header.scenarios.size() && values.size() > 1);
    struct Part {
        const char* name;
        const char* doc;
        bool has_unit;
        double (*of)(const HeadlineEffect&);
    };
    static constexpr std::array<Part, 5> parts{{
        {"difference", "mean over replicates.", true,
         [](const HeadlineEffect& e) { return e.difference.mean; }},
        {"low", "lower end of the 95 % interval.", true,
         [](const HeadlineEffect& e) { return e.difference.low; }},
        {"high", "upper end of the 95 % interval.", true,
         [](const HeadlineEffect& e) { return e.difference.high; }},
        {"share_below_zero", "share of replicates in which it is below zero.", false,
         [](const HeadlineEffect& e) { return e.difference.share_below_zero; }},
        {"variance_saved",
         "variance saved by pairing: 1 - var(difference) / (var(alternative) + var(base)).", false,
         [](const HeadlineEffect& e) { return e.variance_saved; }},
    }};
    std::vector<ResultGroup> groups;
    for (const Part& part : parts) {
        ResultGroup group{path + '/' + part.name,
                          "Headline values, alternative less base in the same replicate, " +
                              std::string(part.doc),
                          {},
                          {}};
        group.dimensions.push_back(alternatives_of(header));
        for (std::size_t m = 0; m < rule.measures().size(); ++m) {
            const HeadlineRule::Measure& measure = rule.measures()[m];
            std::vector<double> numbers;
            for (std::size_t s = 1; s < values.size(); ++s) {
                numbers.push_back(part.of(headline_effect(values.front(), values[s], m)));
            }
            group.variables.push_back({measure.name,
                                       part.has_unit ? measure.unit : "1",
                                       measure.doc,
                                       {"scenario"},
                                       std::move(numbers),
                                       false});
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

}  // namespace sim
