// SPDX-License-Identifier: Apache-2.0
// THE TABLE OF CONTENTS: tables, then the schedule in running order. Orderings that must hold:
// the cohort, choices and admission markets of the third quarter before the labour market, so that
// nobody takes a job before admission results are out; gaokao before the vocational exam before
// upgrading; learning before persistence before completion, which is the last event of the second
// quarter; the census last.
#include "models/vocational/model.hpp"

#include <limits>

#include <fmt/format.h>

#include "models/vocational/account/odd.hpp"
#include "models/vocational/agents/careers/career_cell.hpp"
#include "models/vocational/agents/careers/employee_training.hpp"
#include "models/vocational/agents/census.hpp"
#include "models/vocational/agents/market_cell.hpp"
#include "models/vocational/agents/outlook.hpp"
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/agents/wage_equation.hpp"
#include "models/vocational/comparison.hpp"
#include "models/vocational/firms/alliances.hpp"
#include "models/vocational/firms/exit_factors.hpp"
#include "models/vocational/firms/firm_census.hpp"
#include "models/vocational/firms/firm_skills.hpp"
#include "models/vocational/firms/firm_tables.hpp"
#include "models/vocational/firms/firm_turnover.hpp"
#include "models/vocational/firms/technology.hpp"
#include "models/vocational/firms/wage_bases.hpp"
#include "models/vocational/firms/wage_offers.hpp"
#include "models/vocational/invariants.hpp"
#include "models/vocational/markets/articulation.hpp"
#include "models/vocational/markets/college_entry.hpp"
#include "models/vocational/markets/five_year_transfer.hpp"
#include "models/vocational/markets/labour/labour_market.hpp"
#include "models/vocational/markets/school_return.hpp"
#include "models/vocational/markets/strand_change.hpp"
#include "models/vocational/markets/upgrading.hpp"
#include "models/vocational/markets/work_entry.hpp"
#include "models/vocational/markets/zhongkao.hpp"
#include "models/vocational/money/benefit_census.hpp"
#include "models/vocational/money/count_need.hpp"
#include "models/vocational/money/family_costs.hpp"
#include "models/vocational/money/local_effort.hpp"
#include "models/vocational/money/money_census.hpp"
#include "models/vocational/money/plan_money.hpp"
#include "models/vocational/money/policy_purse.hpp"
#include "models/vocational/money/school_income.hpp"
#include "models/vocational/money/tables.hpp"
#include "models/vocational/outputs/dims.hpp"
#include "models/vocational/panel.hpp"
#include "models/vocational/people.hpp"
#include "models/vocational/phases.hpp"
#include "models/vocational/population/firms.hpp"
#include "models/vocational/population/first_jobs.hpp"
#include "models/vocational/population/level_skills.hpp"
#include "models/vocational/population/places.hpp"
#include "models/vocational/population/school_norms.hpp"
#include "models/vocational/population/school_resources.hpp"
#include "models/vocational/population/schooling.hpp"
#include "models/vocational/population/schools.hpp"
#include "models/vocational/population/state_tables.hpp"
#include "models/vocational/registered.hpp"
#include "models/vocational/slots.hpp"
#include "models/vocational/training/contract_closing.hpp"
#include "models/vocational/training/contract_signing.hpp"
#include "models/vocational/training/partner_intensity.hpp"
#include "models/vocational/training/training_offers.hpp"
#include "models/vocational/training/training_pay.hpp"

namespace vocational {

namespace {

class VocationalModel final : public sim::Model {
  public:
    VocationalModel()
        : Model("vocational",
                "Students, schools, firms and jobs: vocational education and its labour market."),
          rules_(params_, records_, setting_),
          provinces_(world().add<ProvinceTable>()),
          cities_(world().add<CityTable>()),
          persons_(world().add<PersonTable>()),
          schools_(world().add<SchoolTable>()),
          programmes_(world().add<ProgrammeTable>()),
          firms_(world().add<FirmTable>()),
          traits_(params_.birth, provinces_, cities_, setting_),
          wages_(params_.wage, params_.structures, world()) {
        declare_inputs();
        add_state_tables(world());
        add_career_tables(world());
        add_schedule();
        register_instruments(instrument_list());
        register_outputs(output_list());
    }

    std::string_view default_data() const override { return "china"; }
    sim::OddAccount odd() const override { return odd_account(); }
    // The admission of the start's year: what came later is there to be compared with.
    std::optional<sim::Quarter> last_record(const sim::Scenario& scenario) const override {
        return sim::Quarter(scenario.start.year(), 3);
    }
    std::vector<sim::Dimension> dimensions() const override;
    std::vector<sim::Dimension> scope_dimensions() const override;
    sim::LedgerLabels ledger_labels() const override;
    sim::ComparisonSpec comparison() const override { return comparison_spec(); }
    std::vector<sim::Feedback> feedbacks() const override {
        return vocational::feedbacks(setting_);
    }
    void check(const sim::Scenario& scenario, sim::Problems& problems) const override;
    void prepare(const sim::InitialContext& context) override;
    void initialise(const sim::InitialContext& context) override;
    sim::PeopleSpec people() const override {
        return people_spec(data_.provinces.province.cells());
    }
    sim::Portrait portrait(const sim::Tick& tick) const override {
        return portrait_of(setting_, tick, persons_, wages_);
    }
    void panel_columns(std::vector<sim::EventColumn>& columns) const override {
        add_panel_columns(setting_, data_, columns);
    }
    void record_panel(const sim::Tick& tick, double share,
                      std::vector<std::vector<double>>& values) const override {
        add_panel_rows(setting_, tick, share, {persons_, firms_, schools_, programmes_}, values);
    }
    std::string broken_invariant(const sim::Tick& tick) const override;

  private:
    void declare_inputs();
    void add_schedule();
    void add_school_phases();

    Params params_;
    Data data_;
    // Derived values: filled by prepare, referred to by the phases.
    Records records_;
    MoneyRecords money_records_;
    Setting setting_;
    SchoolNorms norms_;
    SeatRules rules_;
    ProvinceTable& provinces_;
    CityTable& cities_;
    PersonTable& persons_;
    SchoolTable& schools_;
    ProgrammeTable& programmes_;
    FirmTable& firms_;
    Traits traits_;
    WageEquation wages_;
};

void VocationalModel::declare_inputs() {
    const auto declare_all = [this](auto&... inputs) { (declare(inputs), ...); };
    declare_all(params_.birth, params_.choice, params_.beliefs, params_.prestige, params_.admission,
                params_.persistence, params_.learning, params_.teaching, params_.school_budget,
                params_.school_supply, params_.labour, params_.market, params_.wage, params_.career,
                params_.firm, params_.demand, params_.training, params_.structures, params_.funding,
                params_.government, params_.bonds, params_.evaluation, params_.fees);
    for (IndexBlock* block : params_.index.all()) {
        declare(*block);
    }
    declare_all(data_.provinces, data_.cities, data_.cohorts, data_.birth_cohorts,
                data_.track_years, data_.province_tracks, data_.field_shares, data_.sectors,
                data_.sector_jobs, data_.sector_fields, data_.province_sectors,
                data_.employment_years, data_.attainment, data_.province_attainment,
                data_.school_counts, data_.participation, data_.origins, data_.finance,
                data_.province_finance);
}

void VocationalModel::add_schedule() {
    sim::Schedule& s = schedule();
    const sim::World& w = world();
    s.add<BeginQuarter>(w);
    s.add<BeginPathways>(w);
    s.add<OpenLedger>(setting_);
    s.add<PlanMoney>(setting_, records_, money_records_, params_, w);
    s.add<ClearLevers>(params_.teaching, w);
    s.slot(slots::before_policies);
    s.slot(slots::after_money_plan);
    s.add<LocalEffort>(setting_, params_.government);
    s.add<FamilyCosts>(setting_, params_.school_supply, w);
    s.add<LeaveAt60>(setting_, persons_, w);
    s.add<ReturnHome>(setting_, records_, params_.labour, w);
    s.add<Alliances>(setting_, w);

    s.add<NewCohort>(setting_, records_, traits_, persons_);
    s.add<PlanSeats>(setting_, rules_, records_);
    s.add<PlanPathways>(setting_, params_.admission);
    s.slot(slots::after_seat_plan);
    s.add<OpenSeats>(setting_);
    s.add<ExamEffort>(setting_, params_.admission);
    s.add<FormBeliefs>(setting_, params_);
    s.add<StrandChange>(setting_, params_, w);
    s.add<Zhongkao>(setting_, params_);
    s.add<SchoolReturn>(setting_, params_, w);
    s.add<Articulation>(setting_, params_, w);
    s.add<FiveYearTransfer>(setting_, params_, rules_, w);
    s.add<CollegeEntry>(setting_, params_, w);
    s.add<Upgrading>(setting_, params_, w);
    s.add<WorkEntry>(setting_, params_, w);
    s.add<NoteReached>(setting_, w);

    add_school_phases();

    s.add<FirmTurnover>(setting_, records_, params_, w);
    s.add<Technology>(setting_, records_, params_);
    s.add<TrainingOffers>(setting_, records_, params_, w);
    s.add<ContractSigning>(setting_, w);
    s.add<PartnerIntensity>(setting_, records_, params_, w);
    s.add<PlanJobs>(setting_, records_, params_, w);
    s.add<Participation>(setting_, records_, w);
    s.add<PayPaths>(setting_, params_);
    s.add<LabourMarket>(setting_, records_, params_, wages_, w);
    s.add<WageLevels>(setting_, records_, w);
    s.add<WageOffers>(params_, w);
    s.slot(slots::after_wages);
    s.add<Careers>(setting_, records_, params_, wages_, w);
    s.add<Separations>(setting_, params_, w);

    s.add<Learning>(setting_, params_, w);
    s.add<Persistence>(setting_, params_, w);
    s.add<ContractClosing>(setting_, w);
    s.add<Graduation>(setting_, records_, params_, w);
    s.add<Reputation>(params_.school_supply, w);

    s.add<TrainingPay>(setting_, records_, params_.training, w);
    s.add<NoteOutlook>(setting_, params_, w);
    s.add<PublishPrestige>(setting_);
    s.add<CloseLedger>(setting_);
    s.add<MoneyCensus>(setting_, params_.evaluation, w);
    s.add<FirmSkills>(setting_, wages_, w);
    s.add<FirmCensus>(setting_, records_, params_, wages_, w);
    s.add<Census>(setting_, w);
    s.add<BenefitCensus>(setting_, params_.evaluation);
    s.add<PlaceCensus>(setting_, w);
    s.add<FieldCensus>(setting_, w);
    s.add<CareerCensus>(setting_, w);
    s.add<PremiumCensus>(setting_, w);
    s.add<SkilledPay>(setting_, w);
    s.add<SchoolCensus>(setting_, params_, w);
    s.add<IndexPartsPhase>(setting_, params_.index, world());
}

// After admission, so that budgets know this year's students; income before spending, spending
// before what it buys, quality when everything is bought.
void VocationalModel::add_school_phases() {
    sim::Schedule& s = schedule();
    const sim::World& w = world();
    s.add<WageReference>(setting_);
    s.add<SchoolSize>(setting_, records_, params_.school_supply, w);
    s.add<CountNeed>(setting_, w);
    s.add<SchoolIncome>(setting_, params_, w);
    s.add<SchoolBudget>(setting_, norms_, params_, w);
    s.add<Teachers>(setting_, norms_, params_, w);
    s.add<Equipment>(setting_, params_, w);
    s.add<CourseRenewal>(setting_, params_, w);
    s.add<ProgrammeQuality>(setting_, norms_, params_, w);
    s.add<ProgrammeMix>(setting_, params_.school_supply, w);
    s.add<PrivatePlaces>(setting_, params_.school_supply);
}

std::vector<sim::Dimension> VocationalModel::dimensions() const {
    std::vector<std::string> cities;
    std::size_t number = 0;
    for (std::size_t c = 0; c < data_.cities.province.cells().size(); ++c) {
        const std::string& province = data_.cities.province.cells()[c];
        number = c > 0 && province == data_.cities.province.cells()[c - 1] ? number + 1 : 1;
        cities.push_back(fmt::format("{} {}", province, number));
    }
    return outcome_dimensions(data_.provinces.province.cells(), cities,
                              data_.sectors.sector.cells(), instruments().names());
}

std::vector<sim::Dimension> VocationalModel::scope_dimensions() const {
    return {{"province", data_.provinces.province.cells(), "Province.", {}},
            {"sector", data_.sectors.sector.cells(), "Sector of the economy.", {}},
            sim::dimension_of<Field>("field", "Major class of vocational education."),
            sim::dimension_of<Track>("track", "Kind of school."),
            sim::dimension_of<Ownership>("ownership", "Who owns a school.")};
}

sim::LedgerLabels VocationalModel::ledger_labels() const {
    sim::LedgerLabels labels{data_.provinces.province.cells(), {}};
    labels.regions.emplace_back("nation");
    labels.accounts.assign(sim::enum_names<Account>.begin(), sim::enum_names<Account>.end());
    return labels;
}

void VocationalModel::check(const sim::Scenario& scenario, sim::Problems& problems) const {
    const Records records(data_, params_.admission.applied_share, problems);
    const MoneyRecords money(data_, problems);
    const auto add = [&](std::string what, std::string expected) {
        problems.add({{}, std::move(what), std::move(expected), {}});
    };
    if (scenario.start.quarter() != 3) {
        add(fmt::format("time.start {} is not the beginning of a school year",
                        scenario.start.text()),
            "expected a third quarter, such as 2022Q3");
    }
    const int first = records.first_year() + scenario.spin_up_years;
    if (scenario.start.year() < first || scenario.start.year() > records.last_year()) {
        add(fmt::format("no records for a start in {} with {} years before it",
                        scenario.start.year(), scenario.spin_up_years),
            fmt::format("expected a start from {} to {}", first, records.last_year()));
    }
    for (const sim::PolicyEntry& policy : scenario.policies) {
        if (policy.budget && !is_known_payer(policy.budget->payer)) {
            add(fmt::format("policy '{}': no account answers to the payer '{}'", policy.label,
                            policy.budget->payer),
                "expected an account, local or government");
        }
    }
    for (const sim::Budget& budget : scenario.budgets) {
        if (!is_known_payer(budget.payer)) {
            add(fmt::format("budget: no account answers to the payer '{}'", budget.payer),
                "expected an account, local or government");
        }
    }
    const sim::Quarter last(records.last_cohort_year(), 4);
    if (scenario.end > last) {
        add(fmt::format("time.end {} lies beyond the known cohorts", scenario.end.text()),
            fmt::format("expected {} at the latest", last.text()));
    }
}

// Derived values, and with them the tables of places, schools, firms and cells; no persons.
void VocationalModel::prepare(const sim::InitialContext& context) {
    const sim::Scenario& scenario = *context.scenario;
    sim::Problems problems;
    records_ = Records(data_, params_.admission.applied_share, problems);
    money_records_ = MoneyRecords(data_, problems);
    problems.throw_if_any();
    const sim::Quarter first = scenario.first_quarter();
    setting_.scale = static_cast<double>(scenario.scale);
    setting_.base_year = scenario.start.year();
    setting_.first_year = first.year();
    setting_.seed = scenario.seed;
    setting_.replicate = context.replicate;
    make_places(data_, records_, params_, provinces_, cities_, setting_);
    wages_.prepare(setting_, records_);
    make_schools(records_, cities_, first.year(), params_, schools_, programmes_, setting_);
    make_firms(records_, cities_, params_.wage, first.year(), firms_, setting_);
    setting_.exit_factors =
        exit_factors(setting_, records_, params_.firm, cities_, firms_, first.year());
    setting_.cohorts = lay_out_cohorts(records_, provinces_, cities_, setting_, scenario);
    setting_.ledger = ledger_shape();
    norms_.prepare(data_.finance, data_.province_finance, records_, params_.school_budget,
                   setting_.base_year);
    fill_career_tables(world(), setting_.provinces());
    fill_state_tables(world(), setting_, params_, records_, norms_, first.year());

    persons_.reserve(setting_.cohorts.rows());
    traits_.prepare();
}

// The population and what follows from it. Sets nothing but rows of tables.
void VocationalModel::initialise(const sim::InitialContext& context) {
    const sim::Quarter first = context.scenario->first_quarter();
    const sim::Executor& executor = context.tick.executor();
    const std::size_t initial = setting_.cohorts.first_row(sim::Quarter(first.year() - 16, 4));
    persons_.append(initial);
    traits_.draw(executor, persons_, 0, initial, Generation::initial);
    give_schooling(setting_, records_, params_, data_, first, executor,
                   {persons_, schools_, programmes_, provinces_});
    give_skill_vintages(setting_, params_.teaching.initial_course_age, first.year(), world());
    note_level_skills(persons_, world().table<LevelSkillTable>());
    give_first_jobs(setting_, records_, params_, wages_, first, executor,
                    {persons_, firms_, cities_});
    fit_wage_bases(
        executor, setting_, records_,
        {persons_.first_row(), persons_.end_row(), persons_.state.data(), persons_.link.data(),
         persons_.wage.data(), firms_.city.data(), firms_.sector.data(), firms_.is_pool.data(),
         world().table<WageBaseTable>().log_base.data()});
    give_first_technology(setting_, records_, params_.firm, first, firms_,
                          world().table<FirmStateTable>());
    give_first_partners(setting_, records_, params_.training, first.year(), schools_, programmes_,
                        world().table<TeachingTable>());
}

// Always where contracts are on; in a release a sample: the second quarters.
std::string VocationalModel::broken_invariant(const sim::Tick& tick) const {
    if (!SIM_CONTRACTS && !tick.is_quarter(2)) {
        return {};
    }
    const std::string money = broken_account(
        setting_, {world().table<sim::AccountTable>(), world().table<GovernmentTable>(),
                   world().table<SchoolStateTable>(), world().table<FirmStateTable>(),
                   world().table<PracticeCentreTable>()});
    return money.empty() ? broken_rule(setting_, tick, {persons_, programmes_, firms_}) : money;
}

}  // namespace

std::unique_ptr<sim::Model> make_model() {
    return std::make_unique<VocationalModel>();
}

}  // namespace vocational
