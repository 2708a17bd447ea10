// SPDX-License-Identifier: Apache-2.0
// Interest and repayment paid by governments.
#include "models/vocational/outputs/money/province_sum.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class DebtService final : public ProvinceSum<&ProvinceMoneyTable::debt_service> {
  public:
    DebtService() : ProvinceSum("Interest and repayment paid by governments.") {}
};

}  // namespace

SIM_REGISTER_OUTPUT(debt_service, DebtService);

}  // namespace vocational
