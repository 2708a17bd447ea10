// SPDX-License-Identifier: Apache-2.0
// The count of the first row.
#include "counter.hpp"

#include "sim/policy/catalogue.hpp"

namespace counting {

class HighestCount final : public sim::Output {
  public:
    HighestCount() : Output({.doc = "Ticks so far.", .headline = true}) {}

    void record(const sim::Tick&, sim::Sink& out) const override { out.push(count_[CounterId(0)]); }

  private:
    sim::Read<&CounterTable::count> count_{*this};
};
SIM_REGISTER_OUTPUT(highest_count, HighestCount);

}  // namespace counting
