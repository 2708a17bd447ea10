// SPDX-License-Identifier: Apache-2.0
// What there is to list at 15, and at what price.
#include <cmath>

#include "models/vocational/markets/zhongkao.hpp"

namespace vocational {

std::vector<TrackViews> Zhongkao::views(const Families& families, ProvinceId province) const {
    std::vector<TrackViews> views(Families::percentiles);
    for (std::size_t t = 0; t < tracks_at_15.size(); ++t) {
        const Price price = choice_.prospects().price(province, tracks_at_15[t]);
        for (std::uint8_t p = 0; p < Families::percentiles; ++p) {
            views[p][t] = hands_views(params_.choice, price, families[p]);
        }
    }
    return views;
}

// Seats of a school this year.
Zhongkao::Offered Zhongkao::offered(SchoolId school) const {
    Offered offered{school.value(), 0, 0.0};
    for (std::uint32_t k = 0; k < programmes_[school]; ++k) {
        const ProgrammeId programme(first_programme_[school] + k);
        offered.seats += static_cast<std::uint32_t>(seats_[programme]);
        offered.quality += seats_[programme] * static_cast<double>(quality_[programme]);
    }
    return offered;
}

// What a city offers of a track, in order of school: general and comprehensive schools one by one,
// the others together by hands, as their first school.
std::vector<Zhongkao::Offered> Zhongkao::offers(const Area& area, Track track) const {
    const RowRange range = setting_.schools(area.city, track);
    std::vector<Offered> offers;
    std::array<std::size_t, all_hands.size()> pool{range.size(), range.size()};
    for (std::uint32_t s = range.begin; s < range.end; ++s) {
        const Offered one = offered(SchoolId(s));
        std::size_t& at = pool[sim::index_of(hands_of(ownership_[SchoolId(s)]))];
        if (is_vocational(track) && at < offers.size()) {
            offers[at].seats += one.seats;
            offers[at].quality += one.quality;
        } else {
            at = offers.size();
            offers.push_back(one);
        }
    }
    return offers;
}

// Options of one track.
void Zhongkao::find_options(Area& area, std::uint8_t track, RunningSum& quota) const {
    const RowRange range = setting_.schools(area.city, tracks_at_15[track]);
    const bool is_pooled = is_vocational(tracks_at_15[track]);
    const std::size_t first = area.options.size();
    std::vector<double> standing;
    std::vector<double> quality;
    for (const Offered& offer : offers(area, tracks_at_15[track])) {
        if (offer.seats == 0) {
            continue;
        }
        const SchoolId school(offer.school);
        const std::uint32_t seats = offer.seats;
        AreaOption option{};
        option.school = offer.school;
        option.number = offer.school - range.begin;
        option.track = track;
        option.hands = hands_of(ownership_[school]);
        option.size = seats;
        option.cutoff = last_cutoff_[school];
        option.has_cutoff = has_cutoff_[school] != 0;
        const double share = is_pooled ? 0.0 : params_.admission.rural_quota();
        const auto reserved = std::min(seats, quota.add(share * seats));
        for (const bool is_reserved : {true, false}) {
            option.is_reserved = is_reserved;
            option.capacity = is_reserved ? reserved : seats - reserved;
            option.left = option.capacity;
            if (option.capacity > 0) {
                area.options.push_back(option);
                standing.push_back(is_pooled ? 0.0
                                             : params_.choice.standing_weight *
                                                   static_cast<double>(standing_[school]));
                quality.push_back(params_.choice.quality_weight *
                                  log_quality(offer.quality / seats));
            }
        }
    }
    set_values(area.options, first, standing, quality, params_.choice.school_taste);
}

}  // namespace vocational
