// SPDX-License-Identifier: Apache-2.0
// A program of its own with one model: a table, a phase, an output.
#include "counter.hpp"

#include "sim/cli/command_line.hpp"

namespace counting {

void register_outputs(sim::OutputCatalogue&);
void register_instruments(sim::InstrumentCatalogue&);

class Count final : public sim::Phase {
  public:
    explicit Count(const sim::World& world) : Phase("count", "Counts one more."), rows_(world) {}

    void run(const sim::Tick& tick) override {
        for_each_row(tick, rows_, [&](CounterId c, sim::Rng&) { ++count_[c]; });
    }

  private:
    sim::Rows<CounterTable> rows_;
    sim::Write<&CounterTable::count> count_{*this};
};

class Counting final : public sim::Model {
  public:
    Counting() : Model("counting", "Counts the quarters.") {
        world().add<CounterTable>();
        schedule().add<Count>(world());
        register_outputs(output_list());
        register_instruments(instrument_list());
    }
    std::vector<sim::Dimension> dimensions() const override { return {}; }
    void prepare(const sim::InitialContext&) override { world().table<CounterTable>().reserve(1); }
    void initialise(const sim::InitialContext&) override {
        world().table<CounterTable>().append(1);
    }
};

}  // namespace counting

int main(int argc, char** argv) {
    sim::ModelCatalogue models;
    models.add([] { return std::make_unique<counting::Counting>(); });
    return sim::run_command_line(argc, argv, models);
}
