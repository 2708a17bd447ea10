// SPDX-License-Identifier: Apache-2.0
// Quality of programmes and money per student city by city: whether cities with equal means teach
// equally well.
#include <vector>

#include "models/vocational/agents/place.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class ProgrammeQualityByCity final : public CensusOutput {
    struct Sums {
        double students = 0.0;
        double quality = 0.0;
        double served = 0.0;
        double spending = 0.0;
    };

  public:
    ProgrammeQualityByCity()
        : CensusOutput({{"",
                         {.unit = sim::unit::ratio,
                          .dims = dims::city_track(),
                          .doc = "Mean Q over students of the city's schools (stock).",
                          .measure = sim::Measure::ratio,
                          .base_doc = "Students."}},
                        {"spending_per_student_by_city",
                         {.unit = sim::unit::yuan_per_student_year,
                          .dims = dims::city_track(),
                          .doc = "Recurrent and capital spending of the city's schools in the "
                                 "quarter × 4 ÷ students whom it served.",
                          .measure = sim::Measure::ratio,
                          .base_doc = "Students before completion."}}}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        std::vector<Sums> sums(cities_.size() * tracks);
        const auto at = [&](SchoolId school) -> Sums& {
            return sums[city_[school].row() * tracks + sim::index_of(track_[school])];
        };
        for (std::size_t row = programmes_.first(); row < programmes_.end(); ++row) {
            const ProgrammeId programme(row);
            Sums& sum = at(school_[programme]);
            sum.students += enrolled_[programme];
            sum.quality += enrolled_[programme] * static_cast<double>(quality_[programme]);
        }
        for (std::size_t row = schools_.first(); row < schools_.end(); ++row) {
            const SchoolId school(row);
            Sums& sum = at(school);
            sum.served += served_[school];
            sum.spending +=
                static_cast<double>(pay_[school] + operation_[school] + equipment_[school] +
                                    courses_[school] + development_[school] + digital_[school]);
        }
        for (std::size_t c = 0; c < cities_.size(); ++c) {
            for (std::size_t t = 0; t < tracks; ++t) {
                const Sums& sum = sums[c * tracks + t];
                out.ratio(0, people(sum.quality), people(sum.students), c, t);
                out.ratio(1, 4.0 * sum.spending, people(sum.served), c, t);
            }
        }
    }

  private:
    sim::Rows<CityTable> cities_{*this};
    sim::Rows<SchoolTable> schools_{*this};
    sim::Rows<ProgrammeTable> programmes_{*this};
    sim::Read<&SchoolTable::city> city_{*this};
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Read<&ProgrammeTable::school> school_{*this};
    sim::Read<&ProgrammeTable::enrolled> enrolled_{*this};
    sim::Read<&TeachingTable::quality> quality_{*this};
    sim::Read<&SchoolStateTable::served> served_{*this};
    sim::Read<&SchoolStateTable::pay> pay_{*this};
    sim::Read<&SchoolStateTable::operation> operation_{*this};
    sim::Read<&SchoolStateTable::equipment> equipment_{*this};
    sim::Read<&SchoolStateTable::courses> courses_{*this};
    sim::Read<&SchoolStateTable::development> development_{*this};
    sim::Read<&SchoolStateTable::digital_spending> digital_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(programme_quality_by_city, ProgrammeQualityByCity);

}  // namespace vocational
