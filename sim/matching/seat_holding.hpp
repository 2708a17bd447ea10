// SPDX-License-Identifier: Apache-2.0
// The seats that applicants hold for the time being: per option a heap with the weakest holder on
// top, all heaps in one array. An option that never fills keeps no order. One thread only.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/matching/application_market.hpp"

namespace sim {

class SeatHolding {
  public:
    // Offers the market's seats less those that `assigned` already gives away.
    SeatHolding(const ApplicationMarket& market, std::span<const std::uint32_t> assigned);

    // Returns who is left without a seat: the claimant, a former holder, or `unassigned` for
    // nobody.
    std::uint32_t apply(std::uint32_t option, Claim claim);

    // Writes held seats to `assigned`; they are no longer on offer and cannot be lost.
    void make_final(std::span<std::uint32_t> assigned);

  private:
    struct Seats {
        std::uint32_t first = 0;  // where the option's claims begin
        std::uint32_t held = 0;
        std::uint32_t room = 0;  // seats that are not final
    };

    void replace_weakest(std::span<Claim> heap, Claim claim) const;

    ClaimOrder order_;
    std::vector<Seats> seats_;
    std::vector<Claim> claims_;
};

}  // namespace sim
