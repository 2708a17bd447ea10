// SPDX-License-Identifier: Apache-2.0
// The order that must hold: columns, then the manifest with their digests, then the header that
// points to it; a file that was not finished has no header.
#include "sim/checkpoint/state_file.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

#include "sim/core/error.hpp"

namespace sim {

namespace {

constexpr std::uint64_t layout_version = 2;
constexpr std::uint64_t header_bytes = 4096;
constexpr std::uint64_t piece_bytes = std::uint64_t{1} << 20U;  // fixed, so digests are too
constexpr std::uint64_t byte_order_mark = 0x0102030405060708ULL;
constexpr std::array<char, 8> magic{'T', 'A', 'N', 'D', 'E', 'M', 'S', 'T'};

// The first words of a file.
struct Header {
    std::array<char, 8> kind = magic;
    std::uint64_t layout = layout_version;
    std::uint64_t byte_order = byte_order_mark;
    std::uint64_t manifest_offset = 0;
    std::uint64_t manifest_bytes = 0;
    std::uint64_t manifest_digest = 0;
};
static_assert(sizeof(Header) == 48);

// Part of a column, the unit of digests and of parallel work.
struct Piece {
    std::size_t column;   // of StateManifest::columns
    std::uint64_t begin;  // bytes from the column's begin
    std::uint64_t bytes;
};

std::vector<Piece> pieces_of(const std::vector<const StateColumn*>& columns) {
    std::vector<Piece> pieces;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const std::uint64_t bytes = columns[c]->bytes;
        for (std::uint64_t at = 0; at < bytes; at += piece_bytes) {
            pieces.push_back({c, at, std::min(piece_bytes, bytes - at)});
        }
    }
    return pieces;
}

// Where the existing rows of every column of the world lie, in the order of the manifest.
std::vector<std::byte*> memory_of(const World& world) {
    std::vector<std::byte*> begins;
    for (const Table* table : world.tables()) {
        for (ColumnBase* column : table->columns()) {
            begins.push_back(column->bytes() + table->first_row() * column->element_bytes());
        }
    }
    return begins;
}

std::uint64_t digest_of(std::span<const std::byte> bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

// Digests of columns from those of their pieces.
std::vector<std::uint64_t> folded(std::size_t columns, const std::vector<Piece>& pieces,
                                  const std::vector<std::uint64_t>& digests) {
    std::vector<std::uint64_t> by_column(columns, 0);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        std::uint64_t& digest = by_column[pieces[i].column];
        digest = XXH3_64bits_withSeed(&digests[i], sizeof digests[i], digest);
    }
    return by_column;
}

std::string name_of(const StateManifest& manifest, const StateColumn& column) {
    for (const StateTable& table : manifest.tables) {
        for (const StateColumn& own : table.columns) {
            if (&own == &column) {
                return fmt::format("column {}.{}", table.name, column.name);
            }
        }
    }
    return fmt::format("array {}", column.name);
}

Header read_header(const Descriptor& file, std::uint64_t size) {
    Header header;
    if (size < sizeof header) {
        throw IoError(file.name() + ": is no saved state");
    }
    file.read_at(0, std::as_writable_bytes(std::span(&header, 1)));
    if (header.kind != magic) {
        throw IoError(file.name() + ": is no saved state");
    }
    if (header.byte_order != byte_order_mark) {
        throw IoError(file.name() + ": was written on a machine with another order of bytes");
    }
    if (header.layout != layout_version) {
        throw IoError(fmt::format("{}: has layout {} (this program reads {})", file.name(),
                                  header.layout, layout_version));
    }
    return header;
}

StateManifest manifest_in(const Descriptor& file) {
    const std::uint64_t size = file.size();
    const Header header = read_header(file, size);
    if (header.manifest_offset > size || header.manifest_bytes != size - header.manifest_offset) {
        throw IoError(fmt::format("{}: is cut off or has something behind its end", file.name()));
    }
    std::string text(header.manifest_bytes, '\0');
    file.read_at(header.manifest_offset, std::as_writable_bytes(std::span(text)));
    if (digest_of(std::as_bytes(std::span(text))) != header.manifest_digest) {
        throw IoError(file.name() + ": is damaged in its manifest");
    }
    try {
        StateManifest manifest = read_manifest(text);
        const StateManifest& read = manifest;
        for (const StateColumn* column : read.columns()) {
            if (column->offset > size || column->bytes > size - column->offset) {
                throw IoError(name_of(manifest, *column) + " lies outside the file");
            }
        }
        return manifest;
    } catch (const IoError& error) {
        throw IoError(fmt::format("{}: has a wrong manifest: {}", file.name(), error.what()));
    }
}

// Removes a file that did not get its name.
class Unfinished {
  public:
    explicit Unfinished(std::string path) : path_(std::move(path)) {}
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    ~Unfinished() {
        if (!path_.empty()) {
            std::remove(path_.c_str());
        }
    }
    void keep() { path_.clear(); }

  private:
    std::string path_;
};

}  // namespace

StateFile::StateFile(Descriptor file) : file_(std::move(file)), manifest_(manifest_in(file_)) {}

StateFile StateFile::write(const std::string& path, About about, const World& world,
                           const Executor& executor) {
    Descriptor file = Descriptor::create_beside(path + std::string(unfinished_ending));
    Unfinished unfinished(file.name());
    StateManifest manifest = write_to(file, std::move(about), world, executor);
    file.sync();
    file.rename(path);
    unfinished.keep();
    return {std::move(file), std::move(manifest)};
}

StateFile StateFile::write_in_memory(About about, const World& world, const Executor& executor) {
    Descriptor file = Descriptor::create_in_memory("state in memory");
    StateManifest manifest = write_to(file, std::move(about), world, executor);
    return {std::move(file), std::move(manifest)};
}

StateManifest StateFile::write_to(const Descriptor& file, About about, const World& world,
                                  const Executor& executor) {
    StateManifest manifest{std::move(about.origin), world.hash(executor), std::move(about.hashes),
                           tables_of(world)};
    const std::vector<std::byte*> rows = memory_of(world);
    std::vector<const std::byte*> begins(rows.begin(), rows.end());
    for (const StateArray& array : about.record) {
        manifest.record.push_back(
            {array.name, array.type, array.element_bytes, 0, array.bytes.size(), 0});
        begins.push_back(array.bytes.data());
    }
    const std::uint64_t end = lay_out(manifest, header_bytes);
    const std::vector<StateColumn*> columns = manifest.columns();
    const std::vector<Piece> pieces = pieces_of({columns.begin(), columns.end()});
    std::vector<std::uint64_t> digests(pieces.size());
    executor.for_rows(pieces.size(), 1, [&](std::size_t i) {
        const Piece& piece = pieces[i];
        const std::span bytes(begins[piece.column] + piece.begin, piece.bytes);
        digests[i] = digest_of(bytes);
        file.write_at(columns[piece.column]->offset + piece.begin, bytes);
    });
    const std::vector<std::uint64_t> folded_digests = folded(columns.size(), pieces, digests);
    for (std::size_t c = 0; c < columns.size(); ++c) {
        columns[c]->digest = folded_digests[c];
    }
    const std::string text = manifest_text(manifest);
    const auto bytes = std::as_bytes(std::span(text));
    Header header;
    header.manifest_offset = end;
    header.manifest_bytes = bytes.size();
    header.manifest_digest = digest_of(bytes);
    file.write_at(header.manifest_offset, bytes);
    file.write_at(0, std::as_bytes(std::span(&header, 1)));
    return manifest;
}

void StateFile::verify(const Executor& executor) const {
    const std::vector<const StateColumn*> columns = manifest_.columns();
    const std::vector<Piece> pieces = pieces_of(columns);
    std::vector<std::uint64_t> digests(pieces.size());
    executor.for_rows(pieces.size(), 1, [&](std::size_t i) {
        std::vector<std::byte> buffer(pieces[i].bytes);
        file_.read_at(columns[pieces[i].column]->offset + pieces[i].begin, buffer);
        digests[i] = digest_of(buffer);
    });
    const std::vector<std::uint64_t> found = folded(columns.size(), pieces, digests);
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (found[c] != columns[c]->digest) {
            throw IoError(
                fmt::format("{}: is damaged in {}", file_.name(), name_of(manifest_, *columns[c])));
        }
    }
}

void StateFile::restore(World& world, const Executor& executor) const {
    const std::vector<StateTable>& tables = manifest_.tables;
    if (const std::string problem = misfit(tables, world); !problem.empty()) {
        throw IoError(fmt::format("{}: does not fit: {}", file_.name(), problem));
    }
    const std::vector<Table*> own = world.tables();
    for (std::size_t t = 0; t < tables.size(); ++t) {
        own[t]->replace_rows(tables[t].first_row, tables[t].end_row);
    }
    const std::vector<std::byte*> begins = memory_of(world);
    std::vector<const StateColumn*> columns = manifest_.columns();
    columns.resize(begins.size());  // without the record
    const std::vector<Piece> pieces = pieces_of(columns);
    executor.for_rows(pieces.size(), 1, [&](std::size_t i) {
        const Piece& piece = pieces[i];
        file_.read_at(columns[piece.column]->offset + piece.begin,
                      {begins[piece.column] + piece.begin, piece.bytes});
    });
    if (world.hash(executor) != manifest_.state_hash) {
        throw IoError(file_.name() + ": gives another state than was saved");
    }
}

}  // namespace sim
