// SPDX-License-Identifier: Apache-2.0
#include "tests/support/toy_model.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace sim::testing {

namespace {

enum class Mechanism { serial, parallel, none };
enum class WageGap { penalty, premium };
enum class Sector { farming, services };

struct ToyParams final : ParamBlock {
    SIM_PARAMS(ToyParams, "toy", "Parameters of every kind.");
    SIM_PARAM(double, exit_rate, 0.1, .unit = unit::share_per_year, .range = {0.0, 1.0},
              .doc = "Share that leaves in a year.", .source = assumed("toy"));
    SIM_PARAM(double, grant, 3000.0, .unit = unit::yuan_per_student_year, .range = {0.0, 1e6},
              .doc = "Public money per student.", .source = recorded("regions.csv", "column x"));
    SIM_PARAM(int, pension_age, 60, .unit = unit::year, .range = {50, 70},
              .doc = "Age at the end of work.", .source = cited("someone2020", "table 1"));
    SIM_PARAM(bool, is_open, false, .doc = "Whether people move in.",
              .source = calibrated("migration"));
    SIM_PARAM(Mechanism, mechanism, Mechanism::serial, .doc = "How seats are given away.",
              .source = assumed("toy"));
    SIM_PARAM(double, free_number, -0.5, .doc = "Any number.", .source = assumed("toy"));
};

struct ToyStructures final : ParamBlock {
    SIM_PARAMS(ToyStructures, "structures", "Which mechanisms are in force.");
    SIM_PARAM(WageGap, wage_gap, WageGap::premium, .doc = "The sign of the wage gap.",
              .source = assumed("toy"));
};

struct RegionTable final : DataTable {
    RegionTable() : DataTable(toy_data_file, "People by province.") {}
    DataColumn<std::string> province{*this, "province", unit::none, "Name."};
    DataColumn<std::int64_t> persons{*this, "persons", unit::persons, "People.", {0, 1e9}};
};

using PersonId = Id<struct PersonTag>;
struct PersonTable final : Table {
    SIM_TABLE(PersonTable, PersonId, "person", "Persons.");
    SIM_COLUMN(std::uint32_t, age, unit::quarter, "Age in quarters.");
    SIM_COLUMN(double, money, unit::yuan, "Money received so far.");
};

constexpr Slot subsidy_slot{"subsidies", "Where subsidies are paid."};

class Ageing final : public Phase {
  public:
    explicit Ageing(World& world) : Phase("ageing", "Everyone grows older."), rows_(world) {}
    void run(const Tick& tick) override {
        for_each_row(tick, rows_, [&](PersonId p, Rng&) { age_[p] += 1; });
    }

  private:
    Rows<PersonTable> rows_;
    Write<&PersonTable::age> age_{*this};
};

class Subsidy final : public Instrument {
  public:
    Subsidy()
        : Instrument({.doc = "Pays everyone.",
                      .slot = subsidy_slot,
                      .article = "1",
                      .family = "funding",
                      .payer = "central",
                      .responds = "mean_money",
                      .where = {"province", "sector", "below.income"}}) {}

    SIM_PARAM(double, amount, 100.0, .unit = unit::yuan_per_person_year, .range = {0.0, 1e5},
              .doc = "Money per person.", .source = assumed("toy"));
    SIM_PARAM(Mechanism, kind, Mechanism::none, .doc = "How it is shared out.",
              .source = assumed("toy"));

    void run(const Tick& tick) override { money_.data()[0] += amount / 4 * strength(tick); }

  private:
    Scatter<&PersonTable::money> money_{*this};
};

class Campaign final : public Instrument {
  public:
    Campaign()
        : Instrument({.doc = "Talks.",
                      .slot = subsidy_slot,
                      .article = "2",
                      .family = "culture",
                      .payer = "city",
                      .responds = "mean_money"}) {}
    void run(const Tick&) override {}
};

class MeanMoney final : public Output {
  public:
    MeanMoney() : Output({.unit = unit::yuan, .doc = "Mean money.", .headline = true}) {}
    void record(const Tick&, Sink& out) const override { out.push(money_.data()[0]); }

  private:
    Read<&PersonTable::money> money_{*this};
};

class ToyModel final : public Model {
  public:
    ToyModel() : Model("toy", "A model for tests.") {
        declare(params_);
        declare(structures_);
        declare(regions_);
        instrument_list().add("subsidy", [] { return std::make_unique<Subsidy>(); });
        instrument_list().add("campaign", [] { return std::make_unique<Campaign>(); });
        output_list().add("mean_money", [] {
            auto output = std::make_unique<MeanMoney>();
            output->name_as("mean_money");
            return output;
        });
        world().add<PersonTable>();
        world().add<BudgetTable>();
        schedule().add<Ageing>(world());
        schedule().slot(subsidy_slot);
    }

    std::string_view default_data() const override { return "toy_data"; }
    std::vector<Dimension> dimensions() const override { return scope_dimensions(); }
    std::vector<Dimension> scope_dimensions() const override {
        return {{"province", regions_.province.cells(), "Provinces."},
                dimension_of<Sector>("sector", "Sectors.")};
    }
    void check(const Scenario& scenario, Problems& problems) const override {
        if (scenario.end > Quarter(2038, 4)) {
            problems.add(
                {{"time.end"}, scenario.end.text() + " is too late", "expected 2038Q4 or earlier"});
        }
    }
    void prepare(const InitialContext&) override {
        world().table<PersonTable>().reserve(10);
        world().table<BudgetTable>().reserve(4);
    }
    void initialise(const InitialContext&) override { world().table<PersonTable>().append(10); }

  private:
    ToyParams params_;
    ToyStructures structures_;
    RegionTable regions_;
};

class OtherModel final : public Model {
  public:
    OtherModel() : Model("other", "A model without anything.") {}
    std::vector<Dimension> dimensions() const override { return {}; }
    void initialise(const InitialContext&) override {}
};

}  // namespace

ModelCatalogue toy_models() {
    ModelCatalogue models;
    models.add([] { return std::make_unique<ToyModel>(); });
    models.add([] { return std::make_unique<OtherModel>(); });
    return models;
}

TemporaryFolder::TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "tandem-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) {
        throw std::runtime_error("no temporary folder can be made");
    }
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
}

std::string TemporaryFolder::write(const std::string& name, std::string_view text) const {
    const std::filesystem::path path = std::filesystem::path(path_) / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
}

std::string make_toy_data(const TemporaryFolder& folder) {
    folder.write(std::string("data/toy_data/") + toy_data_file, toy_data_text);
    return folder.path() + "/data";
}

}  // namespace sim::testing
