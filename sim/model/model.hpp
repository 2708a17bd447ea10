// SPDX-License-Identifier: Apache-2.0
// What a model is to the engine: declarations (parameters, data tables, dimensions, instruments,
// outputs), a world of tables, a schedule and an initial state. One object is one replicate.
// Link the `tandem` library with a model of your own and hand it to run_command_line to get every
// verb, file format and executor for it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/error.hpp"
#include "sim/data/data_table.hpp"
#include "sim/model/comparison_spec.hpp"
#include "sim/model/feedback.hpp"
#include "sim/model/odd.hpp"
#include "sim/model/scenario.hpp"
#include "sim/output/record.hpp"
#include "sim/params/registry.hpp"
#include "sim/policy/catalogue.hpp"
#include "sim/schedule/schedule.hpp"

namespace sim {

// What the initial state may depend on besides parameters and data.
struct InitialContext {
    const Scenario* scenario;  // its origin: no policies, no outputs
    Tick tick;                 // of the quarter before the first simulated one
    std::uint32_t replicate = 0;
};

// Labels of the ledger: its regions, of which the last stands for the nation, and its accounts.
struct LedgerLabels {
    std::vector<std::string> regions{};
    std::vector<std::string> accounts{};
};

class Model {
  public:
    Model(std::string_view name, std::string_view doc) : name_(name), doc_(doc) {}
    Model(const Model&) = delete;
    Model& operator=(const Model&) = delete;
    virtual ~Model() = default;

    std::string_view name() const { return name_; }
    std::string_view doc() const { return doc_; }

    // ---- Declarations; filled by the constructor, true before any data is read.
    const ParamRegistry& params() const { return params_; }
    const std::vector<DataTable*>& data_tables() const { return data_; }
    // The shipped data set's folder under scenarios/data ("china"); empty if the model needs none.
    virtual std::string_view default_data() const { return {}; }
    const InstrumentCatalogue& instruments() const { return instruments_; }
    const OutputCatalogue& outputs() const { return outputs_; }
    const World& world() const { return world_; }
    const Schedule& schedule() const { return schedule_; }
    // What comparisons of scenarios show; without columns they show the headline variables.
    virtual ComparisonSpec comparison() const { return {}; }
    // What a comparison may freeze. Called where a run is made and for pages: true before any data
    // are read, but for what `put_back` looks up while it runs.
    virtual std::vector<Feedback> feedbacks() const { return {}; }
    // Slots, tables and outputs a page may need are all reachable from the above.
    // What is to be said beside the declarations; a model without words of its own has none.
    virtual OddAccount odd() const { return {}; }

    // ---- True once data tables are filled and parameters assigned: labels may come from both.
    virtual std::vector<Dimension> dimensions() const = 0;
    // Dimensions that `where` of policies accepts, by the key used there ("province").
    virtual std::vector<Dimension> scope_dimensions() const { return {}; }
    // What comparisons ask about each person; without outcomes nobody is compared.
    virtual PeopleSpec people() const { return {}; }
    // A model that names accounts has a FlowTable and an AccountTable in its world; the engine
    // records both.
    virtual LedgerLabels ledger_labels() const { return {}; }
    // Causes are ordinary business and the instruments in catalogue order.
    LedgerShape ledger_shape() const {
        const LedgerLabels labels = ledger_labels();
        return {labels.regions.size(), labels.accounts.size(), 1 + instruments_.entries().size()};
    }
    // Problems of data, parameters or scenario that only the model can see; all at once.
    virtual void check(const Scenario&, Problems&) const {}
    // The last quarter whose recorded numbers a calibration may use; none if there is no limit.
    virtual std::optional<Quarter> last_record(const Scenario&) const { return std::nullopt; }

    // ---- Running. Parameters are assigned, data filled; a run starts with prepare and then either
    // initialise or a saved state, once. The schedule is bound afterwards.
    // What every start needs: all values kept outside the world, derived from data and parameters,
    // and room in every table (reserve). Small tables that these values come with may be filled
    // here too; a saved state replaces all rows of all tables afterwards, so nothing made here may
    // depend on what changes during a run.
    virtual void prepare(const InitialContext&) {}
    // Appends and fills the rows that prepare left out, which may be expensive. Must leave nothing
    // behind but rows: after a saved state was read it is not called.
    virtual void initialise(const InitialContext& context) = 0;
    virtual void panel_columns(std::vector<EventColumn>&) const {}
    // Appends this quarter's panel rows (values[column]) of persons drawn with `share`; the panel's
    // first two columns, replicate and time, are the recorder's.
    virtual void record_panel(const Tick&, double /*share*/,
                              std::vector<std::vector<double>>& /*values*/) const {}
    // What the run made of each person, at its end; only where people() has outcomes.
    virtual Portrait portrait(const Tick&) const { return {}; }
    // Rules that must hold at the end of every quarter; returns what is broken, or nothing.
    virtual std::string broken_invariant(const Tick&) const { return {}; }

    Schedule& schedule() { return schedule_; }
    World& world() { return world_; }

  protected:
    void declare(ParamBlock& block) { params_.add(block); }
    void declare(DataTable& table) { data_.push_back(&table); }
    InstrumentCatalogue& instrument_list() { return instruments_; }
    OutputCatalogue& output_list() { return outputs_; }

  private:
    std::string_view name_;
    std::string_view doc_;
    ParamRegistry params_;
    std::vector<DataTable*> data_;
    InstrumentCatalogue instruments_;
    OutputCatalogue outputs_;
    World world_;
    Schedule schedule_;
};

using ModelFactory = std::function<std::unique_ptr<Model>()>;

// The models that a program offers, by name.
class ModelCatalogue {
  public:
    void add(ModelFactory factory) {
        std::string name(factory()->name());
        entries_.push_back({std::move(name), std::move(factory)});
    }
    std::unique_ptr<Model> make(std::string_view name) const {
        for (const Entry& entry : entries_) {
            if (entry.name == name) {
                return entry.make();
            }
        }
        return nullptr;
    }
    std::vector<std::string> names() const {
        std::vector<std::string> names;
        for (const Entry& entry : entries_) {
            names.push_back(entry.name);
        }
        return names;
    }

  private:
    struct Entry {
        std::string name;
        ModelFactory make;
    };
    std::vector<Entry> entries_;
};

}  // namespace sim
