// SPDX-License-Identifier: Apache-2.0
// Money of the quarter's measures by instrument, of whatever payer: planned; of that spent; and
// wanted by those who carry it out but without a payer or a budget that has it. What is planned,
// neither spent nor unpaid, was not carried out by governments.
#include <algorithm>
#include <iterator>
#include <vector>

#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/budget.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class PlannedByInstrument final : public sim::Output {
  public:
    PlannedByInstrument()
        : Output(std::vector<sim::OutputVariable>{
              {"", money("Money of the measures planned.")},
              {"spent_by_instrument", money("Money of measures that was spent.")},
              {"unpaid_by_instrument",
               money("Money that measures wanted and no payer or budget had.")}}) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        const std::int64_t* const columns[] = {planned_.data(), spent_.data(), unpaid_.data()};
        for (std::size_t variable = 0; variable < std::size(columns); ++variable) {
            std::vector<std::int64_t> sums;
            for (std::size_t row = policies_.first(); row < policies_.end(); ++row) {
                const std::size_t instrument = cause_.data()[row] - std::size_t{1};
                sums.resize(std::max(sums.size(), instrument + 1));
                sums[instrument] += columns[variable][row];
            }
            for (std::size_t instrument = 0; instrument < sums.size(); ++instrument) {
                out.value(variable, static_cast<double>(sums[instrument]), instrument);
            }
        }
    }

  private:
    static sim::OutputSpec money(std::string_view doc) {
        return {.unit = sim::unit::yuan,
                .dims = {"instrument"},
                .doc = doc,
                .measure = sim::Measure::count};
    }

    sim::Rows<sim::PolicyTable> policies_{*this};
    sim::Read<&sim::PolicyTable::cause> cause_{*this};
    sim::Read<&sim::PolicyTable::planned_now> planned_{*this};
    sim::Read<&sim::PolicyTable::spent_now> spent_{*this};
    sim::Read<&sim::PolicyTable::unpaid_now> unpaid_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(planned_by_instrument, PlannedByInstrument);

}  // namespace vocational
