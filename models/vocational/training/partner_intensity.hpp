// SPDX-License-Identifier: Apache-2.0
// 4.9 How closely a programme works with firms, 0 to 1, part of learning (C of E1). Once a year, in
// the third quarter, it goes a part of the way (intensity_speed) to
//   overlap · n + contracts · share of students under contract + alliance · strength,
// n the province's skilled jobs of the field over those of its commonest field, strength the mean
// alliance of the city's sectors by their skilled jobs of the field. General tracks have none.
// Evidence: consortium_skill.
#pragma once

#include <vector>

#include "models/vocational/agents/alliance.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/agents/training.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

// Skilled jobs of a province by sector and field, and how much of a field there is.
class FieldDemand {
  public:
    FieldDemand(const Records& records, int year);

    double of_sector(std::size_t province, std::size_t sector, Field field) const {
        return jobs_[(province * sectors_ + sector) * fields + sim::index_of(field)];
    }
    // Over the commonest field of the province.
    double overlap(std::size_t province, Field field) const {
        return overlap_[province * fields + sim::index_of(field)];
    }
    std::size_t sectors() const { return sectors_; }

  private:
    std::size_t sectors_;
    std::vector<double> jobs_;
    std::vector<double> overlap_;
};

class PartnerIntensity final : public sim::Phase {
  public:
    PartnerIntensity(const Setting& setting, const Records& records, const Params& params,
                     const sim::World& world)
        : Phase("partner_intensity", "Ties of programmes with firms grow or fade."),
          setting_(setting),
          records_(records),
          firm_(params.firm),
          training_(params.training),
          programmes_(world) {}

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override;

  private:
    double alliance(const FieldDemand& demand, CityId city, Field field) const;
    double contract_share(ProgrammeId programme) const;

    const Setting& setting_;
    const Records& records_;
    const FirmParams& firm_;
    const TrainingParams& training_;
    sim::Rows<ProgrammeTable> programmes_;
    sim::Read<&AllianceTable::consortium> consortium_{*this};
    sim::Read<&AllianceTable::community> community_{*this};
    sim::Read<&AllianceTable::age> age_{*this};
    sim::Read<&PartnershipTable::students> students_{*this};
    sim::Read<&ProgrammeTable::school> school_{*this};
    sim::Read<&ProgrammeTable::field> field_{*this};
    sim::Read<&ProgrammeTable::enrolled> enrolled_{*this};
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Read<&SchoolTable::city> city_{*this};
    sim::Write<&TeachingTable::partner_intensity> intensity_{*this};
};

// Ties at the start: those without contracts or alliances.
void give_first_partners(const Setting& setting, const Records& records,
                         const TrainingParams& params, int year, const SchoolTable& schools,
                         const ProgrammeTable& programmes, TeachingTable& teaching);

}  // namespace vocational
