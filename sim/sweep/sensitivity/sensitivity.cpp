// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/sensitivity/sensitivity.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "sim/core/enum.hpp"
#include "sim/sweep/experiment/plan.hpp"
#include "sim/sweep/sensitivity/sweep_rows.hpp"
#include "sim/sweep/sensitivity/words.hpp"
#include "sim/sweep/store/sweep_folder.hpp"

namespace sim {

namespace {

namespace fs = std::filesystem;

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

std::vector<double> point_means(const std::vector<double>& outcomes, std::size_t replicates) {
    std::vector<double> means;
    for (std::size_t p = 0; p < outcomes.size() / replicates; ++p) {
        double sum = 0.0;
        for (std::size_t r = 0; r < replicates; ++r) {
            sum += outcomes[p * replicates + r];
        }
        means.push_back(sum / static_cast<double>(replicates));
    }
    return means;
}

std::vector<MorrisMove> moves_of(const DesignSpec& design, std::size_t factors) {
    const std::vector<UnitPoint> points = morris_design(design, factors);
    std::vector<MorrisMove> moves;
    for (std::size_t t = 0; t < design.points; ++t) {
        for (std::size_t s = 0; s < factors; ++s) {
            const UnitPoint& from = points[t * (factors + 1) + s];
            const UnitPoint& to = points[t * (factors + 1) + s + 1];
            for (std::size_t k = 0; k < factors; ++k) {
                if (from[k] != to[k]) {
                    moves.push_back({k, to[k] - from[k]});
                }
            }
        }
    }
    return moves;
}

}  // namespace

double replicate_noise(std::span<const double> outcomes, std::size_t replicates) {
    if (replicates < 2) {
        return missing;
    }
    std::vector<std::size_t> whole;
    for (std::size_t p = 0; p < outcomes.size() / replicates; ++p) {
        const auto row = outcomes.subspan(p * replicates, replicates);
        if (std::none_of(row.begin(), row.end(), [](double y) { return std::isnan(y); })) {
            whole.push_back(p);
        }
    }
    if (whole.size() < 2) {
        return missing;
    }
    const auto points = static_cast<double>(whole.size());
    const auto draws = static_cast<double>(replicates);
    std::vector<double> by_replicate(replicates, 0.0);
    std::vector<double> by_point;
    double all = 0.0;
    for (const std::size_t p : whole) {
        double sum = 0.0;
        for (std::size_t r = 0; r < replicates; ++r) {
            sum += outcomes[p * replicates + r];
            by_replicate[r] += outcomes[p * replicates + r] / points;
        }
        by_point.push_back(sum / draws);
        all += sum / draws / points;
    }
    double squares = 0.0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        for (std::size_t r = 0; r < replicates; ++r) {
            const double residual =
                outcomes[whole[i] * replicates + r] - by_point[i] - by_replicate[r] + all;
            squares += residual * residual;
        }
    }
    return squares / ((points - 1.0) * (draws - 1.0)) / draws;
}

Sensitivity sensitivity_of(const std::string& folder) {
    const std::string manifest_path = (fs::path(folder) / manifest_file).string();
    const SweepManifest manifest = read_manifest_file(manifest_path);
    Sensitivity result;
    result.design = manifest.design;
    result.replicates = manifest.replicates;
    result.trials = manifest.design.points;
    const DesignKind kind = manifest.design.kind;
    if (kind != DesignKind::sobol && kind != DesignKind::morris) {
        throw UserError(
            fmt::format("{}: a {} design has no indices (expected a sobol or a morris design)",
                        folder, enum_name(kind)));
    }
    if (samples_scenario(manifest.design, manifest.scenarios.size())) {
        result.factors.emplace_back("scenario");
    }
    for (const auto& factor : manifest.factors) {
        result.factors.push_back(factor.name);
    }
    const std::size_t factors = result.factors.size();
    const std::vector<std::string> inputs =
        read_design_inputs((fs::path(folder) / design_file).string());
    if (inputs.size() != points_of_design(manifest.design, factors)) {
        throw UserError(fmt::format("{}: {} has {} points, not {}", folder, design_file,
                                    inputs.size(), points_of_design(manifest.design, factors)));
    }
    const SweepRows rows(folder, manifest.identity);
    if (rows.empty()) {
        throw UserError(folder + ": no member is finished");
    }
    for (const MemberVariable& measure : manifest.measures) {
        if (measure.cells != 1) {
            result.left_out.push_back(measure.name);
            continue;
        }
        const std::vector<double> outcomes =
            rows.outcomes(measure.name, inputs, manifest.replicates);
        const std::vector<double> means = point_means(outcomes, manifest.replicates);
        MeasureSensitivity of{measure.name, measure.unit,
                              replicate_noise(outcomes, manifest.replicates)};
        if (kind == DesignKind::sobol) {
            of.sobol = sobol_indices(means, factors, sensitivity_resamples, manifest.design.seed);
        } else {
            of.morris = morris_effects(means, moves_of(manifest.design, factors), factors,
                                       sensitivity_resamples, manifest.design.seed);
        }
        of.words = sensitivity_words(result, of);
        result.measures.push_back(std::move(of));
    }
    return result;
}

}  // namespace sim
