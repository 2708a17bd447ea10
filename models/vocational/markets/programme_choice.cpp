// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/programme_choice.hpp"

#include <algorithm>
#include <limits>

#include "models/vocational/markets/choice/nested_logit.hpp"
#include "sim/random/elementary.hpp"

namespace vocational {

ProgrammeChoice::ProgrammeChoice(const ChoiceParams& params, std::vector<ProgrammeOffer> offers,
                                 const FieldAppeal& appeal)
    : params_(params), offers_(std::move(offers)), value_(offers_.size(), 0.0) {
    std::stable_sort(
        offers_.begin(), offers_.end(),
        [](const ProgrammeOffer& a, const ProgrammeOffer& b) { return a.field < b.field; });
    std::array<double, fields> share{};
    double all = 0.0;
    std::size_t next = 0;
    for (std::size_t f = 0; f < fields; ++f) {
        first_[f] = static_cast<std::uint32_t>(next);
        for (; next < offers_.size() && sim::index_of(offers_[next].field) == f; ++next) {
            seats_left_[f] += offers_[next].seats;
            share[f] += static_cast<double>(offers_[next].share);
        }
        all += share[f];
    }
    first_[fields] = static_cast<std::uint32_t>(next);
    for (std::size_t f = 0; f < fields; ++f) {
        if (share[f] <= 0.0) {
            popularity_[f] = -40.0;
            continue;
        }
        popularity_[f] = sim::elementary::log(share[f]);
        if (appeal) {
            popularity_[f] += appeal(static_cast<Field>(f), share[f] / all);
        }
        set_values(f, share[f]);
    }
}

// Values of a field's schools; what their quality adds to the field's inclusive value.
void ProgrammeChoice::set_values(std::size_t field, double share) {
    std::vector<double> usual, now, weights;
    for (std::uint32_t i = first_[field]; i < first_[field + 1]; ++i) {
        const ProgrammeOffer& offer = offers_[i];
        usual.push_back(params_.standing_weight * static_cast<double>(offer.standing));
        now.push_back(usual.back() + params_.quality_weight * log_quality(offer.quality));
        weights.push_back(static_cast<double>(offer.share));
        const double size = static_cast<double>(offer.share) / share;
        value_[i] =
            now.back() + params_.school_taste * (size > 0.0 ? sim::elementary::log(size) : -40.0);
    }
    popularity_[field] += inclusive_value(now, weights, params_.school_taste) -
                          inclusive_value(usual, weights, params_.school_taste);
}

bool ProgrammeChoice::take(Field own, sim::Rng& rng, std::uint32_t& programme) {
    std::size_t best_field = fields;
    double best = -std::numeric_limits<double>::infinity();
    for (std::size_t f = 0; f < fields; ++f) {
        if (seats_left_[f] <= 0) {
            continue;
        }
        rng.skip_to(2 * f);  // a field's taste does not depend on which others are open
        const double same = own != Field::general && sim::index_of(own) == f ? 1.0 : 0.0;
        const double utility = popularity_[f] + params_.same_field * same + rng.gumbel();
        if (utility > best) {
            best = utility;
            best_field = f;
        }
    }
    if (best_field == fields) {
        return false;
    }
    std::uint32_t chosen = first_[best_field];
    best = -std::numeric_limits<double>::infinity();
    for (std::uint32_t i = first_[best_field]; i < first_[best_field + 1]; ++i) {
        if (offers_[i].seats <= 0) {
            continue;
        }
        rng.skip_to(2 * fields + 2 * (i - first_[best_field]));
        const double utility = value_[i] + option_taste(params_.school_taste, rng);
        if (utility > best) {
            best = utility;
            chosen = i;
        }
    }
    --offers_[chosen].seats;
    --seats_left_[best_field];
    programme = offers_[chosen].programme;
    return true;
}

}  // namespace vocational
