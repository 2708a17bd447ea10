// SPDX-License-Identifier: Apache-2.0
// Regions of the pilot of R17b: a measure raises the level of region r by t0 + t1 · z_r, more by a
// bonus while it belongs to a pilot, which treats the regions with z > 0. Levels also differ by
// region, season and year; a count grows by the same share everywhere.
#pragma once

#include <string>

#include "sim/model/model.hpp"
#include "sim/random/normal.hpp"
#include "sim/scenario/load.hpp"

namespace sim::testing {

inline constexpr std::size_t pilot_regions = 4'000;
inline double affluence_of(std::size_t region) {
    return normal_quantile((static_cast<double>(region) + 0.5) / pilot_regions);
}

using PlaceId = Id<struct PlaceTag>;
struct PlaceTable final : Table {
    SIM_TABLE(PlaceTable, PlaceId, "place", "Regions.");
    SIM_COLUMN(double, level, unit::score, "What the measure raises.");
    SIM_COLUMN(double, people, unit::persons, "Grows everywhere alike; the measure adds a tenth.");
    SIM_COLUMN(double, bonus, unit::share, "Effort while a pilot runs here.");
    SIM_COLUMN(std::uint8_t, is_pilot, unit::none, "1 while a pilot runs here.");
};

inline constexpr Slot pilot_slot{"pilots", "Where pilots say where they run."};
inline constexpr Slot measure_slot{"measures", "Where measures act."};

class StartQuarter final : public Phase {
  public:
    explicit StartQuarter(World&) : Phase("start_quarter", "Levels without measures.") {}
    void run(const Tick& tick) override {
        for (std::size_t r = 0; r < pilot_regions; ++r) {
            const double z = affluence_of(r);
            const double years = (tick.now() - Quarter(2022, 3)) / 4.0;
            level_.data()[r] = 3.0 + 0.7 * z + 0.2 * tick.now().quarter() + 0.3 * years;
            people_.data()[r] = 100'000.0 * (1.0 + (z > 0.0 ? 1.0 : 0.0)) * (1.0 + years);
            bonus_.data()[r] = 0.0;
            is_pilot_.data()[r] = 0;
        }
    }

  private:
    Write<&PlaceTable::level> level_{*this};
    Write<&PlaceTable::people> people_{*this};
    Write<&PlaceTable::bonus> bonus_{*this};
    Write<&PlaceTable::is_pilot> is_pilot_{*this};
};

class RicherFirst final : public Instrument {
  public:
    RicherFirst()
        : Instrument({.doc = "A pilot of the regions above the mean.",
                      .slot = pilot_slot,
                      .payer = "none",
                      .responds = "level",
                      .is_pilot = true,
                      .treated_in = "treated"}) {}
    SIM_PARAM(double, bonus, 0.3, .unit = unit::share, .range = {0.0, 1.0}, .doc = "Effort.",
              .source = assumed("R17b"));

    void run(const Tick& tick) override {
        PilotArea& area = *commitment().pilot;
        area.dimension = "region";
        area.places.assign(pilot_regions, false);
        for (std::size_t r = 0; r < pilot_regions; ++r) {
            area.places[r] = affluence_of(r) > 0.0;
            if (area.places[r] && strength(tick) > 0.0) {
                is_pilot_.data()[r] = 1;
                bonus_.data()[r] = bonus;
            }
        }
    }

  private:
    Write<&PlaceTable::bonus> bonus_{*this};
    Write<&PlaceTable::is_pilot> is_pilot_{*this};
};

class RaiseLevel final : public Instrument {
  public:
    RaiseLevel()
        : Instrument({.doc = "Raises the level, more in richer regions.",
                      .slot = measure_slot,
                      .payer = "none",
                      .responds = "level"}) {}
    SIM_PARAM(double, mean, 1.0, .range = {0.0, 10.0}, .doc = "t0.", .source = assumed("R17b"));
    SIM_PARAM(double, slope, 0.25, .range = {0.0, 10.0}, .doc = "t1.", .source = assumed("R17b"));

    void run(const Tick& tick) override {
        for (std::size_t r = 0; r < pilot_regions; ++r) {
            if (applies("region", r)) {
                const double x = strength(tick);
                const double gain = is_piloted() ? 1.0 + bonus_.data()[r] : 1.0;
                level_.data()[r] += x * (mean + slope * affluence_of(r)) * gain;
                people_.data()[r] *= 1.0 + 0.1 * x;
            }
        }
    }

  private:
    Read<&PlaceTable::bonus> bonus_{*this};
    Write<&PlaceTable::level> level_{*this};
    Write<&PlaceTable::people> people_{*this};
};

class Places final : public Output {
  public:
    Places()
        : Output(std::vector<OutputVariable>{
              {"level_national", {.dims = {}, .doc = "Mean level.", .headline = true}},
              {"level", {.dims = {"region"}, .doc = "Level."}},
              {"people",
               {.unit = unit::persons,
                .dims = {"region"},
                .doc = "People.",
                .measure = Measure::count,
                .headline = true}},
              {"treated",
               {.dims = {"region"}, .doc = "1 in a pilot.", .measure = Measure::count}}}) {}
    void record(const Tick&, Sink& out) const override {
        for (std::size_t r = 0; r < pilot_regions; ++r) {
            out.value(1, level_.data()[r], r);
            out.value(2, people_.data()[r], r);
            out.value(3, is_pilot_.data()[r], r);
        }
        out.value(0, level_.data()[0]);
    }

  private:
    Read<&PlaceTable::level> level_{*this};
    Read<&PlaceTable::people> people_{*this};
    Read<&PlaceTable::is_pilot> is_pilot_{*this};
};

class PilotModel final : public Model {
  public:
    PilotModel() : Model("regions", "Regions with a pilot.") {
        world().add<PlaceTable>();
        schedule().add<StartQuarter>(world());
        schedule().slot(pilot_slot);
        schedule().slot(measure_slot);
        instrument_list().add("raise_level", [] { return std::make_unique<RaiseLevel>(); });
        instrument_list().add("richer_first", [] { return std::make_unique<RicherFirst>(); });
        output_list().add("places", [] {
            auto output = std::make_unique<Places>();
            output->name_as("places");
            return output;
        });
    }
    std::vector<Dimension> dimensions() const override {
        Dimension regions{"region", {}, "Region.", {}};
        for (std::size_t r = 0; r < pilot_regions; ++r) {
            regions.labels.push_back(std::to_string(r));
        }
        return {regions};
    }
    void prepare(const InitialContext&) override {
        world().table<PlaceTable>().reserve(pilot_regions);
    }
    void initialise(const InitialContext&) override {
        world().table<PlaceTable>().append(pilot_regions);
    }
};

inline ModelCatalogue pilot_models() {
    ModelCatalogue models;
    models.add([] { return std::make_unique<PilotModel>(); });
    return models;
}

// Four years, with more lines of a scenario behind.
inline LoadedScenario pilot_scenario(const ModelCatalogue& models, const std::string& more = {}) {
    return load_scenario_text(
        "model: regions\ntime: {start: 2022Q3, end: 2026Q2, spin_up_years: 0}\nreplicates: 2\n" +
            more,
        "pilot.yaml", models, {}, "");
}

}  // namespace sim::testing
