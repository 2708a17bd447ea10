// SPDX-License-Identifier: Apache-2.0
// The steps of a quarter. Orderings that must hold in a step: every rate comes from the state at
// its beginning; every application is made before any is answered; whoever loses a job, and
// whatever job opens, enters the market in the next step. Hires of an occupation follow the
// urn-ball law; which applicants are hired is a lottery among them.
#pragma once

#include <vector>

#include "models/classic/occupational_mobility/labour.hpp"
#include "models/classic/occupational_mobility/params.hpp"
#include "sim/schedule/phase.hpp"

namespace classic {

class Market final : public sim::Phase {
  public:
    Market(const LabourMarketParams& params, const sim::World& world)
        : Phase("market", "Jobs end and open; the unemployed apply; vacancies choose among them."),
          params_(params),
          workers_(world),
          occupations_(world) {}

    void run(const sim::Tick& tick) override;

  private:
    // Words of a worker's random numbers in a step: two for where to apply (or one for whether the
    // job ends), two for the lottery.
    static constexpr std::uint64_t words_per_step = 4;

    // What a step does to a worker; any other value is the occupation that hires.
    static constexpr std::uint32_t nothing = OccupationId::none;
    static constexpr std::uint32_t job_ends = OccupationId::none - 1;

    struct Applicant {
        std::uint64_t lottery;
        std::uint32_t row;
        std::uint32_t occupation;  // where the application goes
    };
    // What all workers together do; parts are joined in the order of rows.
    struct Moves {
        std::vector<Applicant> applicants;
        std::vector<std::int64_t> separated;  // by occupation
    };

    void run_step(const sim::Tick& tick, std::uint64_t number);
    void prepare_rates(const sim::Tick& tick, std::uint64_t number);
    void open_vacancies(const sim::Tick& tick, std::uint64_t number);
    Moves ask_workers(const sim::Tick& tick, std::uint64_t number);
    void ask_worker(WorkerId worker, sim::Rng rng, Moves& moves);
    void pool_applicants(const std::vector<Applicant>& applicants);
    void choose(const sim::Tick& tick, std::uint64_t number);
    void count(const std::vector<std::int64_t>& separated);
    void write_back(const sim::Tick& tick);

    const LabourMarketParams& params_;
    sim::Rows<WorkerTable> workers_;
    sim::Rows<OccupationTable> occupations_;
    sim::Write<&WorkerTable::occupation> occupation_{*this};
    sim::Write<&WorkerTable::spell> spell_{*this};
    sim::Scatter<&OccupationTable::employed> employed_{*this};
    sim::Scatter<&OccupationTable::unemployed> unemployed_{*this};
    sim::Scatter<&OccupationTable::vacancies> vacancies_{*this};
    sim::Scatter<&OccupationTable::seekers> seekers_{*this};
    sim::Scatter<&OccupationTable::found> found_{*this};
    // Buffers of one step; nothing in them outlives it.
    std::vector<double> open_;
    std::vector<double> separation_probability_;
    std::vector<double> opening_probability_;
    std::vector<double> cumulative_;
    std::vector<std::int64_t> opened_;
    std::vector<std::uint32_t> outcome_;  // by worker
    // Applicants sorted by where they apply: those of occupation j from begin_[j] to begin_[j + 1].
    std::vector<std::size_t> begin_;
    std::vector<std::uint64_t> lottery_;
    std::vector<std::uint64_t> identity_;
    std::vector<std::uint32_t> order_;
    std::vector<std::uint32_t> hires_;
};

}  // namespace classic
