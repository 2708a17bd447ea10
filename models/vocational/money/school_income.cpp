// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/money/school_income.hpp"

#include <algorithm>
#include <cmath>

#include "models/vocational/money/annuity.hpp"
#include "models/vocational/money/fee_rules.hpp"

namespace vocational {

namespace {

constexpr double quarters_per_year = 4.0;

// whole · part ÷ of, rounded down, without overflow.
std::int64_t portion(std::int64_t whole, std::int64_t part, std::int64_t of) {
    __extension__ using Wide = __int128;
    return of == 0 ? 0 : static_cast<std::int64_t>(Wide{whole} * part / of);
}

}  // namespace

void SchoolIncome::run(const sim::Tick& tick) {
    claims_.clear();
    for (std::size_t row = schools_.first(); row < schools_.end(); ++row) {
        claim_for_school(SchoolId(row));
    }
    take_revenue(tick);
    serve_debt();
    pay_claims();
    for (std::size_t row = schools_.first(); row < schools_.end(); ++row) {
        pay_by_families(SchoolId(row));
        income_[SchoolId(row)] = received_[SchoolId(row)];
    }
}

sim::FlowCell SchoolIncome::place_of(GovernmentId government) const {
    const std::size_t provinces = setting_.provinces();
    const std::size_t g = government.row();
    std::size_t region = provinces;  // the nation
    if (g > 0) {
        region = g <= provinces ? g - 1 : setting_.province_of[g - 1 - provinces].row();
    }
    return {region, sim::index_of(government_account(government, provinces)), 0};
}

void SchoolIncome::claim_for_school(SchoolId school) {
    const Track track = track_[school];
    const ProvinceId province = setting_.province_of[city_[school].row()];
    const TrackCellId cell = track_cell(province, track);
    double weighted = 0.0;
    std::int64_t students = 0;
    for (std::uint32_t i = 0; i < programmes_[school]; ++i) {
        const ProgrammeId programme(first_[school] + i);
        weighted += weight_[field_weight(track, field_[programme])] * enrolled_[programme];
        students += enrolled_[programme];
    }
    // A private school waives nothing, so nothing is replaced.
    const double waivers = is_private(school) ? 0.0
                                              : replacement_[cell] * waived_[cell] *
                                                    tuition_[cell] * static_cast<double>(students);
    add_claims({{}, province, Account::school, school, track, 0}, city_[school],
               setting_.scale *
                   (public_share(school) * static_cast<double>(formula_factor_[school]) *
                        formula_[cell] * weighted +
                    waivers) /
                   quarters_per_year);
    const std::int64_t poor = std::min<std::int64_t>(poor_[school], students);
    add_claims({{}, province, Account::household, school, track, 0}, city_[school],
               setting_.scale * poor_grant_[cell] * static_cast<double>(poor) / quarters_per_year);
}

// Share of the formula amount that a school gets.
double SchoolIncome::public_share(SchoolId school) const {
    return is_private(school) ? params_.school_supply.private_public_money() : 1.0;
}

void SchoolIncome::add_claims(const Claim& whole, CityId city, double yuan) {
    const TrackCellId cell = track_cell(whole.region, whole.track);
    const double central = central_[cell];
    const double province = province_[cell];
    const auto add = [&](GovernmentId payer, double share) {
        const double done =
            static_cast<double>(fidelity_[payer]) / static_cast<double>(fidelity_at_base_[payer]);
        Claim claim = whole;
        claim.payer = payer;
        claim.yuan = std::llround(yuan * share * done);
        if (claim.yuan > 0) {
            claims_.push_back(claim);
        }
    };
    add(central_government(), central);
    add(government_of(whole.region), province);
    add(government_of(city, setting_.provinces()), 1.0 - central - province);
}

void SchoolIncome::take_revenue(const sim::Tick& tick) {
    const std::size_t governments = 1 + setting_.provinces() + setting_.cities();
    std::fill_n(wanted_.data(), governments, std::int64_t{0});
    for (const Claim& claim : claims_) {
        wanted_[claim.payer] += claim.yuan;
    }
    const sim::Quarter admission(setting_.base_year, 3);
    const bool is_free = tick.now() > admission;
    const double years = is_free ? (tick.now() - admission) / quarters_per_year : 0.0;
    const double growth = growth_factor(params_.funding.growth, years);
    for (std::size_t g = 0; g < governments; ++g) {
        const GovernmentId government(g);
        revenue_[government] = wanted_[government];
        if (is_free && params_.funding.rule == FundingRule::fixed_revenue) {
            revenue_[government] =
                std::llround(growth * static_cast<double>(revenue_at_base_[government]));
        }
        if (tick.now() == admission) {
            revenue_at_base_[government] = wanted_[government];
        }
        const sim::FlowCell place = place_of(government);
        debt_.book(setting_.ledger,
                   {place.region, sim::index_of(Account::rest_of_economy), place.payer},
                   revenue_[government], nullptr, &debt_.balance(government));
    }
}

void SchoolIncome::serve_debt() {
    const std::size_t governments = 1 + setting_.provinces() + setting_.cities();
    payable_.assign(governments, 0);
    const bool is_fixed = params_.funding.rule == FundingRule::fixed_revenue;
    for (std::size_t g = 0; g < governments; ++g) {
        const GovernmentId government(g);
        debt_.serve(setting_.ledger, government, place_of(government),
                    params_.bonds.project_revenue_share);
        const std::int64_t left = std::max<std::int64_t>(0, debt_.balance(government));
        payable_[g] = is_fixed ? left : std::min(left, wanted_[government]);
    }
}

void SchoolIncome::pay_claims() {
    const std::size_t governments = payable_.size();
    std::fill_n(paid_.data(), governments, std::int64_t{0});
    // Running totals, so that the parts of a payable sum add up to it to the yuan.
    std::vector<std::int64_t> claimed(governments, 0);
    for (const Claim& claim : claims_) {
        const std::size_t g = claim.payer.row();
        claimed[g] += claim.yuan;
        const std::int64_t due = portion(payable_[g], claimed[g], wanted_.data()[g]);
        pay_claim(claim, due - paid_.data()[g]);
        paid_.data()[g] = due;
    }
}

void SchoolIncome::pay_claim(const Claim& claim, std::int64_t yuan) {
    const Account payer = government_account(claim.payer, setting_.provinces());
    sim::Purse to = nullptr;
    if (claim.payee == Account::school) {
        to = &school_balance_[claim.school];
        received_[claim.school] += yuan;
    } else {
        help_paid_[track_cell(claim.region, claim.track)] += yuan;
    }
    debt_.book(setting_.ledger, flow(claim.region, payer, claim.payee), yuan,
               &debt_.balance(claim.payer), to);
    const auto planned =
        std::llround(static_cast<double>(claim.yuan) / static_cast<double>(fidelity_[claim.payer]));
    const std::int64_t done = std::min<std::int64_t>(yuan, planned);
    planned_[claim.region] += planned;
    carried_out_[claim.region] += done;
    reported_[claim.region] += done + std::llround(static_cast<double>(relabelled_[claim.payer]) *
                                                   static_cast<double>(planned - done));
}

void SchoolIncome::pay_by_families(SchoolId school) {
    const ProvinceId province = setting_.province_of[city_[school].row()];
    const TrackCellId cell = track_cell(province, track_[school]);
    std::int64_t agents = 0;
    for (std::uint32_t i = 0; i < programmes_[school]; ++i) {
        agents += enrolled_[ProgrammeId(first_[school] + i)];
    }
    const double students = setting_.scale * static_cast<double>(agents) / quarters_per_year;
    const double paying = std::max(0.0, 1.0 - waived_[cell] - policy_waived_[cell]);
    const double tuition =
        is_private(school)
            ? private_tuition(params_.school_supply, {formula_[cell], tuition_[cell], other_[cell]})
            : paying * tuition_[cell];
    const std::int64_t fees = std::llround(students * tuition);
    const std::int64_t living = std::llround(students * living_[cell]);
    const std::int64_t other = std::llround(students * other_[cell]);
    const sim::Purse purse = &school_balance_[school];
    debt_.book(setting_.ledger, flow(province, Account::household, Account::school), fees, nullptr,
               purse);
    debt_.book(setting_.ledger, flow(province, Account::rest_of_economy, Account::school), other,
               nullptr, purse);
    debt_.book(setting_.ledger, flow(province, Account::household, Account::rest_of_economy),
               living);
    received_[school] += fees + other;
    fees_paid_[cell] += fees;
    living_paid_[cell] += living;
}

}  // namespace vocational
