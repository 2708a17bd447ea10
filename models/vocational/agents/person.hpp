// SPDX-License-Identifier: Apache-2.0
// Persons aged 15 to 59. Rows lie in the order of birth quarter, home city and running number, so
// birth, home and identity follow from the row (population/cohort_index.hpp) and cost no memory.
#pragma once

#include "models/vocational/agents/ids.hpp"
#include "models/vocational/agents/kinds.hpp"
#include "sim/core/fixed.hpp"
#include "sim/tables/table.hpp"

namespace vocational {

// Sex and household registration, fixed at birth.
class Origin {
  public:
    constexpr Origin() = default;
    constexpr Origin(Sex sex, Hukou hukou)
        : bits_(static_cast<std::uint8_t>(sim::index_of(sex) | sim::index_of(hukou) << 1U)) {}
    constexpr Sex sex() const { return static_cast<Sex>(bits_ & 1U); }
    constexpr Hukou hukou() const { return static_cast<Hukou>(bits_ >> 1U & 1U); }

  private:
    std::uint8_t bits_ = 0;
};

// The way through school so far: first track after lower secondary, promised transfer, refusal.
class Path {
  public:
    static constexpr std::uint8_t no_track = 15;

    constexpr bool has_first_track() const { return (bits_ & 15U) != 0; }
    // Only if has_first_track().
    constexpr Track first_track() const { return static_cast<Track>((bits_ & 15U) - 1U); }
    constexpr void start(Track track) {
        bits_ = static_cast<std::uint8_t>((bits_ & 0xF0U) | (sim::index_of(track) + 1U));
    }
    // A place in a five-year programme: a seat at college is promised at completion.
    constexpr bool has_five_year_place() const { return (bits_ & 16U) != 0; }
    constexpr void promise_five_year_place() { bits_ = static_cast<std::uint8_t>(bits_ | 16U); }
    // No college took the person in the year of completion, though she applied.
    constexpr bool was_refused() const { return (bits_ & 32U) != 0; }
    constexpr void note_refusal() { bits_ = static_cast<std::uint8_t>(bits_ | 32U); }
    // Was ever enrolled in a general track or above the level of the first track.
    constexpr bool has_moved_up() const { return (bits_ & 64U) != 0; }
    constexpr void move_up() { bits_ = static_cast<std::uint8_t>(bits_ | 64U); }
    // A place in an integrated secondary-bachelor programme.
    constexpr bool has_bachelor_place() const { return (bits_ & 128U) != 0; }
    constexpr void promise_bachelor_place() { bits_ = static_cast<std::uint8_t>(bits_ | 128U); }

  private:
    std::uint8_t bits_ = 0;
};

// A training contract with a firm, and how often the person changed track after the first choice.
enum class ContractKind : std::uint8_t {
    none,
    order_class,
    apprenticeship,
    joint_enrolment,
    commissioned_training,
    internship
};

class Contract {
  public:
    constexpr ContractKind kind() const { return static_cast<ContractKind>(bits_ & 7U); }
    constexpr bool exists() const { return kind() != ContractKind::none; }
    // Signs or, with `none`, ends it; the certificate stays.
    constexpr void sign(ContractKind kind) {
        bits_ = static_cast<std::uint8_t>((bits_ & 0xF8U) | sim::index_of(kind));
    }
    // Skill is certified: other employers see it.
    constexpr bool is_certified() const { return (bits_ & 8U) != 0; }
    constexpr void certify() { bits_ = static_cast<std::uint8_t>(bits_ | 8U); }
    // The last track was completed under a contract that a firm ordered, internships apart.
    constexpr bool has_fulfilled_order() const { return (bits_ & 16U) != 0; }
    constexpr void note_order(bool is_fulfilled) {
        bits_ = static_cast<std::uint8_t>((bits_ & 0xEFU) | (is_fulfilled ? 16U : 0U));
    }
    // Changes of track after the first choice, at most 7.
    constexpr unsigned rechoices() const { return bits_ >> 5U; }
    constexpr void choose_again() {
        if (rechoices() < 7U) {
            bits_ = static_cast<std::uint8_t>(bits_ + 32U);
        }
    }

  private:
    std::uint8_t bits_ = 0;
};

// Where a person learns or works: a programme while enrolled, a firm while employed, the contract's
// firm while seeking under a training contract.
class Link {
  public:
    constexpr Link() = default;
    constexpr explicit Link(ProgrammeId programme) : row_(programme.value()) {}
    constexpr explicit Link(FirmId firm) : row_(firm.value()) {}
    constexpr ProgrammeId programme() const { return ProgrammeId(row_); }
    constexpr FirmId firm() const { return FirmId(row_); }

  private:
    std::uint32_t row_ = FirmId::none;
};

using Trait = sim::Fixed<std::int8_t, 1, 32>;        // ±4 standard deviations
using Skill = sim::Fixed<std::int16_t, 1, 4096>;     // ±8 standard deviations
using FirmBound = sim::Fixed<std::uint8_t, 1, 512>;  // up to a half
using Wage = sim::Fixed<std::uint16_t, 100>;         // up to 6.5 million yuan a year

struct PersonTable final : sim::Table {
    SIM_TABLE(PersonTable, PersonId, "person",
              "Residents aged 15 to 59; rows in order of birth, identities never reused.");
    SIM_COLUMN(State, state, sim::unit::none, "What the person does at the end of the quarter.");
    SIM_COLUMN(Origin, origin, sim::unit::none, "Sex and household registration.");
    SIM_COLUMN(std::uint8_t, ses_percentile, sim::unit::index,
               "National percentile (0 to 99) of the family's socio-economic status.");
    SIM_COLUMN(CityId, present_city, sim::unit::none, "City of residence and work.");
    SIM_COLUMN(Trait, ability, sim::unit::score, "Latent ability, drawn once at birth.");
    SIM_COLUMN(Trait, aptitude, sim::unit::score, "Practical aptitude, drawn once at birth.");
    SIM_COLUMN(Attained, attained, sim::unit::none, "Highest completed track or schooling.");
    SIM_COLUMN(Field, field, sim::unit::none, "Field of the highest completed track.");
    SIM_COLUMN(std::uint8_t, completed, sim::unit::quarter,
               "Quarter in which it was completed, modulo 256.");
    SIM_COLUMN(Path, path, sim::unit::none, "First track, promised transfer, refusal, climbs.");
    SIM_COLUMN(Link, link, sim::unit::none, "Programme while enrolled, firm while employed.");
    SIM_COLUMN(std::uint8_t, duration, sim::unit::quarter,
               "Whole quarters in the present state; stays at 255.");
    SIM_COLUMN(std::uint8_t, experience, sim::unit::quarter, "Quarters employed so far.");
    SIM_COLUMN(Skill, general_skill, sim::unit::score, "General skill g.");
    SIM_COLUMN(Skill, specific_skill, sim::unit::score, "Skill s in the field.");
    SIM_COLUMN(FirmBound, firm_bound, sim::unit::share,
               "Part of that skill which is of use in the contract's firm alone.");
    SIM_COLUMN(
        std::uint8_t, skill_vintage, sim::unit::year,
        "Calendar year, modulo 256, of the state of the art that the field's skill reflects.");
    SIM_COLUMN(Contract, contract, sim::unit::none, "Training contract, certificate, re-choices.");
    SIM_COLUMN(Occupation, occupation, sim::unit::none, "Level and field of the present job.");
    SIM_COLUMN(Wage, wage, sim::unit::yuan_per_year, "Gross wage; 0 when not employed.");
};

}  // namespace vocational
