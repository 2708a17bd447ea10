// SPDX-License-Identifier: Apache-2.0
// Bills of an instrument to the governments that pay it: one of them, or all three by the shares
// that they have in the formula money of the track.
#pragma once

#include <cmath>
#include <vector>

#include "models/vocational/money/policy_purse.hpp"
#include "models/vocational/policies/schools_in_scope.hpp"

namespace vocational {

enum class PaidBy { central, province, city, shared };

class Grants {
  public:
    explicit Grants(sim::Accessor& owner)
        : purse_(owner), central_(owner), province_(owner), provinces_(owner) {}

    // Yuan of the quarter, to a school. `done` of the result is the share of all that was planned.
    Payment pay(const sim::Instrument& policy, const sim::Tick& tick, const SchoolsInScope& schools,
                SchoolId school, double yuan, sim::FlowKind kind, PaidBy payer,
                Purpose purpose = Purpose::general,
                Financing financing = Financing::by_rule) const {
        const ProvinceId region = schools.province(school);
        const GovernmentId city = government_of(schools.city(school), provinces_.data()[0]);
        return split(payer, track_cell(region, schools.track(school)), city, region, yuan,
                     [&](GovernmentId government, double part) {
                         return purse_.pay_school(
                             policy, tick,
                             {government, region, std::llround(part), kind, financing}, school,
                             purpose);
                     });
    }
    // The same to whoever makes things for the province: platforms, courses, buildings.
    Payment pay_suppliers(const sim::Instrument& policy, const sim::Tick& tick, ProvinceId region,
                          double yuan, sim::FlowKind kind, PaidBy payer) const {
        return split(payer, track_cell(region, Track::secondary_vocational), government_of(region),
                     region, yuan, [&](GovernmentId government, double part) {
                         return purse_.pay_suppliers(
                             policy, tick,
                             {government, region, std::llround(part), kind, Financing::by_rule});
                     });
    }
    // The same sum to makers in each province of the policy's scope; the share that takes effect,
    // by province, 0 outside.
    std::vector<double> pay_in_each(const sim::Instrument& policy, const sim::Tick& tick,
                                    double yuan, PaidBy payer) const {
        std::vector<double> done(provinces(), 0.0);
        for (std::size_t p = 0; p < done.size(); ++p) {
            if (policy.applies("province", p)) {
                done[p] = pay_suppliers(policy, tick, ProvinceId(p), yuan, sim::FlowKind::recurrent,
                                        payer)
                              .done;
            }
        }
        return done;
    }
    const PolicyPurse& purse() const { return purse_; }
    std::size_t provinces() const { return provinces_.data()[0]; }

  private:
    template <class Pay>
    Payment split(PaidBy payer, TrackCellId cell, GovernmentId city, ProvinceId region, double yuan,
                  Pay&& pay) const {
        switch (payer) {
            case PaidBy::central:
                return pay(central_government(), yuan);
            case PaidBy::province:
                return pay(government_of(region), yuan);
            case PaidBy::city:
                return pay(city, yuan);
            case PaidBy::shared:
                break;
        }
        const double central = central_[cell];
        const double province = province_[cell];
        const double local = 1.0 - central - province;
        const Payment parts[] = {pay(central_government(), central * yuan),
                                 pay(government_of(region), province * yuan),
                                 pay(city, local * yuan)};
        return {parts[0].paid + parts[1].paid + parts[2].paid,
                central * parts[0].done + province * parts[1].done + local * parts[2].done};
    }

    PolicyPurse purse_;
    sim::Read<&TrackMoneyTable::central_share> central_;
    sim::Read<&TrackMoneyTable::province_share> province_;
    sim::Read<&NationTable::provinces> provinces_;
};

}  // namespace vocational
