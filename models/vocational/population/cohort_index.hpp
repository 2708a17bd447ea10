// SPDX-License-Identifier: Apache-2.0
// Who stands in which row of the person table. All cohorts of a run are known at its start, so rows
// are laid out once, by birth quarter, home city and running number: birth, home and identity
// follow from the row number and need no column. A segment is the rows of one birth quarter and
// city.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <type_traits>
#include <vector>

#include "models/vocational/agents/ids.hpp"
#include "sim/core/contract.hpp"
#include "sim/core/quarter.hpp"
#include "sim/parallel/executor.hpp"
#include "sim/random/identity.hpp"

namespace vocational {

struct Segment {
    sim::Quarter birth;
    CityId home;
    std::size_t begin;
    std::size_t end;

    sim::Identity identity(std::size_t row) const {
        return sim::Identity::of(home.value(), static_cast<std::uint16_t>(birth.index()),
                                 static_cast<std::uint32_t>(row - begin));
    }
};

class CohortIndex {
  public:
    CohortIndex() = default;
    // counts[b · cities + c]: agents born in quarter first_birth + b with home c.
    CohortIndex(sim::Quarter first_birth, std::size_t cities,
                const std::vector<std::uint32_t>& counts)
        : first_birth_(first_birth), cities_(cities), offsets_(counts.size() + 1, 0) {
        for (std::size_t i = 0; i < counts.size(); ++i) {
            offsets_[i + 1] = offsets_[i] + counts[i];
        }
    }

    std::size_t rows() const { return offsets_.back(); }
    // The first row of those born in `birth`; rows() if nobody is that young.
    std::size_t first_row(sim::Quarter birth) const {
        const auto b = static_cast<std::size_t>(std::max(0, birth - first_birth_));
        return offsets_[std::min(b * cities_, offsets_.size() - 1)];
    }
    // The rows of one birth quarter and home city.
    Segment segment_at(sim::Quarter birth, CityId home) const {
        return segment(static_cast<std::size_t>(birth - first_birth_) * cities_ + home.row());
    }
    Segment segment_of(std::size_t row) const { return segment(segment_number(row)); }
    sim::Identity identity(PersonId person) const {
        return segment_of(person.row()).identity(person.row());
    }

    // body(segment, begin, end) for the rows [first, last), in parallel; a segment may come in
    // several pieces.
    template <class Body>
    void for_segments(const sim::Executor& executor, std::size_t first, std::size_t last,
                      Body&& body) const {
        executor.for_chunks(last - first, grain, [&](const sim::Chunk& chunk) {
            for_segments_of(first + chunk.begin, first + chunk.end, body);
        });
    }
    // make(segment, row) for each of the rows [first, last) for which belongs(row) holds, in row
    // order, in parallel. Counts first, so that the list is all the room it takes.
    template <class Belongs, class Make>
    auto list_of(const sim::Executor& executor, std::size_t first, std::size_t last,
                 Belongs&& belongs, Make&& make) const {
        std::vector<std::size_t> place((last - first + grain - 1) / grain + 1, 0);
        executor.for_chunks(last - first, grain, [&](const sim::Chunk& chunk) {
            for (std::size_t row = first + chunk.begin; row < first + chunk.end; ++row) {
                place[chunk.number + 1] += belongs(row) ? 1U : 0U;
            }
        });
        std::partial_sum(place.begin(), place.end(), place.begin());
        std::vector<std::invoke_result_t<Make, const Segment&, std::size_t>> list(place.back());
        executor.for_chunks(last - first, grain, [&](const sim::Chunk& chunk) {
            auto next = list.begin() + static_cast<std::ptrdiff_t>(place[chunk.number]);
            for_segments_of(first + chunk.begin, first + chunk.end,
                            [&](const Segment& segment, std::size_t begin, std::size_t end) {
                                for (std::size_t row = begin; row < end; ++row) {
                                    if (belongs(row)) {
                                        *next++ = make(segment, row);
                                    }
                                }
                            });
        });
        return list;
    }
    // body(segment, begin, end) for one chunk, in row order.
    template <class Body>
    void for_segments_of(std::size_t row, std::size_t last, Body&& body) const {
        if (row >= last) {
            return;
        }
        for (std::size_t s = segment_number(row); row < last; ++s) {
            const Segment piece = segment(s);
            const std::size_t end = std::min(last, piece.end);
            if (row < end) {
                body(piece, row, end);
                row = end;
            }
        }
    }

    static constexpr std::size_t grain = 8192;  // rows of a chunk

  private:
    std::size_t segment_number(std::size_t row) const {
        SIM_EXPECT(row < rows());
        const auto after = std::upper_bound(offsets_.begin(), offsets_.end(), row);
        return static_cast<std::size_t>(after - offsets_.begin()) - 1;
    }
    Segment segment(std::size_t s) const {
        return {first_birth_ + static_cast<int>(s / cities_), CityId(s % cities_), offsets_[s],
                offsets_[s + 1]};
    }

    sim::Quarter first_birth_;
    std::size_t cities_ = 1;
    std::vector<std::uint32_t> offsets_{0};
};

}  // namespace vocational
