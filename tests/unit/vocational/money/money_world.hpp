// SPDX-License-Identifier: Apache-2.0
// The small world with money: students by programme as a test sets them, one policy, governments
// that carry out four fifths of their plans. Governments: 0 central, 1 and 2 the provinces, 3 to 5
// the cities.
#pragma once

#include "models/vocational/invariants.hpp"
#include "models/vocational/money/policy_purse.hpp"
#include "models/vocational/phases/quarter_ledger.hpp"
#include "tests/unit/vocational/outputs/small_world.hpp"

namespace vocational_test {

inline constexpr SchoolId general_school{0};
inline constexpr SchoolId vocational_school{1};
inline constexpr TrackCellId general_in_west = track_cell(western, Track::general_high);

class MoneyWorld : public SmallWorld {
  public:
    MoneyWorld() {
        setting().base_year = 2022;
        table<sim::PolicyTable>().append(1);
        add_rows<FirmTable>(1);
        auto& schools = table<SchoolTable>();
        constexpr std::array<std::uint32_t, 4> first{0, 1, 3, 4};
        constexpr std::array<std::uint32_t, 4> count{1, 2, 1, 1};
        for (std::size_t s = 0; s < first.size(); ++s) {
            schools.first_programme[s] = first[s];
            schools.programmes[s] = count[s];
        }
        auto& weights = table<FieldWeightTable>().weight;
        std::fill_n(weights.data(), tracks * fields, 1.0);
        set_fidelity(0.8F);
        auto& rules = table<TrackMoneyTable>();
        const std::size_t cell = general_in_west.row();
        rules.formula_amount[cell] = 16'000.0;
        rules.central_share[cell] = 0.1;
        rules.province_share[cell] = 0.3;
        rules.tuition[cell] = 2'000.0;
        rules.waived_share[cell] = 0.5;
        rules.fee_replacement[cell] = 0.9;
        rules.living[cell] = 1'000.0;
        rules.other_income[cell] = 400.0;
        rules.poor_grant[cell] = 1'000.0;
    }

    // Of the general high school in the west; agents.
    void set_students(std::int32_t students, std::int32_t poor) {
        table<ProgrammeTable>().enrolled[general_class.row()] = students;
        table<SchoolMoneyTable>().poor_students[general_school.row()] = poor;
    }
    void set_fidelity(float share) {
        for (std::size_t g = 0; g < table<GovernmentTable>().end_row(); ++g) {
            table<GovernmentTable>().fidelity[g] = share;
            table<GovernmentStateTable>().fidelity_at_base[g] = share;
        }
    }
    void run(sim::Phase& phase, sim::Quarter now) {
        phase.bind(world());
        phase.run(tick_of(now));
    }
    void open() {
        OpenLedger phase(setting());
        run(phase, {2022, 3});
    }
    void close() {
        CloseLedger phase(setting());
        run(phase, {2022, 3});
    }
    std::string broken() {
        return broken_account(setting(), {table<sim::AccountTable>(), table<GovernmentTable>(),
                                          table<SchoolStateTable>(), table<FirmStateTable>(),
                                          table<PracticeCentreTable>()});
    }
    std::int64_t flow_of(ProvinceId region, Account payer, Account payee,
                         sim::FlowKind kind = sim::FlowKind::recurrent, std::size_t cause = 0) {
        return table<sim::FlowTable>()
            .amount[setting().ledger.cell(flow(region, payer, payee, kind, cause))];
    }
    std::int64_t balance(SchoolId school) {
        return table<SchoolStateTable>().balance[school.row()];
    }
    std::int64_t balance(GovernmentId government) {
        return table<GovernmentTable>().balance[government.row()];
    }

  private:
    template <class T>
    void add_rows(std::size_t count) {
        T& made = world().add<T>();
        made.reserve(count);
        made.append(count);
    }
};

// An instrument that does nothing but pay.
class PayingInstrument final : public sim::Instrument {
  public:
    PayingInstrument() : Instrument({.doc = "Pays."}) {}
    void run(const sim::Tick&) override {}

    // Committed for 2022Q3 to 2030Q4 as the first instrument of the ledger.
    void join(MoneyWorld& world, std::optional<sim::Budget> budget = {}) {
        sim::Commitment commitment{"pays", {2022, 3}, {2030, 4}};
        commitment.budget = std::move(budget);
        commitment.row = sim::PolicyId(0);
        commitment.cause = 1;
        commitment.ledger_shape = world.setting().ledger;
        commit("pays", commitment);
        bind(world.world());
    }

    PolicyPurse purse{*this};
};

}  // namespace vocational_test
