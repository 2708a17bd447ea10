// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/population/money_records.hpp"

#include <fmt/format.h>

#include "models/vocational/money/annuity.hpp"
#include "sim/core/contract.hpp"

namespace vocational {

namespace {

// Tracks that a name of the table stands for.
std::vector<Track> tracks_named(const std::string& name) {
    if (name == "regular_bachelor") {
        return {Track::applied_bachelor, Track::academic_bachelor};
    }
    if (name == "general_high") {
        return {Track::general_high, Track::comprehensive_high};
    }
    for (std::size_t t = 0; t < tracks; ++t) {
        if (sim::enum_name(static_cast<Track>(t)) == name) {
            return {static_cast<Track>(t)};
        }
    }
    return {};
}

}  // namespace

MoneyRecords::MoneyRecords(const Data& data, sim::Problems& problems) {
    const FinanceData& finance = data.finance;
    for (std::size_t row = 0; row < finance.rows(); ++row) {
        const std::vector<Track> named = tracks_named(finance.track[row]);
        if (named.empty()) {
            problems.add({{std::string(finance.file()), static_cast<int>(row) + 2, 1},
                          fmt::format("unknown track '{}'", finance.track[row]),
                          "expected a track or regular_bachelor"});
        }
        for (const Track track : named) {
            years_[sim::index_of(track)][static_cast<int>(finance.year[row])] = {
                finance.spending_per_student[row], finance.public_per_student[row]};
        }
    }
    for (std::size_t t = 0; t < tracks; ++t) {
        if (years_[t].empty()) {
            problems.add(
                {{std::string(finance.file()), 1, 1},
                 fmt::format("no money of track '{}'", sim::enum_name(static_cast<Track>(t))),
                 "expected a row for each track"});
        }
    }
    const ProvinceFinanceData& local = data.province_finance;
    for (std::size_t row = 0; row < local.rows(); ++row) {
        if (row >= data.provinces.rows() || local.province[row] != data.provinces.province[row]) {
            problems.add({{std::string(local.file()), static_cast<int>(row) + 2, 1},
                          fmt::format("unexpected province '{}'", local.province[row]),
                          "expected the provinces in their usual order"});
        }
        ratio_.push_back(local.money_per_student_ratio[row]);
    }
}

const MoneyRecords::PerStudent& MoneyRecords::nearest(Track track, int year) const {
    const auto& by_year = years_[sim::index_of(track)];
    SIM_EXPECT(!by_year.empty());
    auto at = by_year.upper_bound(year);
    if (at != by_year.begin()) {
        --at;
    }
    return at->second;
}

double MoneyRecords::province_ratio(Track track, std::size_t province, int year, double power,
                                    const Records& records) const {
    const auto powered = [&](std::size_t p) { return growth_factor(ratio_[p] - 1.0, power); };
    double mean = 0.0;
    for (std::size_t p = 0; p < ratio_.size(); ++p) {
        mean += records.enrolment_share(track, year, p) * powered(p);
    }
    return powered(province) / mean;
}

}  // namespace vocational
