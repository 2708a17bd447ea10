// SPDX-License-Identifier: Apache-2.0
// By which door people enter tracks: every way that the enrolment desk knows, by home.
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class EntrantsByRoute final : public CensusOutput {
  public:
    EntrantsByRoute()
        : CensusOutput({.unit = sim::unit::persons,
                        .dims = {"region", "route"},
                        .doc = "People who entered a track by that route: zhongkao at 15; gaokao "
                               "and vocational_exam to ordinary seats of colleges; transfer from "
                               "five-year and articulation from integrated bachelor programmes; "
                               "upgrade after college; work to reserved seats; change from "
                               "another track of the level; comeback after leaving without "
                               "completing (Q3).",
                        .measure = sim::Measure::count}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_provinces([&](std::size_t p, ProvinceId province) {
            for (std::size_t route = 0; route < entry_doors; ++route) {
                out.value(0, people(entrants_[route_cell(province, static_cast<Entry>(route))]), p,
                          route);
            }
        });
    }

  private:
    sim::Read<&RouteCellTable::entrants> entrants_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(entrants_by_route, EntrantsByRoute);

}  // namespace vocational
