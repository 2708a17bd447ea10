// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/population/school_norms.hpp"

#include <algorithm>

#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

// Index of a row's track in the recorded names; regular bachelor money holds for both kinds.
std::vector<Track> tracks_of_norm(const std::string& name) {
    if (name == "regular_bachelor") {
        return {Track::applied_bachelor, Track::academic_bachelor};
    }
    for (std::size_t t = 0; t < tracks; ++t) {
        if (sim::enum_name(static_cast<Track>(t)) == name) {
            return {static_cast<Track>(t)};
        }
    }
    throw sim::UserError("finance.csv: unknown track '" + name + "'");
}

double power(double base, double exponent) {
    return sim::elementary::exp(exponent * sim::elementary::log(base));
}

}  // namespace

double SchoolNorms::at(const Series& series, Track track, int year) const {
    const int years = static_cast<int>(series.size() / tracks);
    const int known = std::clamp(std::min(year, base_year_) - first_year_, 0, years - 1);
    return series[sim::index_of(track) * static_cast<std::size_t>(years) +
                  static_cast<std::size_t>(known)];
}

void SchoolNorms::prepare(const FinanceData& finance, const ProvinceFinanceData& funding,
                          const Records& records, const SchoolBudgetParams& params, int base_year) {
    base_year_ = base_year;
    pay_share_ = params.pay_share;
    read_money(finance);
    const std::size_t years = spending_.size() / tracks;
    ratio_.assign(spending_.size(), 1.0);
    for (std::size_t t = 0; t < tracks; ++t) {
        for (std::size_t y = 0; y < years; ++y) {
            const auto track = static_cast<Track>(t);
            const int year = first_year_ + static_cast<int>(y);
            // Before they are counted apart, vocational bachelor institutions are colleges.
            const bool is_counted = records.teachers(track, year) > 0.0;
            const Track counted = is_counted ? track : Track::higher_vocational;
            const double teachers = records.teachers(counted, year);
            ratio_[t * years + y] =
                teachers > 0.0 ? records.year(counted, year).enrolment / teachers : 15.0;
        }
    }
    read_pay(records);
    read_provinces(funding, records, params);
}

void SchoolNorms::read_money(const FinanceData& finance) {
    int last = 0;
    first_year_ = static_cast<int>(finance.rows() > 0 ? finance.year[0] : 0);
    for (std::size_t row = 0; row < finance.rows(); ++row) {
        first_year_ = std::min(first_year_, static_cast<int>(finance.year[row]));
        last = std::max(last, static_cast<int>(finance.year[row]));
    }
    const auto years = static_cast<std::size_t>(last - first_year_ + 1);
    spending_.assign(tracks * years, 0.0);
    public_.assign(tracks * years, 0.0);
    for (std::size_t row = 0; row < finance.rows(); ++row) {
        for (const Track track : tracks_of_norm(finance.track[row])) {
            const std::size_t cell = sim::index_of(track) * years +
                                     static_cast<std::size_t>(finance.year[row] - first_year_);
            spending_[cell] = finance.spending_per_student[row];
            public_[cell] = finance.public_per_student[row];
        }
    }
    // No comprehensive high school is recorded; a policy's would cost what a general one does.
    for (std::size_t y = 0; y < years; ++y) {
        const std::size_t general = sim::index_of(Track::general_high) * years + y;
        const std::size_t comprehensive = sim::index_of(Track::comprehensive_high) * years + y;
        spending_[comprehensive] = spending_[general];
        public_[comprehensive] = public_[general];
    }
}

void SchoolNorms::read_pay(const Records& records) {
    const auto& names = records.sector_names();
    const auto found = std::find(names.begin(), names.end(), "education");
    pay_.assign(records.provinces(), 1.0);
    if (found == names.end()) {
        return;  // a world without an education sector has the same pay everywhere
    }
    const auto sector = static_cast<std::size_t>(found - names.begin());
    double jobs = 0.0;
    double wages = 0.0;
    for (std::size_t p = 0; p < records.provinces(); ++p) {
        const double here = records.jobs(p, sector, base_year_);
        jobs += here;
        wages += here * records.wage(p, sector);
    }
    for (std::size_t p = 0; p < records.provinces(); ++p) {
        pay_[p] = records.wage(p, sector) * jobs / wages;
    }
}

void SchoolNorms::read_provinces(const ProvinceFinanceData& funding, const Records& records,
                                 const SchoolBudgetParams& params) {
    const std::size_t n = records.provinces();
    std::vector<double> relative(n, 1.0);
    for (std::size_t row = 0; row < funding.rows(); ++row) {
        const auto& names = records.province_names();
        const auto at = std::find(names.begin(), names.end(), funding.province[row]);
        if (at == names.end()) {
            throw sim::UserError("province_finance.csv: unknown province '" +
                                 funding.province[row] + "'");
        }
        relative[static_cast<std::size_t>(at - names.begin())] =
            power(funding.money_per_student_ratio[row], params.funding_spread);
    }
    funding_.assign(n * tracks, 1.0);
    staffing_.assign(n * tracks, 1.0);
    for (std::size_t t = 0; t < tracks; ++t) {
        const auto track = static_cast<Track>(t);
        double money = 0.0;
        double teachers = 0.0;
        for (std::size_t p = 0; p < n; ++p) {
            const double students = records.enrolment_share(track, base_year_, p);
            money += students * relative[p];
            teachers += students * power(relative[p] / pay_[p], params.staffing_elasticity);
        }
        for (std::size_t p = 0; p < n; ++p) {
            funding_[p * tracks + t] = relative[p] / money;
            staffing_[p * tracks + t] =
                teachers / power(relative[p] / pay_[p], params.staffing_elasticity);
        }
    }
}

}  // namespace vocational
