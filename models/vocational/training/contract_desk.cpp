// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/training/contract_desk.hpp"

#include "models/vocational/agents/count.hpp"
#include "models/vocational/training/training_terms.hpp"

namespace vocational {

Link ContractDesk::complete(PersonId person, sim::Identity identity, ProgrammeId programme,
                            int entry_year, bool leaves, const sim::Tick& tick) const {
    Contract& contract = contract_[person];
    contract.note_order(contract.exists() && contract.kind() != ContractKind::internship);
    if (!contract.exists()) {
        return {};
    }
    const PartnershipId at = partnership(programme, entry_year, contract.kind());
    const FirmId firm = partner_[at];
    Link link;
    if (firm && generation_[firm] == partner_generation_[at]) {
        const sim::Stream stream = tick.stream(sim::Purpose("contract completion"));
        link = hold(person, stream.at(identity, tick.key()), at, leaves);
    } else if (firm) {
        const ProvinceId province = setting_.province_of[city_[firm].row()];
        add_to(breached_[training_cell(province, contract.kind())], 1);
    }
    if (contract.is_certified()) {
        firm_bound_[person] = FirmBound();
    }
    if (!link.firm()) {
        lose_firm_bound(specific_skill_[person], firm_bound_[person]);
        contract.sign(ContractKind::none);
    }
    return link;
}

Link ContractDesk::hold(PersonId person, sim::Rng rng, PartnershipId at, bool leaves) const {
    Contract& contract = contract_[person];
    const ContractKind kind = contract.kind();
    const FirmId firm = partner_[at];
    const TrainingCellId cell = training_cell(setting_.province_of[city_[firm].row()], kind);
    add_to(completed_[cell], 1);
    if (is_certified_kind(kind)) {
        contract.certify();
    }
    const bool is_poached =
        rng.bernoulli(poaching_of(params_, static_cast<double>(size_share_[firm])));
    const bool takes_post = rng.bernoulli(place_probability(params_, kind));
    if (leaves) {
        return {};
    }
    if (is_poached) {
        add_to(poached_[cell], 1);
        return {};
    }
    if (!takes_post) {
        return {};
    }
    add_to(retained_[cell], 1);
    return Link(firm);
}

}  // namespace vocational
