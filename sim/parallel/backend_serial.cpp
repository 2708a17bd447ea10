// SPDX-License-Identifier: Apache-2.0
// The backend to hold the parallel one against: chunks one after another, in order.
#include <algorithm>

#include "sim/parallel/backends.hpp"

namespace sim {

namespace {

class SerialExecutor final : public Executor {
  public:
    Backend backend() const override { return Backend::serial; }
    int threads() const override { return 1; }
    void run_chunks(std::size_t rows, std::size_t grain, ChunkBody body) const override {
        for (std::size_t begin = 0, number = 0; begin < rows; begin += grain, ++number) {
            body(Chunk{begin, std::min(rows, begin + grain), number});
        }
    }
};

}  // namespace

std::unique_ptr<Executor> make_serial_executor() {
    return std::make_unique<SerialExecutor>();
}

}  // namespace sim
