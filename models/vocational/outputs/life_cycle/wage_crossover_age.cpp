// SPDX-License-Identifier: Apache-2.0
// 4.11 The age at which pay after vocational schooling falls behind pay after general schooling,
// among those who went no further than upper secondary. Evidence: age_voc_wage_gap_opens.
#include "models/vocational/agents/careers/career_cell.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class WageCrossoverAge final : public CensusOutput {
  public:
    WageCrossoverAge()
        : CensusOutput(
              {.unit = sim::unit::year,
               .doc = "Age from which the mean wage of those whose highest track is secondary "
                      "vocational or technical stays below that of those with general high "
                      "school, between the middles of age bands; missing if it never does, or "
                      "always is (Q2)."}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (tick.is_quarter(2)) {
            out.push(crossover());
        }
    }

  private:
    // What vocational pay is above general pay in a band; missing if one of both has nobody.
    double advantage(std::size_t band) const {
        const double vocational =
            mean(band, {Track::secondary_vocational, Track::technical_school});
        const double general = mean(band, {Track::general_high, Track::comprehensive_high});
        return vocational / general - 1.0;
    }
    double mean(std::size_t band, std::array<Track, 2> kinds) const {
        double employed = 0.0;
        double wages = 0.0;
        for (const Track track : kinds) {
            employed += employed_[age_cell(band, track)];
            wages += static_cast<double>(wage_sum_[age_cell(band, track)]);
        }
        return employed > 0.0 ? wages / employed : std::numeric_limits<double>::quiet_NaN();
    }
    static double middle(double band) { return youngest_age + years_of_band * (band + 0.5); }

    double crossover() const {
        std::size_t before = age_bands;  // the last band in which vocational pay is not below
        double ahead = 0.0;
        for (std::size_t band = 0; band < age_bands; ++band) {
            const double now = advantage(band);
            if (now >= 0.0) {
                before = band;
                ahead = now;
            }
        }
        for (std::size_t band = before + 1; band < age_bands; ++band) {
            const double behind = advantage(band);
            if (behind < 0.0) {
                const double from = middle(static_cast<double>(before));
                return from + (middle(static_cast<double>(band)) - from) * ahead / (ahead - behind);
            }
        }
        return std::numeric_limits<double>::quiet_NaN();
    }

    sim::Read<&AgeCellTable::employed> employed_{*this};
    sim::Read<&AgeCellTable::wage_sum> wage_sum_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(wage_crossover_age, WageCrossoverAge);

}  // namespace vocational
