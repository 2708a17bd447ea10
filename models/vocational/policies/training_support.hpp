// SPDX-License-Identifier: Apache-2.0
// Pays firms what was promised for training contracts: for each student under contract, the
// yearly amount times the strength at the promise, in the third quarter in which she entered; so
// promises run out with the contracts after a policy's end. All contracts of the kinds are paid,
// also those that firms would have offered anyway: deadweight comes out of the model.
#pragma once

#include <cmath>

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/training.hpp"
#include "models/vocational/policies/grants.hpp"
#include "sim/policy/instrument.hpp"

namespace vocational {

class ContractPayments {
  public:
    explicit ContractPayments(sim::Accessor& owner)
        : rows_(owner), partner_(owner), students_(owner), city_(owner), province_(owner) {}

    // yearly(kind): yuan per student and year in full force; force(quarter): strength then.
    template <class Yearly, class Force>
    void pay(const sim::Instrument& policy, const sim::Tick& tick, const Grants& grants,
             double scale, PaidBy payer, Yearly&& yearly, Force&& force) const {
        for (std::size_t row = rows_.first(); row < rows_.end(); ++row) {
            if (students_.data()[row] == 0) {
                continue;
            }
            const auto kind = static_cast<ContractKind>(row % contract_kinds + 1);
            const std::size_t slot = row / contract_kinds % cohort_slots;
            const FirmId firm = partner_.data()[row];
            const ProvinceId region = province_[city_[firm]];
            const double promised = force(entry_of(tick.now(), slot));
            const double yuan = 0.25 * promised * yearly(kind) * scale * students_.data()[row];
            if (yuan > 0.0 && policy.applies("province", region.row())) {
                const GovernmentId government =
                    payer == PaidBy::central ? central_government() : government_of(region);
                grants.purse().pay_firm(policy, tick, {government, region, std::llround(yuan)},
                                        firm);
            }
        }
    }

  private:
    // The last third quarter of a year that has the slot's number.
    static sim::Quarter entry_of(sim::Quarter now, std::size_t slot) {
        int year = now.quarter() < 3 ? now.year() - 1 : now.year();
        while (static_cast<std::size_t>(year) % cohort_slots != slot) {
            --year;
        }
        return {year, 3};
    }

    sim::Rows<PartnershipTable> rows_;
    sim::Read<&PartnershipTable::firm> partner_;
    sim::Read<&PartnershipTable::students> students_;
    sim::Read<&FirmTable::city> city_;
    sim::Read<&CityTable::province> province_;
};

}  // namespace vocational
