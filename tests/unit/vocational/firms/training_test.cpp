// SPDX-License-Identifier: Apache-2.0
// Training from the firm's decision to the reserved post, in a province with one city of factories
// and two vocational programmes.
#include <gtest/gtest.h>

#include "models/vocational/invariants.hpp"
#include "models/vocational/phases/quarter_ledger.hpp"
#include "models/vocational/training/contract_closing.hpp"
#include "models/vocational/training/contract_desk.hpp"
#include "models/vocational/training/contract_signing.hpp"
#include "models/vocational/training/partner_intensity.hpp"
#include "models/vocational/training/training_offers.hpp"
#include "models/vocational/training/training_pay.hpp"
#include "tests/unit/vocational/labour/labour_world.hpp"

namespace vocational::testing {
namespace {

constexpr std::size_t firm_count = 40;
constexpr ProgrammeId machining{0};  // of the field that four fifths of the factories' jobs are in
constexpr ProgrammeId commerce{1};
constexpr int intake_year = 2021;

template <class T>
T& add_rows(sim::World& world, std::size_t rows) {
    T& table = world.add<T>();
    table.reserve(rows);
    table.append(rows);
    return table;
}

// Lets one person complete, as graduation does.
class Completion final : public sim::Phase {
  public:
    Completion(const Setting& setting, const TrainingParams& params)
        : Phase("completion", "test"), setting_(setting), desk_(*this, setting, params) {}
    void run(const sim::Tick& tick) override {
        for (std::size_t row = 0; row < people; ++row) {
            link_.data()[row] = desk_.complete(PersonId(row), sim::Identity{row}, machining,
                                               intake_year, false, tick);
        }
    }
    std::size_t people = 0;

  private:
    const Setting& setting_;
    ContractDesk desk_;
    sim::Write<&PersonTable::link> link_{*this};
};

class TrainingTest : public ::testing::Test {
  protected:
    TrainingTest()
        : economy_(2, std::vector<FirmSpec>(firm_count,
                                            {0, manufacturing, false, 100, 1.0F / firm_count})),
          world_(economy_.world),
          schools_(add_rows<SchoolTable>(world_, 1)),
          programmes_(add_rows<ProgrammeTable>(world_, testing::programmes)),
          teaching_(add_rows<TeachingTable>(world_, testing::programmes)),
          school_states_(add_rows<SchoolStateTable>(world_, 1)),
          governments_(add_rows<GovernmentTable>(world_, 6)),
          states_(world_.table<FirmStateTable>()),
          partners_(world_.table<PartnershipTable>()),
          cells_(world_.table<TrainingCellTable>()) {
        Setting& setting = economy_.setting;
        setting.ledger = {3, accounts, 1};
        flows_ = &add_rows<sim::FlowTable>(world_, setting.ledger.cells());
        accounts_ = &add_rows<sim::AccountTable>(world_, accounts);
        schools_.track[0] = Track::secondary_vocational;
        schools_.city[0] = CityId(0);
        programmes_.field[0] = Field::equipment_manufacturing;
        programmes_.field[1] = Field::finance_commerce;
        setting.programmes_in.resize(2 * tracks);
        setting.programmes_in[sim::index_of(Track::secondary_vocational)] = {0, 1};
        for (std::size_t p = 0; p < testing::programmes; ++p) {
            programmes_.school[p] = SchoolId(0);
            programmes_.enrolled[p] = 60;
        }
        economy_.params.training.taste_mean.assign(0.5);  // every kind pays
    }

    TrainingParams& params() { return economy_.params.training; }

    std::int32_t offer(sim::Quarter when = {intake_year, 1}) {
        auto& alliances = world_.table<AllianceTable>();
        std::fill_n(alliances.training_share.data(), alliances.end_row(), 0.0F);  // no peers yet
        std::fill_n(cells_.offered.data(), 2 * contract_kinds, 0);
        std::fill_n(cells_.unsupported.data(), 2 * contract_kinds, 0);
        TrainingOffers phase(economy_.setting, economy_.records, economy_.params, world_);
        economy_.run(phase, when);
        return sum(cells_.offered);
    }
    template <class Column>
    static std::int32_t sum(const Column& column) {
        std::int32_t total = 0;
        for (std::size_t i = 0; i < contract_kinds; ++i) {
            total += column[i];
        }
        return total;
    }
    std::int32_t places_at(ProgrammeId programme) const {
        std::int32_t total = 0;
        for (std::size_t k = 1; k <= contract_kinds; ++k) {
            total +=
                partners_.places[partnership(programme, intake_year, static_cast<ContractKind>(k))
                                     .row()];
        }
        return total;
    }
    // The first `count` of the youngest become entrants of the programme.
    void enrol(std::size_t count, ProgrammeId programme) {
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t row = economy_.persons.end_row() - 1 - i;
            economy_.persons.state[row] = State::enrolled;
            economy_.persons.link[row] = Link(programme);
            economy_.persons.duration[row] = 0;
        }
    }
    void sign() {
        ContractSigning phase(economy_.setting, world_);
        economy_.run(phase, {intake_year, 3});
    }
    std::int32_t contracts() const {
        std::int32_t total = 0;
        for (std::size_t row = 0; row < economy_.persons.end_row(); ++row) {
            total += economy_.persons.contract[row].exists() ? 1 : 0;
        }
        return total;
    }

    LabourWorld economy_;
    sim::World& world_;
    SchoolTable& schools_;
    ProgrammeTable& programmes_;
    TeachingTable& teaching_;
    SchoolStateTable& school_states_;
    GovernmentTable& governments_;
    FirmStateTable& states_;
    PartnershipTable& partners_;
    TrainingCellTable& cells_;
    sim::FlowTable* flows_ = nullptr;
    sim::AccountTable* accounts_ = nullptr;
};

TEST_F(TrainingTest, EveryKindThatPaysIsOfferedInProportionToJobs) {
    const double expected = params().places_per_job * 100 * firm_count;
    EXPECT_NEAR(offer(), expected, 20.0);
    EXPECT_EQ(sum(cells_.unsupported), sum(cells_.offered));
    params().taste_mean.assign(-2.0);
    EXPECT_EQ(offer(), 0);
    EXPECT_EQ(teaching_.contract_places[0], 0);
}

TEST_F(TrainingTest, SubsidiesRaisePlacesAndDeadweightIsWhatStoodBefore) {
    params().taste_mean.assign(-0.2);
    const std::int32_t before = offer();
    auto& support = world_.table<TrainingSupportTable>();
    std::fill_n(support.subsidy.data(), contract_kinds, 10'000.0F);
    EXPECT_GT(offer(), before);
    EXPECT_EQ(sum(cells_.unsupported), before);
    std::fill_n(support.subsidy.data(), contract_kinds, 0.0F);
    std::fill_n(support.credit.data(), contract_kinds, 0.3F);
    std::fill_n(support.credit_limit.data(), contract_kinds, 50'000.0F);
    EXPECT_GT(offer(), before);
    EXPECT_EQ(sum(cells_.unsupported), before);
}

TEST_F(TrainingTest, WaitingForSupportShiftsPlacesInTime) {
    params().shifting_share.assign(0.2);
    auto& support = world_.table<TrainingSupportTable>();
    const double plain = offer();
    std::fill_n(support.rises_next_year.data(), contract_kinds, 1);
    EXPECT_NEAR(offer() / plain, 0.8, 0.1);
    std::fill_n(support.rises_next_year.data(), contract_kinds, 0);
    std::fill_n(support.rose_as_foreseen.data(), contract_kinds, 1);
    EXPECT_NEAR(offer() / plain, 1.2, 0.1);
}

TEST_F(TrainingTest, PlacesGoToProgrammesOfFieldsInUseUpToTheirRoom) {
    offer();
    for (const ProgrammeId programme : {machining, commerce}) {
        EXPECT_EQ(places_at(programme), teaching_.contract_places[programme.row()]);
        EXPECT_LE(places_at(programme), 10);  // half of 20 students a year
    }
    EXPECT_GT(places_at(machining), 0);
    programmes_.field[0] = Field::health;
    offer();
    EXPECT_EQ(places_at(machining), 0);
}

TEST_F(TrainingTest, ContractsFillAtMostThePlaces) {
    offer();
    enrol(25, machining);
    sign();
    EXPECT_EQ(contracts(), places_at(machining));
    EXPECT_EQ(sum(cells_.filled), places_at(machining));
    // Nobody signs twice, and those under contract stay counted.
    sign();
    EXPECT_EQ(contracts(), places_at(machining));
}

TEST_F(TrainingTest, TooFewEntrantsLeavePlacesOpen) {
    offer();
    ASSERT_GT(places_at(machining), 2);
    enrol(2, machining);
    sign();
    EXPECT_EQ(contracts(), 2);
}

TEST_F(TrainingTest, AClosedFirmBreaksItsContracts) {
    offer();
    enrol(25, machining);
    sign();
    const std::int32_t signed_by_all = contracts();
    std::vector<std::size_t> signers;
    for (std::size_t row = 0; row < economy_.persons.end_row(); ++row) {
        if (economy_.persons.contract[row].exists()) {
            signers.push_back(row);
            economy_.persons.specific_skill[row] = 1.0;
            economy_.persons.firm_bound[row] = 0.25;
        }
    }
    for (std::size_t f = 0; f < firm_count; ++f) {
        ++states_.generation[f];
    }
    sign();
    EXPECT_EQ(contracts(), 0);
    EXPECT_EQ(sum(cells_.breached), signed_by_all);
    for (const std::size_t row : signers) {
        EXPECT_EQ(economy_.persons.specific_skill[row], 0.75);
    }
}

TEST_F(TrainingTest, WhoStopsLosesTheContract) {
    offer();
    enrol(25, machining);
    sign();
    const std::int32_t before = contracts();
    std::size_t stopped = 0;
    for (std::size_t row = 0; row < economy_.persons.end_row(); ++row) {
        if (economy_.persons.contract[row].exists()) {
            economy_.persons.state[row] = State::unemployed;
            economy_.persons.link[row] = Link{};
            economy_.persons.specific_skill[row] = 1.0;
            economy_.persons.firm_bound[row] = 0.25;
            stopped = row;
            break;
        }
    }
    ContractClosing phase(economy_.setting, world_);
    economy_.run(phase, {intake_year + 1, 2});
    EXPECT_EQ(contracts(), before - 1);
    EXPECT_EQ(sum(cells_.breached), 1);
    EXPECT_EQ(economy_.persons.specific_skill[stopped], 0.75);
}

TEST_F(TrainingTest, FirmsPayAndAccountsBalance) {
    offer();
    enrol(25, machining);
    sign();
    OpenLedger open(economy_.setting);
    CloseLedger close(economy_.setting);
    TrainingPay pay(economy_.setting, economy_.records, params(), world_);
    const sim::Quarter when{intake_year, 3};
    economy_.run(open, when);
    economy_.run(pay, when);
    economy_.run(close, when);
    double yearly = 0.0;
    for (std::size_t k = 1; k <= contract_kinds; ++k) {
        const auto kind = static_cast<ContractKind>(k);
        const double share =
            kind == ContractKind::commissioned_training ? 1.0 : params().pay_share();
        yearly += partners_.students[partnership(machining, intake_year, kind).row()] * share *
                  cost_of(params(), kind) * 100'000.0 * economy_.setting.scale;
    }
    ASSERT_GT(yearly, 0.0);
    const auto& paid = accounts_->paid;
    EXPECT_NEAR(static_cast<double>(paid[sim::index_of(Account::firm)]), 0.25 * yearly, 5.0);
    EXPECT_EQ(paid[sim::index_of(Account::firm)], paid[sim::index_of(Account::rest_of_economy)]);
    const PracticeCentreTable centres;
    const CheckedMoney money{*accounts_, governments_, school_states_, states_, centres};
    EXPECT_EQ(broken_account(economy_.setting, money), "");
    ++states_.balance[0];
    EXPECT_NE(broken_account(economy_.setting, money), "");
}

// What is in hand is spent first; sales bring the rest, and what is left over goes elsewhere.
TEST_F(TrainingTest, FirmsSpendPublicMoneyFirst) {
    offer();
    enrol(25, machining);
    sign();
    TrainingPay pay(economy_.setting, economy_.records, params(), world_);
    const auto from_sales = [&](std::int64_t in_hand) {
        std::fill_n(flows_->amount.data(), economy_.setting.ledger.cells(), 0);
        std::fill_n(accounts_->paid.data(), accounts, 0);
        std::fill_n(accounts_->received.data(), accounts, 0);
        std::fill_n(states_.balance.data(), firm_count, in_hand);
        CloseLedger close(economy_.setting);
        economy_.run(pay, {intake_year, 3});
        economy_.run(close, {intake_year, 3});
        for (std::size_t f = 0; f < firm_count; ++f) {
            EXPECT_EQ(states_.balance[f], 0);
        }
        const std::size_t others = sim::index_of(Account::rest_of_economy);
        return accounts_->paid[others] - accounts_->received[others];
    };
    const std::int64_t all = from_sales(0);
    ASSERT_GT(all, 0);
    EXPECT_EQ(from_sales(100), all - 100 * static_cast<std::int64_t>(firm_count));
    EXPECT_LT(from_sales(10'000'000), 0);
}

TEST_F(TrainingTest, CompletersAreHeldPoachedOrFree) {
    offer();
    const PartnershipId at = partnership(machining, intake_year, ContractKind::order_class);
    partners_.firm[at.row()] = FirmId(3);
    partners_.generation[at.row()] = states_.generation[3];
    Completion completion(economy_.setting, params());
    completion.people = 1000;
    for (std::size_t row = 0; row < completion.people; ++row) {
        economy_.persons.contract[row].sign(ContractKind::order_class);
        economy_.persons.specific_skill[row] = 1.0;
        economy_.persons.firm_bound[row] = 0.25;
    }
    economy_.run(completion, {intake_year + 3, 2});
    const double poaching = params().poaching_rate * (1.0 - 1.0 / firm_count);
    EXPECT_NEAR(sum(cells_.poached) / 1000.0, poaching, 0.05);
    EXPECT_NEAR(sum(cells_.retained) / 1000.0, (1.0 - poaching) * params().order_place_prob, 0.05);
    std::int32_t held = 0;
    for (std::size_t row = 0; row < completion.people; ++row) {
        const bool is_held = economy_.persons.link[row].firm() == FirmId(3);
        held += is_held ? 1 : 0;
        EXPECT_EQ(economy_.persons.contract[row].exists(), is_held);
        // Part of the skill was of use in that firm alone.
        EXPECT_EQ(economy_.persons.specific_skill[row], is_held ? 1.0 : 0.75);
        EXPECT_EQ(economy_.persons.firm_bound[row], is_held ? 0.25 : 0.0);
        EXPECT_TRUE(economy_.persons.contract[row].has_fulfilled_order());
    }
    EXPECT_EQ(held, sum(cells_.retained));
}

TEST_F(TrainingTest, ACertificateMakesSkillPortableAndAnInternshipIsNoOrder) {
    offer();
    Completion completion(economy_.setting, params());
    completion.people = 3;
    const ContractKind kinds[] = {ContractKind::apprenticeship, ContractKind::internship,
                                  ContractKind::none};
    for (std::size_t row = 0; row < completion.people; ++row) {
        economy_.persons.contract[row].note_order(true);  // of an earlier track
        economy_.persons.contract[row].sign(kinds[row]);
        economy_.persons.specific_skill[row] = 1.0;
        economy_.persons.firm_bound[row] = kinds[row] == ContractKind::none ? 0.0 : 0.25;
        const PartnershipId at = partnership(machining, intake_year, kinds[row]);
        if (kinds[row] != ContractKind::none) {
            partners_.firm[at.row()] = FirmId(3);
            partners_.generation[at.row()] = states_.generation[3];
        }
    }
    params().internship_place_prob.assign(0.0);
    economy_.run(completion, {intake_year + 3, 2});
    EXPECT_EQ(economy_.persons.specific_skill[0], 1.0);
    EXPECT_EQ(economy_.persons.firm_bound[0], 0.0);
    EXPECT_TRUE(economy_.persons.contract[0].has_fulfilled_order());
    EXPECT_EQ(economy_.persons.specific_skill[1], 0.75);
    EXPECT_FALSE(economy_.persons.contract[1].has_fulfilled_order());
    EXPECT_FALSE(economy_.persons.contract[2].has_fulfilled_order());
}

TEST_F(TrainingTest, ContractsAndAlliancesTieProgrammesToFirms) {
    PartnerIntensity phase(economy_.setting, economy_.records, economy_.params, world_);
    params().intensity_speed.assign(1.0);
    const auto intensity = [&] {
        economy_.run(phase, {intake_year, 3});
        return static_cast<double>(teaching_.partner_intensity[0]);
    };
    const double alone = intensity();
    EXPECT_NEAR(alone, params().intensity_overlap, 1e-6);  // the commonest field
    partners_.students[partnership(machining, intake_year, ContractKind::order_class).row()] = 30;
    EXPECT_NEAR(intensity() - alone, 0.5 * params().intensity_contracts, 1e-6);
    auto& alliances = world_.table<AllianceTable>();
    std::fill_n(alliances.community.data(), economy_.records.sectors(), 0.5F);
    std::fill_n(alliances.age.data(), economy_.records.sectors(), 255);
    EXPECT_NEAR(intensity() - alone,
                0.5 * params().intensity_contracts + 0.5 * params().intensity_alliance, 1e-6);
}

}  // namespace
}  // namespace vocational::testing
