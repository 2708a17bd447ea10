// SPDX-License-Identifier: Apache-2.0
// Who has the good and the bad outcomes, by rank of the family: concentration indices over fifths
// of family status, people of a fifth sharing its middle rank. 0 if rank makes no difference, above
// 0 if high ranks have more.
#include <array>

#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"
#include "sim/statistics/inequality.hpp"

namespace vocational {

namespace {

class ConcentrationIndex final : public CensusOutput {
  public:
    ConcentrationIndex()
        : CensusOutput({{"wage_concentration_index",
                         {.unit = sim::unit::ratio,
                          .doc = "Concentration index of gross wages among the employed over "
                                 "fifths of family status (stock).",
                          .measure = sim::Measure::ratio,
                          .base_doc = "Employed.",
                          .headline = true}},
                        {"unemployment_concentration_index",
                         {.unit = sim::unit::ratio,
                          .doc = "Concentration index of unemployment in the labour force over "
                                 "fifths of family status (stock).",
                          .measure = sim::Measure::ratio,
                          .base_doc = "Labour force."}}}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        Fifths wages;
        Fifths unemployment;
        for (std::size_t fifth = 0; fifth < ses_fifths; ++fifth) {
            for (const Sex sex : {Sex::female, Sex::male}) {
                for (const Hukou hukou : {Hukou::rural, Hukou::urban}) {
                    const GroupId group = group_of(sex, hukou, fifth);
                    wages.add(fifth, static_cast<double>(wage_sum_[group]), employed_[group]);
                    unemployment.add(fifth, unemployed_[group],
                                     employed_[group] + unemployed_[group]);
                }
            }
        }
        write(out, 0, wages);
        write(out, 1, unemployment);
    }

  private:
    struct Fifths {
        std::array<double, ses_fifths> held{};
        std::array<double, ses_fifths> agents{};

        void add(std::size_t fifth, double amount, double count) {
            held[fifth] += amount;
            agents[fifth] += count;
        }
    };

    void write(sim::Sink& out, std::size_t variable, const Fifths& fifths) const {
        double all = 0.0;
        std::array<double, ses_fifths> mean{};
        for (std::size_t fifth = 0; fifth < ses_fifths; ++fifth) {
            all += fifths.agents[fifth];
            mean[fifth] =
                fifths.agents[fifth] > 0.0 ? fifths.held[fifth] / fifths.agents[fifth] : 0.0;
        }
        out.ratio(variable, sim::concentration_index(mean, fifths.agents) * people(all),
                  people(all));
    }

    sim::Read<&GroupTable::employed> employed_{*this};
    sim::Read<&GroupTable::unemployed> unemployed_{*this};
    sim::Read<&GroupTable::wage_sum> wage_sum_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(concentration_index, ConcentrationIndex);

}  // namespace vocational
