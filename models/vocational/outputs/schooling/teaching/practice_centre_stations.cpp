// SPDX-License-Identifier: Apache-2.0
// Who uses practice centres: stations in working order × the user's share of hours.
#include "models/vocational/agents/place.hpp"
#include "models/vocational/agents/schools/practice_centre.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class PracticeCentreStations final : public CensusOutput {
  public:
    PracticeCentreStations()
        : CensusOutput({.unit = school_unit::stations,
                        .dims = {"region", "centre_user"},
                        .doc = "Stations of practice centres in working order × share of hours "
                               "that the user has, by province of the centre (stock)."}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        std::vector<std::array<double, sim::enum_size<CentreUser>>> sums(provinces());
        for (std::size_t row = 0; row < centres_.size(); ++row) {
            const CentreId centre(row);
            auto& sum = sums[province_[city_[centre]].row()];
            const double stations = stations_[centre];
            sum[sim::index_of(CentreUser::students)] +=
                stations * static_cast<double>(student_hours_[centre]);
            sum[sim::index_of(CentreUser::firms)] +=
                stations * static_cast<double>(firm_hours_[centre]);
        }
        for (std::size_t p = 0; p < sums.size(); ++p) {
            for (std::size_t user = 0; user < sums[p].size(); ++user) {
                out.value(0, sums[p][user], p, user);
            }
        }
    }

  private:
    sim::Rows<PracticeCentreTable> centres_{*this};
    sim::Read<&CityTable::province> province_{*this};
    sim::Read<&PracticeCentreTable::city> city_{*this};
    sim::Read<&PracticeCentreTable::stations> stations_{*this};
    sim::Read<&PracticeCentreTable::student_hours> student_hours_{*this};
    sim::Read<&PracticeCentreTable::firm_hours> firm_hours_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(practice_centre_stations, PracticeCentreStations);

}  // namespace vocational
