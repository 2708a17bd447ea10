// SPDX-License-Identifier: Apache-2.0
// The course of a model's feedbacks in one replicate of the base, and the phases that write it and
// put it back. Written by one run before others read it.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/model/feedback.hpp"
#include "sim/schedule/phase.hpp"
#include "sim/schedule/schedule.hpp"

namespace sim {

class FeedbackTape {
  public:
    // `hold` counts the holds of the chosen feedbacks through.
    void write(std::size_t hold, Quarter quarter, HeldValues values);
    // None if the base was not simulated in that quarter.
    const HeldValues* read(std::size_t hold, Quarter quarter) const;
    std::size_t bytes() const;

  private:
    // Values that did not change are kept once.
    std::map<std::size_t, std::map<Quarter, std::shared_ptr<const HeldValues>>> held_;
};

// Follows a phase and writes its held columns to a tape, or puts them back from there.
class HoldPhase final : public Phase {
  public:
    enum class Mode { write, put_back };

    HoldPhase(const Phase& after, Hold hold, std::size_t number, const World& world,
              FeedbackTape& tape, Mode mode)
        : Phase("feedback", "Columns of feedbacks that are recorded or held."),
          after_(after),
          hold_(std::move(hold)),
          number_(number),
          world_(world),
          tape_(tape),
          mode_(mode) {}

    unsigned quarters() const override { return after_.quarters(); }
    void run(const Tick& tick) override;

  private:
    const Phase& after_;
    Hold hold_;
    std::size_t number_;
    const World& world_;
    FeedbackTape& tape_;
    Mode mode_;
};

// Puts a phase behind each one that the feedbacks name; returns them, to be kept as long as the
// schedule runs.
std::vector<std::unique_ptr<HoldPhase>> attach_feedbacks(const std::vector<Feedback>& feedbacks,
                                                         const World& world, Schedule& schedule,
                                                         FeedbackTape& tape, HoldPhase::Mode mode);

// Those of `declared` with these names, in this order; an unknown name breaks a contract.
std::vector<Feedback> feedbacks_named(const std::vector<Feedback>& declared,
                                      const std::vector<std::string>& names);

}  // namespace sim
