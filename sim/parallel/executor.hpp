// SPDX-License-Identifier: Apache-2.0
// Parallel loops over rows and chunks. Work is cut into chunks by a fixed grain, never by the
// number of threads, and partial results are folded in chunk order: same bits for any thread count.
// Bodies run concurrently on different chunks and must not touch the same data.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <type_traits>
#include <vector>

namespace sim {

enum class Backend { tbb, serial };

// A chunk [begin, end) of a loop and its number.
struct Chunk {
    std::size_t begin;
    std::size_t end;
    std::size_t number;
};

// A reference to a callable, without allocation.
class ChunkBody {
  public:
    template <class F>
    requires(!std::is_same_v<std::remove_cvref_t<F>, ChunkBody>)
        ChunkBody(F& body)  // implicit: stands for the callable in calls of for_chunks
        : object_(&body),
          call_([](void* object, const Chunk& chunk) { (*static_cast<F*>(object))(chunk); }) {}
    void operator()(const Chunk& chunk) const { call_(object_, chunk); }

  private:
    void* object_;
    void (*call_)(void*, const Chunk&);
};

// Runs loops on a number of threads. One executor may be used by one caller at a time, but its
// loops may nest.
class Executor {
  public:
    virtual ~Executor() = default;
    virtual Backend backend() const = 0;
    virtual int threads() const = 0;
    // Calls body once for each chunk of `grain` rows of [0, rows), in any order, concurrently.
    // An exception of a body leaves this call after the other chunks have ended or been dropped.
    virtual void run_chunks(std::size_t rows, std::size_t grain, ChunkBody body) const = 0;

    template <class F>
    void for_chunks(std::size_t rows, std::size_t grain, F&& body) const {
        run_chunks(rows, grain, ChunkBody(body));
    }

    // body(row) for each row of [0, rows).
    template <class F>
    void for_rows(std::size_t rows, std::size_t grain, F&& body) const {
        auto chunk_body = [&](const Chunk& chunk) {
            for (std::size_t row = chunk.begin; row < chunk.end; ++row) {
                body(row);
            }
        };
        run_chunks(rows, grain, ChunkBody(chunk_body));
    }

    // Folds map(chunk) of every chunk with `combine`, in chunk order, starting from `initial`.
    template <class T, class Map, class Combine>
    T reduce(std::size_t rows, std::size_t grain, T initial, Map&& map, Combine&& combine) const {
        std::vector<T> parts(rows == 0 ? 0 : (rows + grain - 1) / grain, initial);
        auto chunk_body = [&](const Chunk& chunk) { parts[chunk.number] = map(chunk); };
        run_chunks(rows, grain, ChunkBody(chunk_body));
        T result = std::move(initial);
        for (T& part : parts) {
            result = combine(std::move(result), std::move(part));
        }
        return result;
    }
};

// `threads` at least 1; the serial backend ignores it.
std::unique_ptr<Executor> make_executor(Backend backend, int threads);

}  // namespace sim
