// SPDX-License-Identifier: Apache-2.0
// The headline index of quality: skills at graduation, completion and output in the first year.
#include "models/vocational/outputs/index/index_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class QualityIndex final : public IndexOutput {
  public:
    QualityIndex()
        : IndexOutput(Index::quality,
                      "Index of quality; 100 = the nation in the reference year, ten points = one "
                      "step in every part.",
                      "The index of the nation's own parts.") {}
};

}  // namespace

SIM_REGISTER_OUTPUT(quality_index, QualityIndex);

}  // namespace vocational
