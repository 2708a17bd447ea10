// SPDX-License-Identifier: Apache-2.0
// How many of a group's students are in vocational tracks.
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class VocationalShare final : public CensusOutput {
  public:
    VocationalShare()
        : CensusOutput(with_cuts(
              "vocational_share",
              {.unit = sim::unit::share,
               .dims = dims::region(),
               .doc = "Students of the four vocational tracks ÷ students of all tracks (stock).",
               .measure = sim::Measure::ratio,
               .base_doc = "Students."})) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_provinces([&](std::size_t p, ProvinceId province) {
            double vocational = 0.0;
            double all = 0.0;
            for (std::size_t t = 0; t < tracks; ++t) {
                const auto track = static_cast<Track>(t);
                const double students = enrolled_[track_cell(province, track)];
                all += students;
                vocational += is_vocational(track) ? students : 0.0;
            }
            out.ratio(0, people(vocational), people(all), p);
        });
        const Cuts cuts([&](GroupId group) {
            return Fraction{1.0 * group_vocational_[group], 1.0 * group_enrolled_[group]};
        });
        cuts.for_each([&](std::size_t variable, std::size_t label, const Fraction& sum) {
            out.ratio(variable, people(sum.part), people(sum.whole), label);
        });
    }

  private:
    sim::Read<&SchoolCellTable::enrolled> enrolled_{*this};
    sim::Read<&GroupTable::enrolled> group_enrolled_{*this};
    sim::Read<&GroupTable::enrolled_vocational> group_vocational_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(vocational_share, VocationalShare);

}  // namespace vocational
