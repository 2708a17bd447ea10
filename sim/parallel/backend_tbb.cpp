// SPDX-License-Identifier: Apache-2.0
// The only file that sees oneTBB. The arena gives the concurrency of this executor; the control
// lifts the library's own limit so that more threads than cores can be asked for.
#include <algorithm>

#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <tbb/task_arena.h>

#include "sim/parallel/backends.hpp"

namespace sim {

namespace {

class TbbExecutor final : public Executor {
  public:
    explicit TbbExecutor(int threads)
        : control_(tbb::global_control::max_allowed_parallelism,
                   static_cast<std::size_t>(std::max(threads, 1))),
          arena_(std::max(threads, 1)),
          threads_(std::max(threads, 1)) {}

    Backend backend() const override { return Backend::tbb; }
    int threads() const override { return threads_; }

    void run_chunks(std::size_t rows, std::size_t grain, ChunkBody body) const override {
        const std::size_t chunks = (rows + grain - 1) / grain;
        const auto run = [&](std::size_t number) {
            body(Chunk{number * grain, std::min(rows, (number + 1) * grain), number});
        };
        if (chunks <= 1 || threads_ == 1) {
            for (std::size_t number = 0; number < chunks; ++number) {
                run(number);
            }
            return;
        }
        arena_.execute([&] {
            tbb::parallel_for(
                tbb::blocked_range<std::size_t>(0, chunks, 1),
                [&](const tbb::blocked_range<std::size_t>& range) {
                    for (std::size_t number = range.begin(); number != range.end(); ++number) {
                        run(number);
                    }
                },
                tbb::simple_partitioner());
        });
    }

  private:
    tbb::global_control control_;
    mutable tbb::task_arena arena_;
    int threads_;
};

}  // namespace

std::unique_ptr<Executor> make_tbb_executor(int threads) {
    return std::make_unique<TbbExecutor>(threads);
}

std::unique_ptr<Executor> make_executor(Backend backend, int threads) {
    return backend == Backend::serial ? make_serial_executor() : make_tbb_executor(threads);
}

}  // namespace sim
