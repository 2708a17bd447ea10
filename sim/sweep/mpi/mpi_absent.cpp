// SPDX-License-Identifier: Apache-2.0
// In place of mpi_world.cpp where the program is built without MPI: no object can be made.
#include "sim/core/contract.hpp"
#include "sim/core/error.hpp"
#include "sim/sweep/mpi/mpi_world.hpp"

namespace sim {

struct MpiWorld::Impl {};

MpiWorld::MpiWorld() {
    throw UsageError(
        "--executor mpi: this program was built without MPI (SIM_WITH_MPI=ON builds it "
        "in)");
}

MpiWorld::~MpiWorld() = default;

int MpiWorld::rank() const {
    throw ContractError("built without MPI");
}

int MpiWorld::size() const {
    throw ContractError("built without MPI");
}

void MpiWorld::broadcast(std::vector<std::uint64_t>&) const {
    throw ContractError("built without MPI");
}

std::uint64_t MpiWorld::sum(std::uint64_t) const {
    throw ContractError("built without MPI");
}

void MpiWorld::hand_out(std::uint64_t, const std::function<bool(std::uint64_t)>&) const {
    throw ContractError("built without MPI");
}

void MpiWorld::abort(int) const {
    throw ContractError("built without MPI");
}

}  // namespace sim
