// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/labour/job_mix.hpp"

#include "sim/random/elementary.hpp"

namespace vocational {

namespace {

// Turns weights into a cumulative distribution; all on the first element if there is no weight.
template <std::size_t N>
void accumulate_shares(std::array<double, N>& weights) {
    double sum = 0.0;
    for (double& weight : weights) {
        sum += weight;
        weight = sum;
    }
    for (double& weight : weights) {
        weight = sum > 0.0 ? weight / sum : 1.0;
    }
}

// Moves a uniform number up by `shift` on the logit scale: u / (u + (1 − u) exp(−shift)).
double shifted(double uniform, double shift) {
    return shift == 0.0 ? uniform
                        : uniform / (uniform + (1.0 - uniform) * sim::elementary::exp(-shift));
}

}  // namespace

JobMix::JobMix(const Records& records) : levels_(records.sectors()), fields_(records.sectors()) {
    for (std::size_t s = 0; s < records.sectors(); ++s) {
        for (std::size_t j = 0; j < job_levels; ++j) {
            levels_[s][j] = records.job_level_share(s, static_cast<JobLevel>(j));
        }
        levels_[s][0] = std::max(0.0, levels_[s][0] - records.pooled_share(s));
        accumulate_shares(levels_[s]);
        for (std::size_t f = 0; f < fields; ++f) {
            fields_[s][f] = records.sector_field_weight(s, static_cast<Field>(f));
        }
        accumulate_shares(fields_[s]);
    }
}

Occupation JobMix::draw(std::size_t sector, double level_uniform, double field_uniform) const {
    const std::size_t level = pick(levels_[sector].data(), job_levels, level_uniform);
    if (level == 0) {
        return Occupation::of(JobLevel::elementary, Field::general);
    }
    const std::size_t field = pick(fields_[sector].data(), fields, field_uniform);
    return Occupation::of(static_cast<JobLevel>(level), static_cast<Field>(field));
}

ByOccupation JobMix::shares(std::size_t sector, double skill_demand) const {
    const auto part = [](const auto& cumulative, std::size_t i) {
        return i == 0 ? cumulative[0] : cumulative[i] - cumulative[i - 1];
    };
    // The cumulative share whose uniform `shifted` turns into the recorded one.
    const double odds = sim::elementary::exp(-skill_demand);
    std::array<double, job_levels> reached = levels_[sector];
    for (double& share : reached) {
        share = skill_demand == 0.0 ? share : share * odds / (1.0 - share + share * odds);
    }
    ByOccupation shares{};
    shares[Occupation::of(JobLevel::elementary, Field::general).number] = reached[0];
    for (std::size_t j = 1; j < job_levels; ++j) {
        const double level = part(reached, j);
        for (std::size_t f = 0; f < fields; ++f) {
            const Occupation occupation =
                Occupation::of(static_cast<JobLevel>(j), static_cast<Field>(f));
            shares[occupation.number] = level * part(fields_[sector], f);
        }
    }
    return shares;
}

Occupation JobMix::post(const sim::Stream& stream, sim::Identity firm, std::uint32_t key,
                        std::size_t sector, std::uint32_t post, double skill_demand) const {
    constexpr std::uint64_t words = 4;  // of two uniforms: one block
    sim::Rng rng = stream.at(firm, key);
    rng.skip_to(words * post);
    const double level_uniform = shifted(rng.uniform(), skill_demand);
    return draw(sector, level_uniform, rng.uniform());
}

}  // namespace vocational
