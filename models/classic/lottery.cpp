// SPDX-License-Identifier: Apache-2.0
// A bucket sort: uniform numbers fall evenly into buckets by their leading bits. Counting, moving
// and sorting are each parallel; chunks move into places that were counted out for them before.
#include "models/classic/lottery.hpp"

#include <algorithm>
#include <bit>

namespace classic {

namespace {

constexpr std::size_t rows_per_bucket = 4096;
constexpr std::size_t most_buckets = 1024;
constexpr std::size_t most_chunks = 256;

std::size_t bucket_of(const Ticket& ticket, unsigned bits) {
    return bits == 0 ? 0 : static_cast<std::size_t>(ticket.number >> (64U - bits));
}

// Turns counts[chunk × buckets + bucket] into the first place of each chunk within each bucket and
// returns where buckets begin, with the end of the last one at the back.
std::vector<std::size_t> places_from_counts(std::vector<std::size_t>& counts, std::size_t buckets) {
    std::vector<std::size_t> begin(buckets + 1, 0);
    std::size_t place = 0;
    for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
        begin[bucket] = place;
        for (std::size_t cell = bucket; cell < counts.size(); cell += buckets) {
            const std::size_t count = counts[cell];
            counts[cell] = place;
            place += count;
        }
    }
    begin[buckets] = place;
    return begin;
}

}  // namespace

void sort_tickets(const sim::Executor& executor, std::vector<Ticket>& tickets,
                  std::vector<Ticket>& scratch) {
    const std::size_t rows = tickets.size();
    const std::size_t buckets =
        std::min(most_buckets, std::bit_ceil(rows / rows_per_bucket + std::size_t{1}));
    const unsigned bits = static_cast<unsigned>(std::countr_zero(buckets));
    if (buckets == 1) {
        std::sort(tickets.begin(), tickets.end());
        return;
    }
    const std::size_t grain = std::max(rows_per_bucket, rows / most_chunks + 1);
    std::vector<std::size_t> places((rows + grain - 1) / grain * buckets, 0);
    executor.for_chunks(rows, grain, [&](const sim::Chunk& chunk) {
        for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
            ++places[chunk.number * buckets + bucket_of(tickets[i], bits)];
        }
    });
    const std::vector<std::size_t> begin = places_from_counts(places, buckets);
    scratch.resize(rows);
    executor.for_chunks(rows, grain, [&](const sim::Chunk& chunk) {
        for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
            scratch[places[chunk.number * buckets + bucket_of(tickets[i], bits)]++] = tickets[i];
        }
    });
    executor.for_rows(buckets, 1, [&](std::size_t bucket) {
        std::sort(scratch.data() + begin[bucket], scratch.data() + begin[bucket + 1]);
    });
    tickets.swap(scratch);
}

}  // namespace classic
