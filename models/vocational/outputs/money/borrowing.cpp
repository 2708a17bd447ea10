// SPDX-License-Identifier: Apache-2.0
// Bonds issued by governments: money now, debt service later.
#include "models/vocational/outputs/money/province_sum.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class Borrowing final : public ProvinceSum<&ProvinceMoneyTable::borrowing> {
  public:
    Borrowing() : ProvinceSum("Bonds issued by governments: money now, debt service later.") {}
};

}  // namespace

SIM_REGISTER_OUTPUT(borrowing, Borrowing);

}  // namespace vocational
