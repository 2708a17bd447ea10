// SPDX-License-Identifier: Apache-2.0
// THE TABLE OF CONTENTS: tables, then the schedule in running order. Orderings that must hold:
// the cohort, choices and admission markets of the third quarter before the labour market, so that
// nobody takes a job before admission results are out; gaokao before the vocational exam before
// upgrading; learning before persistence before completion, which is the last event of the second
// quarter; the census last.
#include "models/vocational/model.hpp"

#include <limits>

#include <fmt/format.h>

#include "models/vocational/agents/census.hpp"
#include "models/vocational/agents/teaching.hpp"
#include "models/vocational/agents/wage_equation.hpp"
#include "models/vocational/invariants.hpp"
#include "models/vocational/markets/college_entry.hpp"
#include "models/vocational/markets/five_year_transfer.hpp"
#include "models/vocational/markets/labour_market.hpp"
#include "models/vocational/markets/upgrading.hpp"
#include "models/vocational/markets/zhongkao.hpp"
#include "models/vocational/outputs/dims.hpp"
#include "models/vocational/panel.hpp"
#include "models/vocational/phases/begin_quarter.hpp"
#include "models/vocational/phases/careers.hpp"
#include "models/vocational/phases/census.hpp"
#include "models/vocational/phases/field_census.hpp"
#include "models/vocational/phases/graduation.hpp"
#include "models/vocational/phases/index_parts.hpp"
#include "models/vocational/phases/learning.hpp"
#include "models/vocational/phases/leave_at_60.hpp"
#include "models/vocational/phases/new_cohort.hpp"
#include "models/vocational/phases/open_seats.hpp"
#include "models/vocational/phases/participation.hpp"
#include "models/vocational/phases/persistence.hpp"
#include "models/vocational/phases/place_census.hpp"
#include "models/vocational/phases/plan_jobs.hpp"
#include "models/vocational/phases/plan_seats.hpp"
#include "models/vocational/phases/quarter_ledger.hpp"
#include "models/vocational/phases/return_home.hpp"
#include "models/vocational/phases/separations.hpp"
#include "models/vocational/population/firms.hpp"
#include "models/vocational/population/first_jobs.hpp"
#include "models/vocational/population/places.hpp"
#include "models/vocational/population/schooling.hpp"
#include "models/vocational/population/schools.hpp"
#include "models/vocational/registered.hpp"
#include "models/vocational/slots.hpp"

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
          track_cells_(world().add<TrackCellTable>()),
          firms_(world().add<FirmTable>()),
          job_cells_(world().add<JobCellTable>()),
          traits_(params_.birth, provinces_, cities_, setting_),
          wages_(params_.wage, params_.structures) {
        declare_inputs();
        add_counting_tables();
        add_state_tables();
        add_schedule();
        register_instruments(instrument_list());
        register_outputs(output_list());
    }

    std::string_view default_data() const override { return "china"; }
    std::vector<sim::Dimension> dimensions() const override;
    std::vector<sim::Dimension> scope_dimensions() const override;
    void check(const sim::Scenario& scenario, sim::Problems& problems) const override;
    void initialise(const sim::InitialContext& context) override;
    void panel_columns(std::vector<sim::EventColumn>& columns) const override {
        add_panel_columns(setting_, data_, columns);
    }
    void record_panel(const sim::Tick& tick, double share,
                      std::vector<std::vector<double>>& values) const override {
        add_panel_rows(setting_, tick, share, persons_, values);
    }
    std::string broken_invariant(const sim::Tick& tick) const override;

  private:
    void declare_inputs();
    void add_counting_tables();
    void add_state_tables();
    void fill_state_tables();
    void add_schedule();

    Params params_;
    Data data_;
    // Derived values: filled by initialise, referred to by the phases.
    Records records_;
    Setting setting_;
    SeatRules rules_;
    ProvinceTable& provinces_;
    CityTable& cities_;
    PersonTable& persons_;
    SchoolTable& schools_;
    ProgrammeTable& programmes_;
    TrackCellTable& track_cells_;
    FirmTable& firms_;
    JobCellTable& job_cells_;
    Traits traits_;
    WageEquation wages_;
};

void VocationalModel::declare_inputs() {
    declare(params_.birth);
    declare(params_.choice);
    declare(params_.admission);
    declare(params_.persistence);
    declare(params_.learning);
    declare(params_.labour);
    declare(params_.wage);
    for (IndexBlock* block : params_.index.all()) {
        declare(*block);
    }
    declare(params_.structures);
    declare(data_.provinces);
    declare(data_.cities);
    declare(data_.cohorts);
    declare(data_.birth_cohorts);
    declare(data_.track_years);
    declare(data_.province_tracks);
    declare(data_.field_shares);
    declare(data_.sectors);
    declare(data_.sector_jobs);
    declare(data_.sector_fields);
    declare(data_.province_sectors);
    declare(data_.employment_years);
    declare(data_.attainment);
    declare(data_.province_attainment);
    declare(data_.school_counts);
    declare(data_.participation);
    declare(data_.origins);
}

void VocationalModel::add_counting_tables() {
    world().add<LabourCellTable>();
    add_census_tables(world());
}

void VocationalModel::add_state_tables() {
    world().add<FieldCellTable>();
    world().add<IndexPartTable>();
    world().add<TeachingTable>();
    world().add<SchoolStateTable>();
    world().add<FirmStateTable>();
    world().add<GovernmentTable>();
    world().add<FamilyCostTable>();
    world().add<sim::FlowTable>();
    world().add<sim::AccountTable>();
}

// Rows of the tables beside schools, programmes and firms, all zero.
void VocationalModel::fill_state_tables() {
    const auto fill = [](sim::Table& table, std::size_t rows) {
        table.reserve(rows);
        table.append(rows);
    };
    setting_.ledger = {setting_.provinces() + 1, accounts, 1 + instruments().entries().size()};
    fill(world().table<FieldCellTable>(), setting_.provinces() * fields);
    auto& parts = world().table<IndexPartTable>();
    fill(parts, indices * parts_per_index * (1 + setting_.provinces()));
    std::fill_n(parts.value.data(), parts.end_row(), std::numeric_limits<double>::quiet_NaN());
    fill(world().table<TeachingTable>(), programmes_.end_row());
    fill(world().table<SchoolStateTable>(), schools_.end_row());
    fill(world().table<FirmStateTable>(), firms_.end_row());
    fill(world().table<GovernmentTable>(), 1 + setting_.provinces() + setting_.cities());
    fill(world().table<FamilyCostTable>(), setting_.provinces() * tracks);
    fill(world().table<sim::FlowTable>(), setting_.ledger.cells());
    fill(world().table<sim::AccountTable>(), accounts);
    std::fill_n(world().table<TeachingTable>().quality.data(), programmes_.end_row(), 1.0F);
}

void VocationalModel::add_schedule() {
    sim::Schedule& s = schedule();
    const sim::World& w = world();
    s.add<BeginQuarter>(w);
    s.add<OpenLedger>(setting_);
    s.add<LeaveAt60>(setting_, persons_, w);
    s.add<ReturnHome>(setting_, records_, params_.labour, w);

    s.add<NewCohort>(setting_, records_, traits_, persons_);
    s.add<PlanSeats>(setting_, rules_, records_);
    s.slot(slots::after_seat_plan);
    s.add<OpenSeats>(setting_);
    s.add<Zhongkao>(setting_, params_);
    s.add<FiveYearTransfer>(setting_, params_, rules_, w);
    s.add<CollegeEntry>(setting_, params_, w);
    s.add<Upgrading>(setting_, params_, w);

    s.add<PlanJobs>(setting_, records_, params_.labour, w);
    s.add<Participation>(setting_, records_, w);
    s.add<LabourMarket>(setting_, records_, params_, wages_, w);
    s.slot(slots::after_wages);
    s.add<Careers>(setting_, params_, wages_, w);
    s.add<Separations>(setting_, params_.labour, w);

    s.add<Learning>(setting_, params_.learning, w);
    s.add<Persistence>(setting_, params_.persistence, w);
    s.add<Graduation>(setting_, records_, params_.labour, w);

    s.add<CloseLedger>(setting_);
    s.add<Census>(setting_, w);
    s.add<PlaceCensus>(setting_, w);
    s.add<FieldCensus>(setting_, w);
    s.add<IndexPartsPhase>(setting_, params_.index, world());
}

std::vector<sim::Dimension> VocationalModel::dimensions() const {
    return outcome_dimensions(data_.provinces.province.cells(), data_.sectors.sector.cells());
}

std::vector<sim::Dimension> VocationalModel::scope_dimensions() const {
    return {{"province", data_.provinces.province.cells(), "Province.", {}},
            {"sector", data_.sectors.sector.cells(), "Sector of the economy.", {}},
            sim::dimension_of<Field>("field", "Major class of vocational education."),
            sim::dimension_of<Track>("track", "Kind of school."),
            sim::dimension_of<Ownership>("ownership", "Who owns a school.")};
}

void VocationalModel::check(const sim::Scenario& scenario, sim::Problems& problems) const {
    const Records records(data_, params_.admission.applied_share, problems);
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
    const sim::Quarter last(records.last_cohort_year(), 4);
    if (scenario.end > last) {
        add(fmt::format("time.end {} lies beyond the known cohorts", scenario.end.text()),
            fmt::format("expected {} at the latest", last.text()));
    }
}

void VocationalModel::initialise(const sim::InitialContext& context) {
    const sim::Scenario& scenario = *context.scenario;
    const sim::Executor& executor = context.tick.executor();
    sim::Problems problems;
    records_ = Records(data_, params_.admission.applied_share, problems);
    problems.throw_if_any();
    const sim::Quarter first = scenario.first_quarter();
    setting_.scale = static_cast<double>(scenario.scale);
    setting_.base_year = scenario.start.year();
    setting_.seed = scenario.seed;
    setting_.replicate = context.replicate;
    make_places(data_, records_, params_, provinces_, cities_, setting_);
    wages_.prepare(setting_, records_);
    make_schools(records_, cities_, first.year(), params_.admission.home_quota_share, schools_,
                 programmes_, setting_);
    make_firms(records_, cities_, params_.wage, first.year(), firms_, setting_);
    setting_.cohorts = lay_out_cohorts(records_, provinces_, cities_, setting_, scenario);
    fill_census_tables(world(), setting_.provinces(), setting_.scale);
    track_cells_.reserve(setting_.provinces() * tracks);
    track_cells_.append(setting_.provinces() * tracks);
    world().table<LabourCellTable>().reserve(setting_.provinces() * levels);
    world().table<LabourCellTable>().append(setting_.provinces() * levels);
    job_cells_.reserve(setting_.cities() * occupations);
    job_cells_.append(setting_.cities() * occupations);
    fill_state_tables();

    persons_.reserve(setting_.cohorts.rows());
    const std::size_t initial = setting_.cohorts.first_row(sim::Quarter(first.year() - 16, 4));
    persons_.append(initial);
    traits_.prepare();
    traits_.draw(executor, persons_, 0, initial, Generation::initial);
    give_schooling(setting_, records_, params_, data_, first, executor,
                   {persons_, schools_, programmes_, provinces_});
    give_first_jobs(setting_, records_, params_, wages_, first, executor,
                    {persons_, firms_, cities_});
}

// Always where contracts are on; in a release a sample: the second quarters.
std::string VocationalModel::broken_invariant(const sim::Tick& tick) const {
    if (!SIM_CONTRACTS && !tick.is_quarter(2)) {
        return {};
    }
    const std::string money = broken_account(
        setting_, {world().table<sim::AccountTable>(), world().table<GovernmentTable>(),
                   world().table<SchoolStateTable>(), world().table<FirmStateTable>()});
    if (!money.empty() || !SIM_CONTRACTS) {
        return money;
    }
    return broken_rule(setting_, tick.now(), {persons_, programmes_, firms_});
}

}  // namespace

std::unique_ptr<sim::Model> make_model() {
    return std::make_unique<VocationalModel>();
}

}  // namespace vocational
