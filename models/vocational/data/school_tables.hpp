// SPDX-License-Identifier: Apache-2.0
// Recorded money of schools: by track and year, and how provinces differ.
#pragma once

#include "models/vocational/data/tables.hpp"

namespace vocational {

struct FinanceData final : sim::DataTable {
    FinanceData() : DataTable("finance.csv", "Money per student by track and year.") {}
    sim::DataColumn<std::string> track{*this, "track", sim::unit::none,
                                       "Track; regular_bachelor pools applied and academic."};
    sim::DataColumn<std::int64_t> year{*this, "year", sim::unit::year, "Year.", calendar_year};
    sim::DataColumn<double> spending{*this, "spending_per_student",
                                     sim::unit::yuan_per_student_year, "All payers.", not_negative};
    sim::DataColumn<double> public_money{*this, "public_per_student",
                                         sim::unit::yuan_per_student_year, "General public budget.",
                                         not_negative};
};

struct ProvinceFundingData final : sim::DataTable {
    ProvinceFundingData()
        : DataTable("province_funding.csv", "How provinces' money per student differs.") {}
    sim::DataColumn<std::string> province{*this, "province", sim::unit::none, "Province."};
    sim::DataColumn<double> relative_funding{
        *this,
        "relative_funding",
        sim::unit::ratio,
        "Government education funds per student over the nation's.",
        {0.1, 10.0}};
};

}  // namespace vocational
