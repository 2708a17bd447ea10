// SPDX-License-Identifier: Apache-2.0
// Loops see every row once, sums have the same bits for any backend and number of threads, and
// exceptions come out.
#include "sim/parallel/executor.hpp"

#include <cmath>
#include <numeric>
#include <stdexcept>

#include <gtest/gtest.h>

namespace {

struct Kind {
    sim::Backend backend;
    int threads;
};

void PrintTo(const Kind& kind, std::ostream* out) {
    *out << (kind.backend == sim::Backend::tbb ? "tbb " : "serial ") << kind.threads;
}

class ExecutorTest : public testing::TestWithParam<Kind> {
  protected:
    std::unique_ptr<sim::Executor> executor =
        sim::make_executor(GetParam().backend, GetParam().threads);
};

TEST_P(ExecutorTest, VisitsEachRowOnce) {
    for (const std::size_t rows : {0U, 1U, 99U, 100U, 10'001U}) {
        std::vector<int> visits(rows, 0);
        executor->for_rows(rows, 100, [&](std::size_t row) { ++visits[row]; });
        EXPECT_EQ(std::accumulate(visits.begin(), visits.end(), std::size_t{0}), rows);
        EXPECT_TRUE(std::all_of(visits.begin(), visits.end(), [](int n) { return n == 1; }));
    }
}

double rough_sum(const sim::Executor& executor) {
    return executor.reduce(
        100'000, 1000, 0.0,
        [](const sim::Chunk& chunk) {
            double sum = 0.0;
            for (std::size_t row = chunk.begin; row < chunk.end; ++row) {
                sum += std::pow(-1.0, static_cast<double>(row)) * 1e10 /
                       (1.0 + static_cast<double>(row));
            }
            return sum;
        },
        [](double a, double b) { return a + b; });
}

TEST_P(ExecutorTest, SumsHaveTheBitsOfTheSerialBackend) {
    EXPECT_EQ(rough_sum(*executor), rough_sum(*sim::make_executor(sim::Backend::serial, 1)));
}

TEST_P(ExecutorTest, ReducingNothingGivesTheInitialValue) {
    const auto map = [](const sim::Chunk&) { return 1; };
    EXPECT_EQ(executor->reduce(0, 10, 5, map, std::plus<>()), 5);
}

TEST_P(ExecutorTest, LoopsNest) {
    std::vector<std::size_t> sums(20, 0);
    executor->for_rows(20, 1, [&](std::size_t i) {
        sums[i] = executor->reduce(
            1000, 10, std::size_t{0}, [](const sim::Chunk& c) { return c.end - c.begin; },
            std::plus<>());
    });
    EXPECT_EQ(sums, std::vector<std::size_t>(20, 1000));
}

TEST_P(ExecutorTest, ExceptionsComeOut) {
    EXPECT_THROW(executor->for_rows(1000, 10,
                                    [](std::size_t row) {
                                        if (row == 777) {
                                            throw std::runtime_error("row 777");
                                        }
                                    }),
                 std::runtime_error);
}

INSTANTIATE_TEST_SUITE_P(Kinds, ExecutorTest,
                         testing::Values(Kind{sim::Backend::serial, 1}, Kind{sim::Backend::tbb, 1},
                                         Kind{sim::Backend::tbb, 2}, Kind{sim::Backend::tbb, 7}));

}  // namespace
