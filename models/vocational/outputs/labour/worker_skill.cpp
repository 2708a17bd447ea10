// SPDX-License-Identifier: Apache-2.0
// What the employed can do in the field of their schooling, wherever they work.
#include "models/vocational/agents/careers/career_cell.hpp"
#include "models/vocational/outputs/census_output.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

constexpr std::string_view doc =
    "Mean skill in the field of the employed who have a field, in standard deviations of learning "
    "(Q2).";

class WorkerSkill final : public CensusOutput {
  public:
    WorkerSkill()
        : CensusOutput(std::vector<sim::OutputVariable>{
              {"", spec({"region"})}, {"worker_skill_by_field", spec({"field"})}}) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        if (!tick.is_quarter(2)) {
            return;
        }
        std::array<Fraction, fields> by_field{};
        for_provinces([&](std::size_t p, ProvinceId province) {
            Fraction all;
            for (std::size_t f = 0; f < fields; ++f) {
                const FieldCellId cell = field_cell(province, static_cast<Field>(f));
                const Fraction found{Skill::step * static_cast<double>(skill_sum_[cell]),
                                     1.0 * employed_[cell]};
                all += found;
                by_field[f] += found;
            }
            out.ratio(0, people(all.part), people(all.whole), p);
        });
        for (std::size_t f = 0; f < fields; ++f) {
            out.ratio(1, people(by_field[f].part), people(by_field[f].whole), f);
        }
    }

  private:
    static sim::OutputSpec spec(std::vector<std::string> dims) {
        return {.unit = sim::unit::score,
                .dims = std::move(dims),
                .doc = doc,
                .measure = sim::Measure::ratio,
                .base_doc = "Employed who have a field."};
    }

    sim::Read<&WorkerSkillTable::employed> employed_{*this};
    sim::Read<&WorkerSkillTable::skill_sum> skill_sum_{*this};
};

}  // namespace

SIM_REGISTER_OUTPUT(worker_skill, WorkerSkill);

}  // namespace vocational
