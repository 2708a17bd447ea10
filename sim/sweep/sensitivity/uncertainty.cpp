// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/sensitivity/uncertainty.hpp"

#include <filesystem>
#include <optional>

#include <fmt/format.h>

#include "sim/core/contract.hpp"
#include "sim/core/error.hpp"
#include "sim/sweep/experiment/crossed_design.hpp"
#include "sim/sweep/sensitivity/sensitivity.hpp"
#include "sim/sweep/sensitivity/sweep_rows.hpp"
#include "sim/sweep/store/sweep_folder.hpp"

namespace sim {

namespace {

namespace fs = std::filesystem;

StructureLevels levels_of(const SweepManifest& manifest) {
    StructureLevels levels;
    for (const auto& factor : manifest.factors) {
        levels.push_back(factor.path.starts_with(structure_path) ? factor.levels : 0);
    }
    return levels;
}

// Where the points of a design stand in the table of structures and settings.
struct Places {
    CrossedTable table{};
    std::vector<std::size_t> point{};  // [structure][setting], of the design without scenarios
};

// Every combination of structures with every combination of other values, in the factors' order.
Places factorial_places(const SweepManifest& manifest, const StructureLevels& structures,
                        std::size_t points) {
    Places places;
    places.table.structures = combinations_of(structures);
    places.table.settings = points / places.table.structures;
    places.table.all_structures = places.table.structures;
    places.table.all_settings = places.table.settings;
    places.point.resize(points);
    for (std::size_t p = 0; p < points; ++p) {
        std::size_t rest = p;
        std::size_t structure = 0, setting = 0, structure_step = 1, setting_step = 1;
        for (std::size_t k = structures.size(); k-- > 0;) {
            const std::size_t levels = manifest.factors[k].levels;
            if (structures[k] > 0) {
                structure += rest % levels * structure_step;
                structure_step *= levels;
            } else {
                setting += rest % levels * setting_step;
                setting_step *= levels;
            }
            rest /= levels;
        }
        places.point[structure * places.table.settings + setting] = p;
    }
    return places;
}

Places places_of(const SweepManifest& manifest, std::size_t points) {
    const StructureLevels structures = levels_of(manifest);
    if (manifest.design.kind == DesignKind::factorial) {
        return factorial_places(manifest, structures, points);
    }
    Places places;
    if (manifest.design.kind == DesignKind::crossed) {
        places.table.structures = structures_of_design(manifest.design, structures);
        places.table.all_structures = combinations_of(structures);
        places.table.blocks = crossed_blocks;
    }
    places.table.settings = points / places.table.structures;
    for (std::size_t p = 0; p < points; ++p) {
        places.point.push_back(p);
    }
    return places;
}

// [structure][setting][replicate] of one scenario, less another's if there is one.
std::vector<double> table_of(const std::vector<double>& outcomes, const SweepManifest& manifest,
                             const Places& places, std::size_t scenario,
                             std::optional<std::size_t> base) {
    const std::size_t scenarios = manifest.scenarios.size();
    std::vector<double> table;
    for (const std::size_t point : places.point) {
        for (std::size_t r = 0; r < manifest.replicates; ++r) {
            const auto at = [&](std::size_t s) {
                return outcomes[(point * scenarios + s) * manifest.replicates + r];
            };
            table.push_back(at(scenario) - (base ? at(*base) : 0.0));
        }
    }
    return table;
}

}  // namespace

bool tells_uncertainty(DesignKind kind) {
    return kind != DesignKind::sobol && kind != DesignKind::morris;
}

DesignKind design_of(const std::string& folder) {
    return read_manifest_file((fs::path(folder) / manifest_file).string()).design.kind;
}

Uncertainty uncertainty_of(const std::string& folder) {
    const SweepManifest manifest = read_manifest_file((fs::path(folder) / manifest_file).string());
    SIM_EXPECT(tells_uncertainty(manifest.design.kind));
    require(manifest.replicates >= 2,
            fmt::format("{}: one replicate: chance cannot be told from what parameters do "
                        "(expected two replicates or more)",
                        folder));
    const std::vector<std::string> inputs =
        read_design_inputs((fs::path(folder) / design_file).string());
    const std::size_t scenarios = manifest.scenarios.size();
    require(!inputs.empty() && inputs.size() % scenarios == 0 && inputs.size() == manifest.points,
            fmt::format("{}: {} has {} points, not {}", folder, design_file, inputs.size(),
                        manifest.points));
    Places places = places_of(manifest, inputs.size() / scenarios);
    places.table.replicates = manifest.replicates;
    require(places.table.structures * places.table.settings == places.point.size(),
            fmt::format("{}: {} does not have the points of its design", folder, design_file));
    const SweepRows rows(folder, manifest.identity);
    require(!rows.empty(), folder + ": no member is finished");
    Uncertainty result;
    result.design = manifest.design;
    result.structures = places.table.structures;
    result.settings = places.table.settings;
    result.replicates = manifest.replicates;
    for (const auto& factor : manifest.factors) {
        (factor.path.starts_with(structure_path) ? result.structure_factors
                                                 : result.parameter_factors)
            .push_back(factor.name);
    }
    for (const MemberVariable& measure : manifest.measures) {
        if (measure.cells != 1) {
            result.left_out.push_back(measure.name);
            continue;
        }
        const std::vector<double> outcomes =
            rows.outcomes(measure.name, inputs, manifest.replicates);
        const auto add = [&](std::size_t scenario, std::optional<std::size_t> base) {
            UncertainOutcome of{measure.name, measure.unit, manifest.scenarios[scenario]};
            of.base = base ? manifest.scenarios[*base] : "";
            of.parts = variance_parts(table_of(outcomes, manifest, places, scenario, base),
                                      places.table, sensitivity_resamples, manifest.design.seed);
            of.words = uncertainty_words(result, of);
            result.outcomes.push_back(std::move(of));
        };
        for (std::size_t s = 0; s < scenarios; ++s) {
            add(s, std::nullopt);
        }
        for (std::size_t s = 1; s < scenarios; ++s) {
            add(s, 0);
        }
    }
    return result;
}

}  // namespace sim
