// SPDX-License-Identifier: Apache-2.0
// 4.8, 4.11 How fast the state of the art moves, by sector and by field: one table for firms'
// frontiers and for the ageing of skill. A sector's pace, log points a year, is technology_pace
// times pace_digital (information technology, software, robotics), pace_advanced (other priority
// industries), pace_industry (other industry and construction) or pace_services (all else). A
// field's pace is the mean over sectors by their weights of the field. The log frontier is 0 in the
// first quarter of the start year.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "models/vocational/params/firm.hpp"
#include "models/vocational/population/records.hpp"
#include "sim/core/quarter.hpp"

namespace vocational {

// Growth of the sector's frontier in log points a year, pace included; the digital sectors and the
// priority industries are named in the list of sectors.
inline double sector_pace(const FirmParams& params, std::string_view sector) {
    const auto is_in = [&](std::string_view part) {
        return sector.find(part) != std::string_view::npos;
    };
    const double pace = is_in("information") || is_in("robotics") ? params.pace_digital()
                        : sector == "manufacturing_other" || sector == "manufacturing" ||
                                sector == "mining" || sector == "utilities" ||
                                sector == "construction"
                            ? params.pace_industry()
                        : is_in("manufacturing_") ? params.pace_advanced()
                                                  : params.pace_services();
    return params.technology_pace * pace;
}

class SectorPace {
  public:
    SectorPace() = default;
    SectorPace(const FirmParams& params, const Records& records) {
        std::array<double, fields> weight{};
        for (std::size_t s = 0; s < records.sectors(); ++s) {
            sectors_.push_back(sector_pace(params, records.sector_names()[s]));
            for (std::size_t f = 0; f < fields; ++f) {
                const double share = records.sector_field_weight(s, static_cast<Field>(f));
                weight[f] += share;
                fields_[f] += share * sectors_.back();
            }
        }
        for (std::size_t f = 0; f < fields; ++f) {
            fields_[f] = weight[f] > 0.0 ? fields_[f] / weight[f] : 0.0;
        }
    }

    // Log points a year; 0 for a field that no sector uses.
    double of_sector(std::size_t sector) const { return sectors_[sector]; }
    double of_field(Field field) const { return fields_[sim::index_of(field)]; }
    // Log frontier of the sector over that of the first quarter of the start year.
    double frontier(std::size_t sector, sim::Quarter now, int base_year) const {
        return 0.25 * sectors_[sector] * (now - sim::Quarter(base_year, 1));
    }

  private:
    std::vector<double> sectors_;
    std::array<double, fields> fields_{};
};

}  // namespace vocational
