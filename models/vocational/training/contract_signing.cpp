// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/training/contract_signing.hpp"

#include <algorithm>

#include "models/vocational/agents/count.hpp"
#include "models/vocational/phases/student_rows.hpp"

namespace vocational {

void ContractSigning::run(const sim::Tick& tick) {
    std::fill_n(students_.data() + partnerships_.first(), partnerships_.size(), 0);
    const std::size_t begin = first_student_row(setting_, persons_, tick.now());
    const std::size_t rows = persons_.end() - begin;
    by_chunk_.resize((rows + CohortIndex::grain - 1) / CohortIndex::grain);
    const sim::Stream lottery = tick.stream(purpose());
    tick.executor().for_chunks(rows, CohortIndex::grain, [&](const sim::Chunk& chunk) {
        std::vector<Applicant>& found = by_chunk_[chunk.number];
        found.clear();
        setting_.cohorts.for_segments_of(
            begin + chunk.begin, begin + chunk.end,
            [&](const Segment& segment, std::size_t from, std::size_t to) {
                for (std::size_t row = from; row < to; ++row) {
                    if (state_.data()[row] == State::enrolled) {
                        look_at(tick, lottery, segment, row, found);
                    }
                }
            });
    });
    applicants_.clear();
    for (const std::vector<Applicant>& found : by_chunk_) {
        applicants_.insert(applicants_.end(), found.begin(), found.end());
    }
    std::sort(applicants_.begin(), applicants_.end(), [](const Applicant& a, const Applicant& b) {
        if (a.programme != b.programme) {
            return a.programme < b.programme;
        }
        return a.lottery != b.lottery ? a.lottery < b.lottery : a.row < b.row;
    });
    for (std::size_t i = 0; i < applicants_.size();) {
        std::size_t end = i;
        while (end < applicants_.size() && applicants_[end].programme == applicants_[i].programme) {
            ++end;
        }
        sign(ProgrammeId(applicants_[i].programme), tick.now().year(), &applicants_[i],
             applicants_.data() + end);
        i = end;
    }
}

void ContractSigning::look_at(const sim::Tick& tick, const sim::Stream& lottery,
                              const Segment& segment, std::size_t row,
                              std::vector<Applicant>& applicants) const {
    const ProgrammeId programme = link_.data()[row].programme();
    Contract& contract = contract_.data()[row];
    if (contract.exists()) {
        const int entry_year = (tick.now() - duration_.data()[row]).year();
        const PartnershipId at = partnership(programme, entry_year, contract.kind());
        if (is_partner_there(at)) {
            add_to(students_[at], 1);
            return;
        }
        if (partner_[at]) {
            const ProvinceId province = setting_.province_of[city_[partner_[at]].row()];
            add_to(breached_[training_cell(province, contract.kind())], 1);
        }
        contract.sign(ContractKind::none);
        lose_firm_bound(specific_skill_.data()[row], firm_bound_.data()[row]);
    } else if (duration_.data()[row] == 0 && contract_places_[programme] > 0) {
        applicants.push_back({programme.value(), static_cast<std::uint32_t>(row),
                              lottery.at(segment.identity(row), tick.key()).bits64()});
    }
}

void ContractSigning::sign(ProgrammeId programme, int year, const Applicant* first,
                           const Applicant* last) const {
    for (std::size_t k = 1; k <= contract_kinds; ++k) {
        const auto kind = static_cast<ContractKind>(k);
        const PartnershipId at = partnership(programme, year, kind);
        if (!is_partner_there(at)) {
            continue;
        }
        const auto signers = static_cast<std::int32_t>(
            std::min<std::ptrdiff_t>(places_[at] - students_[at], last - first));
        for (std::int32_t i = 0; i < signers; ++i) {
            contract_.data()[(first++)->row].sign(kind);
        }
        students_[at] += signers;
        const ProvinceId province = setting_.province_of[city_[partner_[at]].row()];
        filled_[training_cell(province, kind)] += signers;
    }
}

}  // namespace vocational
