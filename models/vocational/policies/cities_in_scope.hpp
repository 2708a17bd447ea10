// SPDX-License-Identifier: Apache-2.0
// The cities in which an instrument acts: those of the provinces that its `where` names, or of each
// of these the largest ones, until they hold a share of the province's people.
#pragma once

#include <algorithm>
#include <vector>

#include "models/vocational/agents/census.hpp"
#include "models/vocational/agents/place.hpp"
#include "sim/policy/instrument.hpp"

namespace vocational {

class CitiesInScope {
  public:
    explicit CitiesInScope(sim::Accessor& owner)
        : cities_(owner), province_(owner), share_(owner), provinces_(owner), sectors_(owner) {}

    // In order of their rows.
    std::vector<CityId> largest(const sim::Instrument& instrument, double share) const {
        std::vector<std::vector<CityId>> by_province(provinces());
        for (std::size_t c = cities_.first(); c < cities_.end(); ++c) {
            if (instrument.applies("province", province_[CityId(c)].row())) {
                by_province[province_[CityId(c)].row()].push_back(CityId(c));
            }
        }
        std::vector<CityId> chosen;
        for (std::vector<CityId>& cities : by_province) {
            std::sort(cities.begin(), cities.end(), [&](CityId a, CityId b) {
                return share_[a] != share_[b] ? share_[a] > share_[b] : a < b;
            });
            double sum = 0.0;
            for (const CityId city : cities) {
                if (sum >= share) {
                    break;
                }
                sum += share_[city];
                chosen.push_back(city);
            }
        }
        std::sort(chosen.begin(), chosen.end());
        return chosen;
    }
    std::vector<CityId> all(const sim::Instrument& instrument) const {
        return largest(instrument, 2.0);
    }
    ProvinceId province(CityId city) const { return province_[city]; }
    // City's share of its province's people.
    double share(CityId city) const { return share_[city]; }
    std::size_t cities() const { return cities_.end(); }
    std::size_t provinces() const { return provinces_.data()[0]; }
    std::size_t sectors() const { return sectors_.data()[0]; }

  private:
    sim::Rows<CityTable> cities_;
    sim::Read<&CityTable::province> province_;
    sim::Read<&CityTable::share> share_;
    sim::Read<&NationTable::provinces> provinces_;
    sim::Read<&NationTable::sectors> sectors_;
};

}  // namespace vocational
