// SPDX-License-Identifier: Apache-2.0
// Articles 9 and 13: more seats of the tracks named. In the years of building the government pays
// capital for each seat in equal parts; then seats are (1 + x · increase) of the plan, to the share
// that this policy paid for and built. Their running costs follow from the formula, if they are
// filled. Evidence: build_lag; slots_bind: seats, not eligibility.
#include <algorithm>
#include <vector>

#include "models/vocational/policies/grants.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"
#include "sim/policy/policy_memory.hpp"

namespace vocational {

namespace {

class CapacityExpansion final : public sim::Instrument {
  public:
    CapacityExpansion()
        : Instrument({.doc = "Builds seats of the tracks named.",
                      .slot = slots::after_seat_plan,
                      .article = "9, 13",
                      .family = "enrollment",
                      .payer = "local",
                      .responds = "intake",
                      .where = {"province", "track"}}) {}

    SIM_PARAM(double, increase, 0.10, .unit = sim::unit::ratio, .range = {-0.5, 2.0},
              .doc = "Seats added ÷ seats planned; below 0 seats are given up, at no cost.",
              .source = sim::assumed("policy lever"));
    SIM_PARAM(double, build_years, 2.0, .unit = sim::unit::year, .range = {0.25, 4.0},
              .doc = "Years from the start to the first seats.",
              .source = sim::assumed("evidence row build_lag, a judgement"));
    SIM_PARAM(double, cost_per_seat, 80'000.0, .unit = sim::unit::yuan, .range = {1e4, 3e5},
              .doc = "Capital for one further student at a time: buildings and equipment.",
              .source = sim::assumed("usual building norms per student; swept"));

    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        const int lag = static_cast<int>(4.0 * build_years + 0.5);
        const int age = tick.now() - commitment().start;
        const bool is_wanted = commitment().strength != 0.0;
        if (!is_wanted || age < 0) {
            return;
        }
        for (std::size_t p = 0; p < grants_.provinces(); ++p) {
            for (std::size_t t = 0; t < tracks; ++t) {
                if (!applies("province", p) || !applies("track", t)) {
                    continue;
                }
                const TrackCellId cell = track_cell(ProvinceId(p), static_cast<Track>(t));
                if (age < lag && x != 0.0 && increase > 0.0) {
                    pay(tick, cell, ProvinceId(p), lag);
                }
                if (age >= lag && tick.is_quarter(3)) {
                    const double built = increase > 0.0 ? built_[of_this(cell)] : 1.0;
                    seats_[cell] *= std::max(0.0, 1.0 + x * increase * built);
                }
            }
        }
    }

  private:
    // Share of the seats planned there that this policy has paid for and built.
    sim::PolicyMemoryId of_this(TrackCellId cell) const {
        return sim::PolicyMemoryId(commitment().row.row() * grants_.provinces() * tracks +
                                   cell.row());
    }

    // A seat for each year of study.
    void pay(const sim::Tick& tick, TrackCellId cell, ProvinceId province, int lag) {
        const auto track = static_cast<Track>(cell.row() % tracks);
        const double students = commitment().strength * increase * seats_[cell] * years_of(track);
        const Payment payment =
            grants_.pay_suppliers(*this, tick, province, students * cost_per_seat / lag,
                                  sim::FlowKind::capital, PaidBy::province);
        built_[of_this(cell)] += std::min(1.0, payment.done) / lag;
    }

    Grants grants_{*this};
    sim::Write<&TrackCellTable::seats> seats_{*this};
    sim::Write<&sim::PolicyMemoryTable::kept> built_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(capacity_expansion, CapacityExpansion);

}  // namespace vocational
