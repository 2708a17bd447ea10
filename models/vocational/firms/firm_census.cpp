// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/firms/firm_census.hpp"

#include <cmath>

#include "models/vocational/agents/count.hpp"
#include "models/vocational/firms/output_of.hpp"
#include "models/vocational/phases/student_rows.hpp"

namespace vocational {

namespace {

constexpr int quarters_of_first_year = 4;

std::int64_t whole(double number) {
    return static_cast<std::int64_t>(std::floor(number + 0.5));
}

}  // namespace

void FirmCensus::run(const sim::Tick& tick) {
    count_firms(tick);
    count_beginners(tick);
}

void FirmCensus::count_firms(const sim::Tick& tick) {
    const std::size_t cells = setting_.provinces() * records_.sectors();
    for (std::int64_t* sum :
         {output_.data(), gap_sum_.data(), age_sum_.data(), offer_sum_.data()}) {
        std::fill_n(sum, cells, 0);
    }
    for (std::int32_t* count :
         {employed_.data(), cell_unfilled_.data(), firms_.data(), training_firms_.data()}) {
        std::fill_n(count, cells, 0);
    }
    const SectorPace pace(params_, records_);
    tick.executor().for_rows(setting_.cities(), 1, [&](std::size_t city) {
        const RowRange range = setting_.firms_in[city];
        for (std::size_t f = range.begin; f < range.end; ++f) {
            if (is_pool_.data()[f] == 0) {
                count_firm(tick, pace, setting_.province_of[city], f);
            }
        }
    });
}

void FirmCensus::count_firm(const sim::Tick& tick, const SectorPace& pace, ProvinceId province,
                            std::size_t f) const {
    const std::size_t sector = sector_.data()[f];
    const SectorCellId cell = sector_cell(province, sector, records_.sectors());
    const std::int32_t people = headcount_.data()[f];
    const std::int32_t open = unfilled_.data()[f];
    const auto technology = static_cast<double>(technology_.data()[f]);
    const double open_share =
        wanted_.data()[f] > 0 ? static_cast<double>(open) / wanted_.data()[f] : 0.0;
    const double output = yearly_output(params_, people, static_cast<double>(skill_.data()[f]),
                                        technology, open_share);
    const double gap = pace.frontier(sector, tick.now(), setting_.base_year) - technology;
    add_to(output_[cell], whole(0.25 * output));
    add_to(employed_[cell], people);
    add_to(gap_sum_[cell], whole(log_steps * gap * people));
    add_to(cell_unfilled_[cell], open);
    add_to(age_sum_[cell], whole(log_steps * static_cast<double>(age_.data()[f]) * open));
    add_to(offer_sum_[cell], whole(log_steps * static_cast<double>(offer_.data()[f]) * open));
    add_to(firms_[cell], 1);
    add_to(training_firms_[cell], static_cast<std::int32_t>(trains_.data()[f]));
}

double FirmCensus::output_of_person(std::size_t row, std::size_t f) const {
    const Worker worker{attained_.data()[row], field_.data()[row], general_skill_.data()[row],
                        specific_skill_.data()[row]};
    const Job job{setting_.province_of[city_.data()[f].row()], sector_.data()[f],
                  occupation_.data()[row], 0.0};
    const double log_pay = wages_.log_effective_skill(worker, job, experience_.data()[row]);
    const double open_share =
        wanted_.data()[f] > 0 ? static_cast<double>(unfilled_.data()[f]) / wanted_.data()[f] : 0.0;
    return yearly_output(params_, 1.0, sim::elementary::exp(log_pay),
                         static_cast<double>(technology_.data()[f]), open_share);
}

void FirmCensus::count_beginners(const sim::Tick& tick) {
    const std::size_t cells = setting_.provinces() * tracks;
    std::fill_n(beginners_.data(), cells, 0);
    std::fill_n(beginner_output_.data(), cells, 0);
    const std::size_t begin = first_student_row(setting_, persons_, tick.now());
    tick.executor().for_rows(persons_.end() - begin, CohortIndex::grain, [&](std::size_t i) {
        const std::size_t row = begin + i;
        // Of all rows that are passed over most go here, so this is looked at first.
        const auto since = static_cast<std::uint8_t>(tick.now().index() - completed_.data()[row]);
        if (since == 0 || since > quarters_of_first_year) {
            return;
        }
        if (state_.data()[row] != State::employed || !has_track(attained_.data()[row])) {
            return;
        }
        const std::size_t f = link_.data()[row].firm().row();
        if (is_pool_.data()[f] != 0) {
            return;
        }
        const ProvinceId province = setting_.province_of[present_city_.data()[row].row()];
        const TrackCellId cell = track_cell(province, track_of(attained_.data()[row]));
        add_to(beginners_[cell], 1);
        add_to(beginner_output_[cell], whole(output_of_person(row, f)));
    });
}

}  // namespace vocational
