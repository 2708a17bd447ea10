// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/prospects.hpp"

#include "models/vocational/markets/choice/nested_logit.hpp"
#include "models/vocational/markets/choice/peer_effect.hpp"

namespace vocational {

double Prospects::wage_coefficient(const Params& params, double share) {
    switch (params.structures.wage_response()) {
        case WageResponse::applied:
            return coefficient_of(params.choice.wage_elasticity, share);
        case WageResponse::stated:
            return coefficient_of(params.choice.stated_wage_elasticity, share);
        case WageResponse::none:
            return 0.0;
    }
    return 0.0;
}

void Prospects::add_outlook(TrackCellId cell, TrackId track, Prospect& prospect) const {
    if (!is_known_[cell] || !has_outlook_[track]) {
        return;
    }
    const BeliefParams& b = params_.beliefs;
    const double on_wage = wage_coefficient(params_, params_.choice.first_choice_share);
    const double on_job = params_.choice.employment_weight;
    const double news = on_wage * (log_wage_[cell] - reference_wage_[track]) +
                        on_job * (employment_[cell] - reference_employment_[track]);
    const double error = on_wage * sim::elementary::log1p(b.wage_bias) +
                         on_job * b.employment_bias * reference_employment_[track];
    // Constants hold at the beliefs of the reference year, in which nobody was reached.
    const double usual_error = (1.0 - b.know_rank) * error;
    const double weight = published_weight(cell);
    const double climbing =
        params_.choice.progress_weight * (progress_[cell] - reference_progress_[track]);
    prospect.work_informed = news - usual_error;
    prospect.work_uninformed = weight * news + (1.0 - weight) * error - usual_error;
    prospect.informed += prospect.work_informed + climbing;
    prospect.uninformed += prospect.work_uninformed + climbing;
}

void Prospects::add_standing(CityTrackId cell, TrackId track, Prospect& prospect) const {
    if (!has_standing_[track]) {
        return;
    }
    const double followed =
        peer_utility(params_.prestige.social_interaction, peers_[cell] - reference_peers_[track]);
    prospect.informed += followed;
    prospect.uninformed += followed;
    if (has_prestige_[cell]) {
        prospect.prestige = params_.choice.prestige_weight *
                            (prestige_[cell] + campaign_[cell] - reference_prestige_[track]);
    }
}

Price Prospects::price(ProvinceId province, Track track) const {
    Price price = prices_.of(track_cell(province, track));
    price.credit = credit_for(params_.choice, track);
    return price;
}

Prospect Prospects::of(CityId home, Track track) const {
    const ProvinceId province = setting_.province_of[home.row()];
    const TrackCellId cell = track_cell(province, track);
    const TrackId number(sim::index_of(track));
    Prospect prospect;
    prospect.price = price(province, track);
    prospect.reference_burden = params_.choice.cost_weight * reference_burden_[number];
    add_outlook(cell, number, prospect);
    add_standing(city_track(home, track), number, prospect);
    return prospect;
}

double Prospects::utility(const Prospect& prospect, const Family& family) const {
    const ChoiceParams& c = params_.choice;
    return (family.is_informed ? prospect.informed : prospect.uninformed) +
           prospect.prestige * (1.0 + c.prestige_ses * family.status) -
           c.cost_weight * prospect.price.net_mean(family) * family.per_yuan +
           prospect.reference_burden;
}

double Prospects::field_appeal(Level level, Field field, double share) const {
    const FieldOutlookId cell = field_outlook(level, field);
    if (!field_known_[cell] || share >= 1.0) {
        return 0.0;
    }
    return params_.beliefs.know_rank * wage_coefficient(params_, share) *
           (field_premium_[cell] - field_reference_[cell]);
}

}  // namespace vocational
