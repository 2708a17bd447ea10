// SPDX-License-Identifier: Apache-2.0
// Checks layers and lays them over each other: apply() for each, lowest first, then finish(). A
// value that does not fit adds a problem and changes nothing, so an override never hides an error.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/error.hpp"
#include "sim/model/model.hpp"
#include "sim/model/scenario.hpp"
#include "sim/scenario/layers.hpp"
#include "sim/scenario/scenario_keys.hpp"

namespace sim {

// What is known of the model when layers are checked. Without a model only common keys are checked;
// without labels (their data could not be read) names in `where` are taken as they are.
struct ModelView {
    const Model* model = nullptr;
    std::optional<std::vector<Dimension>> scope_dimensions{};
};

// `policies.LABEL.KEY=value` of a --set.
struct PolicyOverride {
    Layer layer;        // holds the value as its root
    std::string label;  // may be unknown
    std::string key;    // "start", "where.province", a parameter of the instrument
};

class ScenarioBuilder {
  public:
    ScenarioBuilder(ModelView view, Problems& problems);
    ~ScenarioBuilder();

    void apply(const Layer& layer);
    void apply(const PolicyOverride& override);
    // Completes defaults and checks what only the whole can show. `is_whole`: whether something
    // missing is an error, or may stand in a file that could not be read.
    Scenario finish(const std::string& file, bool is_whole);

    // Where the value of a path ("time.end", "policies.LABEL") was last given.
    std::optional<Place> place_of(const std::string& path) const;

  private:
    struct Draft;  // a policy before its defaults are known

    // validate.cpp
    void apply_entry(const NodeReader& reader, const Layer& layer, const YamlNode& entry);
    void apply_seed(const NodeReader& reader, const YamlNode& node);
    void apply_scale(const NodeReader& reader, const YamlNode& node);
    void apply_title(const NodeReader& reader, const YamlNode& node);
    void apply_data(const NodeReader& reader, const Layer& layer, const YamlNode& node);
    void apply_time(const NodeReader& reader, const YamlNode& node);
    void apply_output(const NodeReader& reader, const YamlNode& node);
    void apply_only(const NodeReader& reader, const YamlNode& node);
    void apply_parameters(const NodeReader& reader, const YamlNode& node);
    void apply_structures(const NodeReader& reader, const YamlNode& node);
    void apply_parameter(const NodeReader& reader, const YamlNode& node, const ParamBase* param,
                         const std::string& name, const std::vector<std::string>& known);
    void finish_time(const std::string& file, bool is_whole);

    // policies.cpp
    void apply_policies(const NodeReader& reader, const YamlNode& node);
    std::unique_ptr<Draft> read_policy(const NodeReader& reader, const YamlNode& node);
    std::string read_label(const NodeReader& reader, const YamlNode& policy,
                           const std::string& instrument) const;
    void set_policy_key(const NodeReader& reader, Draft& draft, const YamlNode& value,
                        const std::string& key);

    // budgets.cpp
    std::optional<Budget> read_budget(const NodeReader& reader, const YamlNode& node,
                                      const std::optional<Budget>& before) const;
    void apply_budget(const NodeReader& reader, const YamlNode& node);
    bool keeps_budgets() const;
    std::vector<std::string> payers() const;

    // policy_scope.cpp
    void set_where(const NodeReader& reader, Draft& draft, const YamlNode& where) const;
    void set_where_part(const NodeReader& reader, Draft& draft, const YamlNode& part) const;
    void set_labels(const NodeReader& reader, Draft& draft, const YamlNode& part) const;
    void set_below(const NodeReader& reader, Draft& draft, const YamlNode& below) const;

    // overrides.cpp
    void override_policy(const NodeReader& reader, Draft& draft, const PolicyOverride& override);
    void check_periods() const;
    void check_pilots() const;

    // The scenario as it stands, with the defaults of its policies filled in.
    Scenario composed() const;
    // What only the model can see; also once for each file, which must be right by itself.
    void check_by_model(const std::string& file);
    void note_place(const NodeReader& reader, const std::string& path, const YamlNode& node);

    ModelView view_;
    Problems& problems_;
    RunKeys run_keys_;
    PolicyKeys policy_keys_;
    Scenario scenario_{};
    std::vector<std::unique_ptr<Draft>> drafts_{};
    std::map<std::string, Place> places_{};
    bool is_period_refused_ = false;
};

}  // namespace sim
