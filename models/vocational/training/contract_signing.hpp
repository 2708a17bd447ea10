// SPDX-License-Identifier: Apache-2.0
// 4.9 Third quarter, after admissions: contracts of firms that closed end, students under contract
// are counted anew, and this year's entrants sign for the places of their programme. More entrants
// than places draw lots; each kind of contract takes its number in the order of the lots.
#pragma once

#include <vector>

#include "models/vocational/agents/careers/firm_bound.hpp"
#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/firm_state.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/agents/training.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class ContractSigning final : public sim::Phase {
  public:
    ContractSigning(const Setting& setting, const sim::World& world)
        : Phase("contract_signing", "Entrants sign training contracts with partner firms."),
          setting_(setting),
          persons_(world),
          programmes_(world),
          partnerships_(world) {}

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override;

  private:
    struct Applicant {
        std::uint32_t programme;
        std::uint32_t row;
        std::uint64_t lottery;
    };

    bool is_partner_there(PartnershipId at) const {
        return partner_[at] && generation_[partner_[at]] == partner_generation_[at];
    }
    void look_at(const sim::Tick& tick, const sim::Stream& lottery, const Segment& segment,
                 std::size_t row, std::vector<Applicant>& applicants) const;
    void sign(ProgrammeId programme, int year, const Applicant* first, const Applicant* last) const;

    const Setting& setting_;
    sim::Rows<PersonTable> persons_;
    sim::Rows<ProgrammeTable> programmes_;
    sim::Rows<PartnershipTable> partnerships_;
    std::vector<std::vector<Applicant>> by_chunk_;  // buffers of a run
    std::vector<Applicant> applicants_;
    sim::Read<&PersonTable::state> state_{*this};
    sim::Read<&PersonTable::link> link_{*this};
    sim::Read<&PersonTable::duration> duration_{*this};
    sim::Scatter<&PersonTable::contract> contract_{*this};
    sim::Write<&PersonTable::specific_skill> specific_skill_{*this};
    sim::Write<&PersonTable::firm_bound> firm_bound_{*this};
    sim::Read<&FirmTable::city> city_{*this};
    sim::Read<&FirmStateTable::generation> generation_{*this};
    sim::Read<&TeachingTable::contract_places> contract_places_{*this};
    sim::Read<&PartnershipTable::firm> partner_{*this};
    sim::Read<&PartnershipTable::generation> partner_generation_{*this};
    sim::Read<&PartnershipTable::places> places_{*this};
    sim::Scatter<&PartnershipTable::students> students_{*this};
    sim::Scatter<&TrainingCellTable::filled> filled_{*this};
    sim::Scatter<&TrainingCellTable::breached> breached_{*this};
};

}  // namespace vocational
