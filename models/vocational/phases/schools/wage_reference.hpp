// SPDX-License-Identifier: Apache-2.0
// 4.7 Keeps the reference year's wages of each province: what teachers could earn elsewhere and
// what students give up. Frozen at the start of the scenario.
#pragma once

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/schools/school_reference.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class WageReference final : public sim::Phase {
  public:
    explicit WageReference(const Setting& setting)
        : Phase("wage_reference", "Keeps the reference year's wages by level."),
          setting_(setting) {}

    void run(const sim::Tick& tick) override {
        for (std::size_t p = 0; p < setting_.provinces(); ++p) {
            const ProvinceId province(p);
            note(tick, skilled_[province], mean({labour_cell(province, Level::bachelor)}));
            note(tick, unskilled_[province], mean({labour_cell(province, Level::lower_secondary)}));
            note(tick, schooled_[province],
                 mean({labour_cell(province, Level::upper_secondary),
                       labour_cell(province, Level::associate)}));
        }
    }

  private:
    double mean(std::initializer_list<LabourCellId> cells) const {
        double wages = 0.0;
        double people = 0.0;
        for (const LabourCellId cell : cells) {
            wages += static_cast<double>(wage_sum_[cell]);
            people += employed_[cell];
        }
        return people > 0.0 ? wages / people : 0.0;
    }
    static void note(const sim::Tick& tick, double& reference, double wage) {
        if (wage > 0.0 && is_reference_open(tick, reference > 0.0)) {
            reference = wage;
        }
    }

    const Setting& setting_;
    sim::Read<&LabourCellTable::employed> employed_{*this};
    sim::Read<&LabourCellTable::wage_sum> wage_sum_{*this};
    sim::Write<&ProvinceReferenceTable::skilled_wage> skilled_{*this};
    sim::Write<&ProvinceReferenceTable::unskilled_wage> unskilled_{*this};
    sim::Write<&ProvinceReferenceTable::schooled_wage> schooled_{*this};
};

}  // namespace vocational
