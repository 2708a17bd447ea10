// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/programme_choice.hpp"

#include <algorithm>
#include <limits>

#include "models/vocational/markets/choice/nested_logit.hpp"
#include "sim/random/elementary.hpp"
#include "sim/random/race.hpp"
#include "sim/random/uniform_run.hpp"

namespace vocational {

namespace {

constexpr double no_share = -40.0;  // log of the share of what has none

}  // namespace

ProgrammeChoice::ProgrammeChoice(const ChoiceParams& params, std::vector<ProgrammeOffer> offers,
                                 const FieldAppeal& appeal, std::vector<HandsViews> prices)
    : params_(params),
      offers_(std::move(offers)),
      offer_weight_(offers_.size(), 1.0),
      prices_(std::move(prices)),
      views_(prices_.size()),
      no_prices_(no_prices()) {
    own_weight_ = sim::elementary::exp(-params_.same_field);
    std::stable_sort(
        offers_.begin(), offers_.end(),
        [](const ProgrammeOffer& a, const ProgrammeOffer& b) { return a.field < b.field; });
    std::array<double, fields> share{};
    double all = 0.0;
    std::size_t next = 0;
    for (std::size_t f = 0; f < fields; ++f) {
        first_[f] = static_cast<std::uint32_t>(next);
        for (; next < offers_.size() && sim::index_of(offers_[next].field) == f; ++next) {
            seats_left_[f][sim::index_of(offers_[next].hands)] += offers_[next].seats;
            share[f] += static_cast<double>(offers_[next].share);
        }
        all += share[f];
    }
    first_[fields] = static_cast<std::uint32_t>(next);
    for (std::size_t f = 0; f < fields; ++f) {
        if (share[f] <= 0.0) {
            field_weight_[f] = sim::elementary::exp(-no_share);
            continue;
        }
        double popularity = sim::elementary::log(share[f]);
        if (appeal) {
            popularity += appeal(static_cast<Field>(f), share[f] / all);
        }
        popularity += set_offers(f, share[f]);
        field_weight_[f] = sim::elementary::exp(-popularity);
    }
}

// Values of a field's schools; what their quality adds to the field's inclusive value.
double ProgrammeChoice::set_offers(std::size_t field, double share) {
    std::vector<double> usual, now, weights;
    for (std::uint32_t i = first_[field]; i < first_[field + 1]; ++i) {
        const ProgrammeOffer& offer = offers_[i];
        usual.push_back(params_.standing_weight * static_cast<double>(offer.standing));
        now.push_back(usual.back() + params_.quality_weight * log_quality(offer.quality));
        weights.push_back(static_cast<double>(offer.share));
        const double size = static_cast<double>(offer.share) / share;
        const double value = now.back() / params_.school_taste +
                             (size > 0.0 ? sim::elementary::log(size) : no_share);
        offer_weight_[i] = sim::elementary::exp(-value);
        sum_[field][sim::index_of(offer.hands)] += sim::elementary::exp(value);
    }
    return inclusive_value(now, weights, params_.school_taste) -
           inclusive_value(usual, weights, params_.school_taste);
}

ProgrammeChoice::View ProgrammeChoice::no_prices() {
    View view;
    view.field_weight.fill(1.0);
    view.is_known = true;
    return view;
}

// A field's inclusive value changes by λ ln [Σ A exp(u ÷ λ) ÷ Σ A], A the sum over its schools in
// some hands and u what the price adds there; weights are the inverse exponential.
const ProgrammeChoice::View& ProgrammeChoice::view(std::uint8_t percentile) {
    const std::size_t at = std::min<std::size_t>(percentile, views_.size() - 1);
    View& view = views_[at];
    if (view.is_known) {
        return view;
    }
    view.is_known = true;
    view.hands = prices_[at];
    for (std::size_t f = 0; f < fields; ++f) {
        double all = 0.0;
        double seen = 0.0;
        for (std::size_t h = 0; h < all_hands.size(); ++h) {
            all += sum_[f][h];
            seen += view.hands[h].is_payable ? sum_[f][h] / view.hands[h].weight : 0.0;
        }
        view.field_weight[f] =
            seen > 0.0
                ? sim::elementary::exp(-params_.school_taste * sim::elementary::log(seen / all))
                : 1.0;  // no offer to pay for, or none at all
    }
    return view;
}

bool ProgrammeChoice::is_full() const {
    return std::all_of(seats_left_.begin(), seats_left_.end(),
                       [](const auto& left) { return left[0] <= 0 && left[1] <= 0; });
}

// The highest of utility + scale·Gumbel is the lowest of exponential·exp(−utility ÷ scale), which
// costs half.
bool ProgrammeChoice::take(Field own, const View& view, const sim::Rng& rng,
                           std::uint32_t& programme) {
    sim::UniformRun uniforms(rng);  // a number for each field, then one for each school of a field
    std::size_t best_field = fields;
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t f = 0; f < fields; ++f) {
        if (!has_seat(f, view)) {
            continue;
        }
        const bool is_own = own != Field::general && sim::index_of(own) == f;
        const double factor = (is_own ? own_weight_ : 1.0) * view.field_weight[f];
        const double uniform = uniforms[f];  // whichever others are open
        if (!sim::may_rank_below(best, uniform, field_weight_[f] * factor)) {
            continue;
        }
        const double rank = -sim::elementary::log(uniform) * field_weight_[f] * factor;
        if (rank < best) {
            best = rank;
            best_field = f;
        }
    }
    if (best_field == fields) {
        return false;
    }
    std::uint32_t chosen = first_[best_field];
    best = std::numeric_limits<double>::infinity();
    for (std::uint32_t i = first_[best_field]; i < first_[best_field + 1]; ++i) {
        const HandsView& price = view.hands[sim::index_of(offers_[i].hands)];
        if (offers_[i].seats <= 0 || !price.is_payable) {
            continue;
        }
        const double uniform = uniforms[fields + (i - first_[best_field])];
        const double weight = offer_weight_[i] * price.weight;
        if (!sim::may_rank_below(best, uniform, weight)) {
            continue;
        }
        const double rank = -sim::elementary::log(uniform) * weight;
        if (rank < best) {
            best = rank;
            chosen = i;
        }
    }
    --offers_[chosen].seats;
    --seats_left_[best_field][sim::index_of(offers_[chosen].hands)];
    programme = offers_[chosen].programme;
    return true;
}

}  // namespace vocational
