// SPDX-License-Identifier: Apache-2.0
// The backends behind make_executor; nobody else needs this header.
#pragma once

#include <memory>

#include "sim/parallel/executor.hpp"

namespace sim {

std::unique_ptr<Executor> make_serial_executor();
std::unique_ptr<Executor> make_tbb_executor(int threads);

}  // namespace sim
