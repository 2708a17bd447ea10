// SPDX-License-Identifier: Apache-2.0
#include "sim/hdf5/member_shard.hpp"

#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "sim/core/contract.hpp"
#include "sim/hdf5/grid.hpp"
#include "sim/hdf5/temporary_file.hpp"

namespace sim {

namespace {

constexpr const char* shard_filetype = "tandem sweep shard";
// A killed session leaves at most one unused row per thread.
constexpr std::size_t spare_rows = 64;
// A sync for each member would cost more than a small member itself.
constexpr std::chrono::seconds between_syncs{1};

void create_shard(const std::string& path, const MemberLayout& layout, std::size_t rows) {
    TemporaryFile temporary(path);
    h5::with_path(path, [&] {
        h5::Handle file = h5::create_file(temporary.name());
        h5::write_attribute(file, "filetype", std::string(shard_filetype));
        h5::write_attribute(file, "identity", layout.identity);
        h5::Grid grid(file, "/", {});
        grid.add_count("row", rows, "Number of the row, in the order in which members begin.");
        for (const Dimension& dimension : layout.dimensions) {
            grid.add_labels(dimension);
        }
        if (!layout.times.empty()) {
            grid.add_times(layout.times);
        }
        const auto add = [&](const char* name, h5::Type type, const char* unit, const char* doc) {
            grid.add_variable(
                {.name = name, .type = type, .dims = {"row"}, .unit = unit, .description = doc});
        };
        add("done", h5::Type::uint8, "1", "1 where the row holds a finished member.");
        add("inputs_high", h5::Type::uint64, "1", "First half of the hash of a member's inputs.");
        add("inputs_low", h5::Type::uint64, "1", "Second half of the hash of a member's inputs.");
        add("replicate", h5::Type::int32, "1", "Number of the replicate, from 0.");
        add(shard_seconds, h5::Type::float64, "s", "Time that the member took.");
        for (const MemberVariable& variable : layout.variables) {
            std::vector<std::string> dims{"row"};
            dims.insert(dims.end(), variable.dims.begin(), variable.dims.end());
            grid.add_variable({.name = variable.name,
                               .dims = std::move(dims),
                               .unit = variable.unit,
                               .description = variable.doc});
        }
        file.close();
    });
    temporary.keep_if_new();  // or take the one of a process that was faster
}

std::vector<std::int64_t> read_column(const h5::Handle& file, const char* name) {
    const h5::Handle dataset = h5::open_dataset(file, name);
    return h5::read_integers(dataset, h5::whole(dataset));
}

// Keeps other writers away by a lock that readers, who ask for one of another kind, never meet. It
// ends with the process, however that ends.
class WriterLock {
  public:
    explicit WriterLock(const std::string& path) : file_(::open(path.c_str(), O_RDWR | O_CLOEXEC)) {
        if (file_ < 0) {
            throw IoError(fmt::format("{}: cannot open ({})", path, std::strerror(errno)));
        }
        struct flock whole {};
        whole.l_type = F_WRLCK;
        whole.l_whence = SEEK_SET;
        has_ = ::fcntl(file_, F_OFD_SETLK, &whole) == 0;
    }
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;
    ~WriterLock() { ::close(file_); }

    bool has() const { return has_; }
    // Brings what any descriptor wrote to the file to the device.
    void sync() const { ::fdatasync(file_); }

  private:
    int file_;
    bool has_ = false;
};

// The row after the last that is marked.
std::size_t first_free(const std::vector<std::int64_t>& done) {
    std::size_t free = done.size();
    while (free > 0 && done[free - 1] == 0) {
        --free;
    }
    return free;
}

std::string identity_of(const h5::Handle& file) {
    if (!h5::has_attribute(file, "filetype") || h5::read_text(file, "filetype") != shard_filetype) {
        throw h5::Failure("is no shard of a sweep");
    }
    return h5::read_text(file, "identity");
}

}  // namespace

MemberKey MemberKey::of(const std::string& inputs, std::uint32_t replicate) {
    constexpr std::size_t digits = 16;
    constexpr int base = 16;
    SIM_EXPECT(inputs.size() == 2 * digits);
    MemberKey key;
    key.replicate = replicate;
    std::from_chars(inputs.data(), inputs.data() + digits, key.high, base);
    std::from_chars(inputs.data() + digits, inputs.data() + 2 * digits, key.low, base);
    return key;
}

std::string MemberKey::name() const {
    return fmt::format("{:016x}{:016x}-{:04}", high, low, replicate);
}

struct ShardWriter::Impl {
    std::string path;
    std::optional<WriterLock> lock;
    h5::Handle file;
    std::size_t next = 0;
    h5::Handle done, high, low, replicate, seconds;
    std::vector<h5::Handle> variables;
    std::vector<std::size_t> cells;
    std::chrono::steady_clock::time_point synced = std::chrono::steady_clock::now();
    bool is_ahead = false;  // of what is on the device

    void sync_now_and_then() {
        is_ahead = true;
        const auto now = std::chrono::steady_clock::now();
        if (now - synced >= between_syncs) {
            lock->sync();
            synced = now;
            is_ahead = false;
        }
    }

    void bind(const MemberLayout& layout) {
        done = h5::open_dataset(file, "done");
        high = h5::open_dataset(file, "inputs_high");
        low = h5::open_dataset(file, "inputs_low");
        replicate = h5::open_dataset(file, "replicate");
        seconds = h5::open_dataset(file, shard_seconds);
        for (const MemberVariable& variable : layout.variables) {
            variables.push_back(h5::open_dataset(file, variable.name));
            cells.push_back(variable.cells);
        }
    }
};

ShardWriter::ShardWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ShardWriter::ShardWriter(ShardWriter&&) noexcept = default;
ShardWriter& ShardWriter::operator=(ShardWriter&&) noexcept = default;
ShardWriter::~ShardWriter() {
    if (impl_ && impl_->is_ahead) {
        impl_->lock->sync();
    }
}

ShardWriter ShardWriter::open(const std::string& folder, const std::string& label,
                              const MemberLayout& layout, std::size_t members) {
    for (int number = 1;; ++number) {
        auto impl = std::make_unique<Impl>();
        const std::string name = number == 1 ? label : fmt::format("{}-{}", label, number);
        impl->path = (std::filesystem::path(folder) / (name + ".h5")).string();
        if (!std::filesystem::exists(impl->path)) {
            create_shard(impl->path, layout, members + spare_rows);
        }
        impl->lock.emplace(impl->path);
        if (!impl->lock->has()) {
            continue;
        }
        const bool has_room = h5::with_path(impl->path, [&] {
            impl->file = h5::open_file(impl->path, h5::Access::unlocked);
            const std::string identity = identity_of(impl->file);
            require(identity == layout.identity,
                    impl->path + ": holds members of another sweep (--force begins anew)");
            const std::vector<std::int64_t> done = read_column(impl->file, "done");
            impl->next = first_free(done);
            impl->bind(layout);
            return done.size() - impl->next >= members;
        });
        if (has_room) {
            return ShardWriter(std::move(impl));
        }
    }
}

const std::string& ShardWriter::path() const {
    return impl_->path;
}

std::size_t ShardWriter::reserve() {
    return impl_->next++;
}

void ShardWriter::write(std::size_t row, const MemberKey& key,
                        const std::vector<std::vector<double>>& values, double seconds) {
    SIM_EXPECT(values.size() == impl_->variables.size());
    h5::with_path(impl_->path, [&] {
        const h5::Block at = h5::rows(row, 1);
        h5::write_block(impl_->high, at, std::span(&key.high, 1));
        h5::write_block(impl_->low, at, std::span(&key.low, 1));
        const std::int64_t replicate = key.replicate;
        h5::write_block(impl_->replicate, at, std::span(&replicate, 1));
        h5::write_block(impl_->seconds, at, std::span(&seconds, 1));
        for (std::size_t v = 0; v < values.size(); ++v) {
            SIM_EXPECT(values[v].size() == impl_->cells[v]);
            h5::write_block(impl_->variables[v], h5::slab(impl_->variables[v], {row}), values[v]);
        }
        // In this order: what is marked as there is there, whenever the process is killed.
        h5::flush(impl_->file);
        const std::int64_t mark = 1;
        h5::write_block(impl_->done, at, std::span(&mark, 1));
        h5::flush(impl_->file);
    });
    impl_->sync_now_and_then();
}

ShardContents read_shard(const std::string& path) {
    return h5::with_path(path, [&] {
        const h5::Handle file = h5::open_file(path, h5::Access::read);
        ShardContents contents{path, identity_of(file)};
        const std::vector<std::int64_t> done = read_column(file, "done");
        const std::size_t used = first_free(done);
        const h5::Handle high_column = h5::open_dataset(file, "inputs_high");
        const h5::Handle low_column = h5::open_dataset(file, "inputs_low");
        const h5::Handle replicate_column = h5::open_dataset(file, "replicate");
        const auto high = h5::read_unsigneds(high_column, h5::rows(0, used));
        const auto low = h5::read_unsigneds(low_column, h5::rows(0, used));
        const auto replicate = h5::read_integers(replicate_column, h5::rows(0, used));
        for (std::size_t row = 0; row < used; ++row) {
            if (done[row] == 1) {
                contents.rows.push_back(
                    {{high[row], low[row], static_cast<std::uint32_t>(replicate[row])}, row});
            }
        }
        return contents;
    });
}

std::vector<double> read_shard_variable(const std::string& path, const std::string& name,
                                        std::size_t count) {
    return h5::with_path(path, [&] {
        const h5::Handle file = h5::open_file(path, h5::Access::read);
        const h5::Handle dataset = h5::open_dataset(file, name);
        h5::Block block = h5::whole(dataset);
        block.count.front() = count;
        return h5::read_doubles(dataset, block);
    });
}

}  // namespace sim
