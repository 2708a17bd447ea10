// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/beliefs/form_beliefs.hpp"

#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

// Own region's value and the nation's; a region without leavers has only the nation's.
double mixed(double own, double own_people, double nation, double own_weight) {
    const double weight = own_people > 0.0 ? own_weight : 0.0;
    return weight * own + (1.0 - weight) * nation;
}

double ratio(double part, double whole) {
    return whole > 0.0 ? part / whole : 0.0;
}

}  // namespace

struct FormBeliefs::Observed {
    double employed = 0.0;
    double log_wages = 0.0;
    double jobs = 0.0;  // employed last year, of …
    double residents = 0.0;
    double completers = 0.0;
    double continuers = 0.0;

    void add(const Observed& other) {
        employed += other.employed;
        log_wages += other.log_wages;
        jobs += other.jobs;
        residents += other.residents;
        completers += other.completers;
        continuers += other.continuers;
    }
    double log_wage() const { return ratio(log_wages, employed); }
    double employment() const { return ratio(jobs, residents); }
    double progress() const { return ratio(continuers, completers); }
};

FormBeliefs::Observed FormBeliefs::observed(TrackCellId cell, int year) const {
    const OutlookYearId lagged = outlook_year(cell, year - params_.beliefs.wage_lag);
    const OutlookYearId last = outlook_year(cell, year - 1);
    return {1.0 * employed_[lagged], log_wages_[lagged],      1.0 * employed_[last],
            1.0 * residents_[last],  1.0 * completers_[last], 1.0 * continuers_[last]};
}

void FormBeliefs::publish_track(Track track, int year) {
    Observed nation;
    for (std::size_t p = 0; p < setting_.provinces(); ++p) {
        nation.add(observed(track_cell(ProvinceId(p), track), year));
    }
    const BeliefParams& b = params_.beliefs;
    for (std::size_t p = 0; p < setting_.provinces(); ++p) {
        const TrackCellId cell = track_cell(ProvinceId(p), track);
        const Observed own = observed(cell, year);
        const double weight = b.own_region_weight;
        published_wage_[cell] = mixed(own.log_wage(), own.employed, nation.log_wage(), weight);
        published_employment_[cell] =
            mixed(own.employment(), own.residents, nation.employment(), weight);
        published_progress_[cell] =
            mixed(own.progress(), own.completers, nation.progress(), weight);
        is_known_[cell] = nation.employed > 0.0 ? 1 : 0;
    }
}

// Means over the young of all cities; until the start, what holds now.
void FormBeliefs::refer_track(Track track, bool is_before_start) {
    const TrackId number(sim::index_of(track));
    const Families families(params_.choice);
    double wage = 0.0, employment = 0.0, progress = 0.0, burden = 0.0, prestige = 0.0, peers = 0.0;
    bool has_standing = true;
    for (std::size_t c = 0; c < setting_.cities(); ++c) {
        const ProvinceId province = setting_.province_of[c];
        const TrackCellId cell = track_cell(province, track);
        const CityTrackId standing = city_track(CityId(c), track);
        const double young = cohort_share_[province] * city_share_[CityId(c)];
        wage += young * published_wage_[cell];
        employment += young * published_employment_[cell];
        progress += young * published_progress_[cell];
        const Price price = prices_.of(cell);
        burden += young * families.mean_burden(price.mean(), price.poor_grant);
        prestige += young * prestige_[standing];
        peers += young * peers_[standing];
        has_standing = has_standing && has_prestige_[standing] != 0;
    }
    if (is_known_[track_cell(ProvinceId(0), track)] != 0 &&
        (is_before_start || has_outlook_[number] == 0)) {
        reference_wage_[number] = wage;
        reference_employment_[number] = employment;
        reference_progress_[number] = progress;
        has_outlook_[number] = 1;
    }
    if (has_standing && (is_before_start || has_standing_[number] == 0)) {
        reference_prestige_[number] = prestige;
        reference_peers_[number] = peers;
        has_standing_[number] = 1;
    }
    if (is_before_start || has_burden_[number] == 0) {
        reference_burden_[number] = burden;
        has_burden_[number] = 1;
    }
    const BeliefParams& b = params_.beliefs;
    for (std::size_t p = 0; p < setting_.provinces(); ++p) {
        const TrackCellId cell = track_cell(ProvinceId(p), track);
        const double weight = b.belief_update * reached_[cell];
        const double others =
            weight * published_wage_[cell] +
            (1.0 - weight) * (reference_wage_[number] + sim::elementary::log1p(b.wage_bias));
        believed_wage_[cell] = b.know_rank * published_wage_[cell] + (1.0 - b.know_rank) * others;
    }
}

void FormBeliefs::publish_fields(int year, bool is_before_start) {
    for (std::size_t l = 0; l < levels; ++l) {
        double employed = 0.0;
        double wages = 0.0;
        for (std::size_t f = 0; f < fields; ++f) {
            const FieldOutlookId cell = field_outlook(static_cast<Level>(l), static_cast<Field>(f));
            const FieldYearId lagged = field_year(cell, year - params_.beliefs.wage_lag);
            employed += field_employed_[lagged];
            wages += field_wages_[lagged];
        }
        for (std::size_t f = 0; f < fields; ++f) {
            const FieldOutlookId cell = field_outlook(static_cast<Level>(l), static_cast<Field>(f));
            const FieldYearId lagged = field_year(cell, year - params_.beliefs.wage_lag);
            if (field_employed_[lagged] == 0) {
                field_premium_[cell] = field_reference_[cell];  // no news
                continue;
            }
            field_premium_[cell] =
                ratio(field_wages_[lagged], field_employed_[lagged]) - ratio(wages, employed);
            if (is_before_start || field_known_[cell] == 0) {
                field_reference_[cell] = field_premium_[cell];
                field_known_[cell] = 1;
            }
        }
    }
}

void FormBeliefs::run(const sim::Tick& tick) {
    const int year = tick.now().year();
    const bool is_before_start = year < tick.start().year();
    for (std::size_t t = 0; t < tracks; ++t) {
        publish_track(static_cast<Track>(t), year);
        refer_track(static_cast<Track>(t), is_before_start);
    }
    publish_fields(year, is_before_start);
}

}  // namespace vocational
