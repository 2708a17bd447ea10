// SPDX-License-Identifier: Apache-2.0
// 4.13 What governments carry out of their plans this quarter and what they report:
// money/effort.hpp after instruments set the accountability of the quarter.
#pragma once

#include "models/vocational/agents/government.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/money/effort.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class LocalEffort final : public sim::Phase {
  public:
    LocalEffort(const Setting& setting, const GovernmentParams& params)
        : Phase("local_effort", "Governments carry out and report shares of their plans."),
          setting_(setting),
          params_(params) {}

    void run(const sim::Tick&) override {
        const std::size_t provinces = setting_.provinces();
        for (std::size_t g = 0; g <= provinces + setting_.cities(); ++g) {
            const GovernmentId government(g);
            const double accountability = static_cast<double>(accountability_[government]);
            Effort effort{static_cast<double>(own_[government]), 0.0, accountability};
            if (g > 0) {
                effort.affluence =
                    affluence_[g <= provinces ? ProvinceId(g - 1)
                                              : setting_.province_of[g - 1 - provinces]];
            }
            const double mean = g == 0 ? params_.central_fidelity : params_.mean_fidelity;
            fidelity_[government] = static_cast<float>(fidelity(params_, mean, effort));
            relabelled_[government] = static_cast<float>(relabelled_share(params_, accountability));
        }
    }

  private:
    const Setting& setting_;
    const GovernmentParams& params_;
    sim::Read<&GovernmentStateTable::effort> own_{*this};
    sim::Read<&GovernmentStateTable::accountability> accountability_{*this};
    sim::Read<&ProvinceTable::affluence> affluence_{*this};
    sim::Write<&GovernmentTable::fidelity> fidelity_{*this};
    sim::Write<&GovernmentStateTable::relabelled_share> relabelled_{*this};
};

}  // namespace vocational
