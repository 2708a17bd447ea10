// SPDX-License-Identifier: Apache-2.0
// 4.9 The yearly decision to train (E7), first quarter, for the coming intake. A firm that would
// gain by every kind of contract offers places_per_job · jobs places, an equal part of each kind:
// a kind is offered if its present value (training/training_value.hpp) is at least 0. Parts below
// one place take turns by lottery. Each bundle of places goes to a programme of a field that the
// sector uses, in the firm's city or else in its province, up to a share of the programme's
// students; contests for a programme are resolved by lottery. A programme has one partner firm for
// each kind and year of entry. Places that find no programme stay unfilled. Evidence:
// app_gross_cost, app_offset_ratio, order_place_prob, deadweight.
#pragma once

#include <vector>

#include "models/vocational/agents/alliance.hpp"
#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/firm_state.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/agents/training.hpp"
#include "models/vocational/population/setting.hpp"
#include "models/vocational/training/training_terms.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class TrainingOffers final : public sim::Phase {
  public:
    TrainingOffers(const Setting& setting, const Records& records, const Params& params,
                   const sim::World& world)
        : Phase("training_offers", "Firms decide on training places and agree with programmes."),
          setting_(setting),
          records_(records),
          firm_(params.firm),
          training_(params.training),
          programmes_(world) {}

    unsigned quarters() const override { return only(1); }
    void run(const sim::Tick& tick) override;

  private:
    // Places of one firm and kind.
    struct Bundle {
        std::uint64_t lottery;
        std::uint32_t firm;
        std::int32_t places;
        ContractKind kind;
        Field field;
    };
    // Where the draws of one year come from.
    struct Streams {
        sim::Stream places;
        sim::Stream taste;
        sim::Stream lottery;
        std::uint32_t key;
    };

    void clear_slots(int year);
    void decide_in_city(CityId city, const Streams& streams, std::vector<Bundle>& bundles);
    void decide(CityId city, std::size_t f, const Streams& streams, std::vector<Bundle>& bundles);
    Trainer trainer(CityId city, std::size_t f, const Streams& streams, sim::Identity id) const;
    Field draw_field(std::size_t sector, double uniform) const;
    void remember_peers(CityId city);
    void agree(std::size_t province, int year, std::vector<Bundle>& bundles);
    void place(const Bundle& bundle, int year, const std::vector<ProgrammeId>& of_field);
    std::int32_t room(ProgrammeId programme) const;

    const Setting& setting_;
    const Records& records_;
    const FirmParams& firm_;
    const TrainingParams& training_;
    sim::Rows<ProgrammeTable> programmes_;
    sim::Read<&FirmTable::city> city_{*this};
    sim::Read<&FirmTable::sector> sector_{*this};
    sim::Read<&FirmTable::is_pool> is_pool_{*this};
    sim::Read<&FirmTable::size_share> size_share_{*this};
    sim::Read<&FirmTable::wanted> wanted_{*this};
    sim::Read<&FirmStateTable::generation> generation_{*this};
    sim::Read<&FirmStateTable::vacancy_age> vacancy_age_{*this};
    sim::Write<&FirmStateTable::trains> trains_{*this};
    sim::Read<&AllianceTable::consortium> consortium_{*this};
    sim::Read<&AllianceTable::community> community_{*this};
    sim::Read<&AllianceTable::age> alliance_age_{*this};
    sim::Write<&AllianceTable::training_share> training_share_{*this};
    sim::Read<&ProgrammeTable::school> school_{*this};
    sim::Read<&ProgrammeTable::field> field_{*this};
    sim::Read<&ProgrammeTable::enrolled> enrolled_{*this};
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Read<&SchoolTable::city> school_city_{*this};
    sim::Write<&TeachingTable::contract_places> contract_places_{*this};
    sim::Write<&PartnershipTable::firm> partner_{*this};
    sim::Write<&PartnershipTable::generation> partner_generation_{*this};
    sim::Write<&PartnershipTable::places> places_{*this};
    sim::Write<&PartnershipTable::students> students_{*this};
    sim::Read<&TrainingSupportTable::subsidy> subsidy_{*this};
    sim::Read<&TrainingSupportTable::credit> credit_{*this};
    sim::Read<&TrainingSupportTable::credit_limit> credit_limit_{*this};
    sim::Read<&TrainingSupportTable::rises_next_year> rises_{*this};
    sim::Read<&TrainingSupportTable::rose_as_foreseen> rose_{*this};
    sim::Scatter<&TrainingCellTable::offered> offered_{*this};
    sim::Scatter<&TrainingCellTable::unsupported> unsupported_{*this};
};

}  // namespace vocational
