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

constexpr std::uint64_t layout_version = 1;
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
    std::size_t table;
    std::size_t column;
    std::uint64_t begin;  // bytes from the column's begin
    std::uint64_t bytes;
};

std::vector<Piece> pieces_of(const std::vector<StateTable>& tables) {
    std::vector<Piece> pieces;
    for (std::size_t t = 0; t < tables.size(); ++t) {
        for (std::size_t c = 0; c < tables[t].columns.size(); ++c) {
            const std::uint64_t bytes = tables[t].columns[c].bytes;
            for (std::uint64_t at = 0; at < bytes; at += piece_bytes) {
                pieces.push_back({t, c, at, std::min(piece_bytes, bytes - at)});
            }
        }
    }
    return pieces;
}

std::byte* memory_of(const Piece& piece, const std::vector<StateTable>& tables,
                     const std::vector<Table*>& own) {
    const Table& table = *own[piece.table];
    ColumnBase& column = *table.columns()[piece.column];
    return column.bytes() + tables[piece.table].first_row * column.element_bytes() + piece.begin;
}

std::uint64_t offset_of(const Piece& piece, const std::vector<StateTable>& tables) {
    return tables[piece.table].columns[piece.column].offset + piece.begin;
}

std::uint64_t digest_of(std::span<const std::byte> bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

// Digests of columns, [table][column], from those of their pieces.
std::vector<std::vector<std::uint64_t>> folded(const std::vector<StateTable>& tables,
                                               const std::vector<Piece>& pieces,
                                               const std::vector<std::uint64_t>& digests) {
    std::vector<std::vector<std::uint64_t>> columns;
    for (const StateTable& table : tables) {
        columns.emplace_back(table.columns.size(), 0);
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        std::uint64_t& digest = columns[pieces[i].table][pieces[i].column];
        digest = XXH3_64bits_withSeed(&digests[i], sizeof digests[i], digest);
    }
    return columns;
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
        for (const StateTable& table : manifest.tables) {
            for (const StateColumn& column : table.columns) {
                if (column.offset > size || column.bytes > size - column.offset) {
                    throw IoError(
                        fmt::format("column {}.{} lies outside the file", table.name, column.name));
                }
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
    Descriptor file = Descriptor::create_beside(path + ".partial-");
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
                           layout_of(world, header_bytes)};
    const std::vector<Table*> own = world.tables();
    const std::vector<Piece> pieces = pieces_of(manifest.tables);
    std::vector<std::uint64_t> digests(pieces.size());
    executor.for_rows(pieces.size(), 1, [&](std::size_t i) {
        const std::span<const std::byte> bytes(memory_of(pieces[i], manifest.tables, own),
                                               pieces[i].bytes);
        digests[i] = digest_of(bytes);
        file.write_at(offset_of(pieces[i], manifest.tables), bytes);
    });
    const auto columns = folded(manifest.tables, pieces, digests);
    for (std::size_t t = 0; t < columns.size(); ++t) {
        for (std::size_t c = 0; c < columns[t].size(); ++c) {
            manifest.tables[t].columns[c].digest = columns[t][c];
        }
    }
    const std::string text = manifest_text(manifest);
    const auto bytes = std::as_bytes(std::span(text));
    Header header;
    header.manifest_offset = end_of(manifest.tables, header_bytes);
    header.manifest_bytes = bytes.size();
    header.manifest_digest = digest_of(bytes);
    file.write_at(header.manifest_offset, bytes);
    file.write_at(0, std::as_bytes(std::span(&header, 1)));
    return manifest;
}

void StateFile::verify(const Executor& executor) const {
    const std::vector<StateTable>& tables = manifest_.tables;
    const std::vector<Piece> pieces = pieces_of(tables);
    std::vector<std::uint64_t> digests(pieces.size());
    executor.for_rows(pieces.size(), 1, [&](std::size_t i) {
        std::vector<std::byte> buffer(pieces[i].bytes);
        file_.read_at(offset_of(pieces[i], tables), buffer);
        digests[i] = digest_of(buffer);
    });
    const auto columns = folded(tables, pieces, digests);
    for (std::size_t t = 0; t < tables.size(); ++t) {
        for (std::size_t c = 0; c < tables[t].columns.size(); ++c) {
            if (columns[t][c] != tables[t].columns[c].digest) {
                throw IoError(fmt::format("{}: is damaged in column {}.{}", file_.name(),
                                          tables[t].name, tables[t].columns[c].name));
            }
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
    const std::vector<Piece> pieces = pieces_of(tables);
    executor.for_rows(pieces.size(), 1, [&](std::size_t i) {
        file_.read_at(offset_of(pieces[i], tables),
                      {memory_of(pieces[i], tables, own), pieces[i].bytes});
    });
    if (world.hash(executor) != manifest_.state_hash) {
        throw IoError(file_.name() + ": gives another state than was saved");
    }
}

}  // namespace sim
