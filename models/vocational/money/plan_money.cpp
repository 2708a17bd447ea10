// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/money/plan_money.hpp"

#include <algorithm>

#include "models/vocational/money/annuity.hpp"
#include "models/vocational/money/fee_rules.hpp"

namespace vocational {

void PlanMoney::run(const sim::Tick& tick) {
    reset_flows(tick);
    const int year = tick.now().year();
    const int base = setting_.base_year;
    const double growth =
        year > base ? growth_factor(params_.funding.growth, double(year - base)) : 1.0;
    for (std::size_t p = 0; p < setting_.provinces(); ++p) {
        for (std::size_t t = 0; t < tracks; ++t) {
            plan_track(ProvinceId(p), static_cast<Track>(t), std::min(year, base), growth);
        }
    }
    plan_weights();
}

void PlanMoney::reset_flows(const sim::Tick& tick) {
    std::fill_n(accountability_.data(), governments_.end(), 0.0F);
    for (std::size_t p = 0; p < setting_.provinces(); ++p) {
        planned_.data()[p] = 0;
        carried_out_.data()[p] = 0;
        reported_.data()[p] = 0;
        is_pilot_.data()[p] = 0;
        bonus_.data()[p] = 0.0F;
    }
    for (std::size_t cell = 0; cell < setting_.provinces() * tracks; ++cell) {
        policy_waived_.data()[cell] = 0.0;
        policy_grant_.data()[cell] = 0.0;
        policy_poor_grant_.data()[cell] = 0.0;
        policy_loan_.data()[cell] = 0.0;
        received_.data()[cell] = 0;
        fees_paid_.data()[cell] = 0;
        living_paid_.data()[cell] = 0;
        help_paid_.data()[cell] = 0;
        if (tick.is_quarter(3)) {
            received_in_year_.data()[cell] = 0;
        }
    }
    for (std::size_t school = schools_.first(); school < schools_.end(); ++school) {
        school_received_.data()[school] = 0;
        for_equipment_.data()[school] = 0;
        for_building_.data()[school] = 0;
        for_courses_.data()[school] = 0;
        for_development_.data()[school] = 0;
        for_digital_.data()[school] = 0;
    }
}

void PlanMoney::plan_track(ProvinceId province, Track track, int year, double growth) {
    const TrackCellId cell = track_cell(province, track);
    const FeeRule fees = fee_rule(params_.fees, track);
    const PayerShares shares = payer_shares(params_.funding, track);
    const double ratio = money_.province_ratio(track, province.row(), year,
                                               params_.funding.province_spread, records_);
    const double all_public = ratio * growth * money_.public_money(track, year);
    const double all = ratio * growth * money_.all_money(track, year);
    const double fees_paid = (1.0 - fees.waived_share) * fees.tuition;
    formula_[cell] =
        std::max(0.0, all_public - params_.fees.fee_replacement * fees.waived_share * fees.tuition);
    other_[cell] = std::max(0.0, all - all_public - fees_paid);
    central_[cell] = shares.central;
    province_[cell] = shares.province;
    tuition_[cell] = fees.tuition;
    living_[cell] = fees.living;
    waived_[cell] = fees.waived_share;
    replacement_[cell] = params_.fees.fee_replacement;
    poor_grant_[cell] = fees.poor_grant;
}

void PlanMoney::plan_weights() {
    const double heavy = params_.funding.equipment_field_weight;
    for (std::size_t t = 0; t < tracks; ++t) {
        const auto track = static_cast<Track>(t);
        double mean = 0.0;
        double shares = 0.0;
        const auto weight_of = [&](Field field) { return needs_equipment(field) ? heavy : 1.0; };
        for (std::size_t f = 0; f < fields; ++f) {
            const auto field = static_cast<Field>(f);
            mean += records_.field_share(track, field) * weight_of(field);
            shares += records_.field_share(track, field);
        }
        for (std::size_t f = 0; f < fields; ++f) {
            const auto field = static_cast<Field>(f);
            weight_[field_weight(track, field)] =
                shares > 0.0 ? weight_of(field) * shares / mean : 1.0;
        }
    }
}

}  // namespace vocational
