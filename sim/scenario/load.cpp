// SPDX-License-Identifier: Apache-2.0
// The order that must hold: files are read and parsed; the model is chosen; its data are read, for
// labels come from them; layers are checked lowest first; what is wrong is thrown all at once.
#include "sim/scenario/load.hpp"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "sim/core/contract.hpp"
#include "sim/core/text.hpp"
#include "sim/model/run.hpp"
#include "sim/scenario/builder.hpp"
#include "sim/scenario/data_files.hpp"
#include "sim/scenario/layers.hpp"
#include "sim/scenario/overrides.hpp"
#include "sim/scenario/resolved.hpp"

namespace sim {

namespace {

namespace fs = std::filesystem;

// The model that the layers name; none, with problems, if they name no known one.
std::unique_ptr<Model> chosen_model(const LayerList& list, const std::string& file,
                                    const ModelCatalogue& models, Problems& problems) {
    std::string name;
    Place first;
    for (const Layer& layer : list.layers) {
        const YamlNode* node = layer.root.find("model");
        if (node == nullptr) {
            continue;
        }
        const NodeReader reader(layer.file, layer.origin, problems);
        const auto written = reader.name(*node, "model", models.names());
        if (!written) {
            return nullptr;
        }
        if (!name.empty() && name != *written) {
            reader.refuse(*node, fmt::format("the model is '{}' here", *written),
                          fmt::format("expected '{}' as in {}", name, first.text()));
            continue;
        }
        name = *written;
        first = reader.place(*node);
    }
    if (name.empty() && list.is_whole) {
        problems.add({{file},
                      "'model' is missing",
                      fmt::format("expected one of {}", listed(models.names()))});
    }
    return models.make(name);
}

// Where the model's data lie, and whether that is the shipped set.
struct DataSource {
    std::string folder{};
    bool is_shipped = true;
};
DataSource data_source(const std::vector<Layer>& layers, const Model& model,
                       const std::string& shipped_data) {
    const std::string shipped = model.default_data().empty()
                                    ? std::string()
                                    : (fs::path(shipped_data) / model.default_data()).string();
    DataSource source{shipped, true};
    for (const Layer& layer : layers) {
        const YamlNode* node = layer.root.find("data");
        if (node != nullptr && node->kind == NodeKind::scalar && !node->text.empty()) {
            source.folder = data_folder(layer.folder, node->text);
            std::error_code error;
            source.is_shipped = fs::equivalent(source.folder, shipped, error) && !error;
        }
    }
    return source;
}

// Each problem once (a file may be read by two ways), in the order of places, and not without end.
void throw_if_any(const Problems& problems) {
    std::set<std::string> seen;
    std::vector<Problem> unique;
    for (const Problem& problem : problems.list()) {
        if (seen.insert(problem.text()).second) {
            unique.push_back(problem);
        }
    }
    std::stable_sort(unique.begin(), unique.end(), [](const Problem& a, const Problem& b) {
        return std::tie(a.place.file, a.place.line, a.place.column) <
               std::tie(b.place.file, b.place.line, b.place.column);
    });
    if (unique.size() > most_shown_problems) {
        const std::size_t more = unique.size() - most_shown_problems;
        unique.resize(most_shown_problems);
        unique.push_back({{}, fmt::format("{} more errors are not shown", more)});
    }
    if (!unique.empty()) {
        throw UserError(std::move(unique));
    }
}

class Loader {
  public:
    Loader(const ModelCatalogue& models, const Overrides& overrides,
           const std::string& shipped_data)
        : models_(models), overrides_(overrides), shipped_data_(shipped_data) {}

    Problems& problems() { return problems_; }

    LoadedScenario load(const std::string& file, LayerList list) {
        LoadedScenario loaded;
        loaded.file = file;
        loaded.model = chosen_model(list, file, models_, problems_);
        OverrideLayers over = override_layers(overrides_, loaded.model.get(), problems_);
        list.layers.insert(list.layers.end(), std::make_move_iterator(over.layers.begin()),
                           std::make_move_iterator(over.layers.end()));
        DataSource source;
        std::exception_ptr unreadable;
        ModelView view{loaded.model.get(), std::nullopt};
        if (loaded.model != nullptr) {
            source = data_source(list.layers, *loaded.model, shipped_data_);
            try {
                fill(loaded, source, view);
            } catch (const IoError&) {
                unreadable = std::current_exception();
            }
        }
        ScenarioBuilder builder(view, problems_);
        for (const Layer& layer : list.layers) {
            builder.apply(layer);
        }
        for (const PolicyOverride& policy : over.policies) {
            builder.apply(policy);
        }
        loaded.scenario = builder.finish(file, list.is_whole);
        throw_if_any(problems_);
        if (unreadable) {
            std::rethrow_exception(unreadable);
        }
        complete(loaded, source);
        return loaded;
    }

  private:
    // Fills the model and learns its labels, unless its data have errors.
    void fill(LoadedScenario& loaded, const DataSource& source, ModelView& view) {
        Problems found;
        if (source.folder.empty() && !loaded.model->data_tables().empty()) {
            found.add({{loaded.file}, "'data' is missing", "expected the folder of the tables"});
        } else {
            auto texts =
                std::make_shared<DataTexts>(read_data(*loaded.model, source.folder, found));
            fill_tables(*loaded.model, *texts, found);
            loaded.data_texts = std::move(texts);
        }
        if (found.empty()) {
            view.scope_dimensions = loaded.model->scope_dimensions();
        }
        problems_.add(found);
    }

    static void complete(LoadedScenario& loaded, const DataSource& source) {
        SIM_ENSURE(loaded.model != nullptr && loaded.data_texts != nullptr);
        if (source.is_shipped) {
            loaded.scenario.data.clear();
        }
        assign_parameters(*loaded.model, loaded.scenario);
        loaded.resolved = resolved_text(loaded.scenario, *loaded.model, ResolvedFor::people);
        loaded.scenario_hash =
            text_hash(resolved_text(loaded.scenario, *loaded.model, ResolvedFor::hash));
        loaded.data_hash = data_hash(*loaded.data_texts);
        for (const DataTexts::File& data : loaded.data_texts->files) {
            loaded.data_files.push_back(data.path);
        }
    }

    const ModelCatalogue& models_;
    const Overrides& overrides_;
    const std::string& shipped_data_;
    Problems problems_{};
};

}  // namespace

LoadedScenario load_scenario(const std::string& file, const ModelCatalogue& models,
                             const Overrides& overrides, const std::string& shipped_data) {
    Loader loader(models, overrides, shipped_data);
    return loader.load(file, read_layers(file, loader.problems()));
}

LoadedScenario load_scenario_text(std::string_view text, const std::string& name,
                                  const ModelCatalogue& models, const Overrides& overrides,
                                  const std::string& shipped_data) {
    Loader loader(models, overrides, shipped_data);
    return loader.load(name, read_layers_text(text, name, loader.problems()));
}

std::unique_ptr<Model> make_model(const LoadedScenario& loaded, const ModelCatalogue& models) {
    SIM_EXPECT(loaded.data_texts != nullptr);
    std::unique_ptr<Model> model = models.make(loaded.scenario.model);
    Problems problems;
    fill_tables(*model, *loaded.data_texts, problems);
    SIM_ENSURE(problems.empty());
    return model;
}

}  // namespace sim
