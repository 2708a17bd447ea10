// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/mpi/mpi_world.hpp"

#include <atomic>
#include <chrono>
#include <exception>
#include <functional>
#include <thread>

#include <boost/mpi/collectives.hpp>
#include <boost/mpi/communicator.hpp>
#include <boost/mpi/environment.hpp>
#include <boost/serialization/vector.hpp>

namespace sim {

namespace {

namespace mpi = boost::mpi;

constexpr int ask = 1;     // for the next number, to rank 0
constexpr int answer = 2;  // the number, or nothing_left
constexpr int leave = 3;   // no more will be asked for
constexpr std::uint64_t nothing_left = ~std::uint64_t{0};

}  // namespace

struct MpiWorld::Impl {
    // Others may be waiting for this process when an error leaves it; who catches it decides.
    mpi::environment environment{mpi::threading::funneled, false};
    mpi::communicator world{};
};

MpiWorld::MpiWorld() : impl_(std::make_unique<Impl>()) {}
MpiWorld::~MpiWorld() = default;

int MpiWorld::rank() const {
    return impl_->world.rank();
}

int MpiWorld::size() const {
    return impl_->world.size();
}

void MpiWorld::broadcast(std::vector<std::uint64_t>& numbers) const {
    mpi::broadcast(impl_->world, numbers, 0);
}

std::uint64_t MpiWorld::sum(std::uint64_t number) const {
    return mpi::all_reduce(impl_->world, number, std::plus<std::uint64_t>());
}

void MpiWorld::abort(int code) const {
    mpi::environment::abort(code);
    std::terminate();
}

void MpiWorld::hand_out(std::uint64_t count, const std::function<bool(std::uint64_t)>& work) const {
    const mpi::communicator& world = impl_->world;
    if (world.rank() != 0) {
        std::uint64_t number = 0;
        do {
            world.send(0, ask);
            world.recv(0, answer, number);
        } while (number != nothing_left && work(number));
        if (number != nothing_left) {
            world.send(0, leave);
        }
        return;
    }
    std::atomic<std::uint64_t> next{0};
    std::atomic<bool> is_working{true};
    std::exception_ptr failure;
    std::thread worker([&] {
        try {
            for (std::uint64_t number = next++; number < count && work(number); number = next++) {
            }
        } catch (...) {
            failure = std::current_exception();
        }
        is_working = false;
    });
    int others = world.size() - 1;
    while (is_working || (others > 0 && !failure)) {
        const auto message = world.iprobe();
        if (!message) {
            std::this_thread::sleep_for(std::chrono::microseconds(200));
            continue;
        }
        world.recv(message->source(), message->tag());
        if (message->tag() == leave) {
            --others;
            continue;
        }
        const std::uint64_t number = next++;
        world.send(message->source(), answer, number < count ? number : nothing_left);
        others -= number < count ? 0 : 1;
    }
    worker.join();
    if (failure) {
        std::rethrow_exception(failure);
    }
}

}  // namespace sim
