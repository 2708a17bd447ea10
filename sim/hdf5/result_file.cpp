// SPDX-License-Identifier: Apache-2.0
#include "sim/hdf5/result_file.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"
#include "sim/core/error.hpp"
#include "sim/hdf5/event_tables.hpp"
#include "sim/hdf5/group_writer.hpp"
#include "sim/hdf5/h5_file.hpp"
#include "sim/hdf5/layout.hpp"
#include "sim/hdf5/people_layout.hpp"
#include "sim/hdf5/temporary_file.hpp"

namespace sim {

namespace {

struct Effects {
    ResultFile::EffectsOf of;
    std::string path;
    std::string doc;
};

}  // namespace

struct ResultFile::Impl {
    std::string path;
    ResultHeader header;
    h5::Handle file;
    std::vector<std::vector<bool>> complete;  // [scenario][replicate]
    std::vector<ReplicateTiming> timing;
    std::vector<Effects> effects;
    std::vector<ResultGroup> groups;

    // Replicates 0 … n − 1 of every scenario are there, and no other.
    int finished_replicates() const {
        const auto count = std::count(complete.front().begin(), complete.front().end(), true);
        for (const std::vector<bool>& flags : complete) {
            SIM_EXPECT(std::count(flags.begin(), flags.end(), true) == count);
            SIM_EXPECT(std::find(flags.begin(), flags.end(), false) == flags.begin() + count);
        }
        SIM_EXPECT(count > 0);
        return static_cast<int>(count);
    }

    // Writes everything that is there to a new file.
    void copy_to(const h5::Handle& to, Status status) const {
        create_layout(to, header, read_provenance(file), status);
        for (std::size_t s = 0; s < complete.size(); ++s) {
            for (std::size_t r = 0; r < complete[s].size(); ++r) {
                if (complete[s][r]) {
                    copy_replicate(file, to, header, s, r);
                }
            }
        }
        for (std::size_t s = 1; s < complete.size() && !header.people.empty(); ++s) {
            for (std::size_t r = 0; r < complete[s].size(); ++r) {
                if (!complete[s][r] || !complete.front()[r]) {
                    continue;
                }
                // Both may be there uncounted: halves that ended on two sides of a stop.
                if (const PeopleCounts counts = sim::read_people(file, s, r); !counts.empty()) {
                    sim::write_people(to, s, r, counts);
                }
            }
        }
        copy_tables(file, to, complete, status);
    }

    // Room for the chunks of all replicates, so that no index changes its shape while the run goes
    // on: a crash then harms nothing that was there.
    std::size_t chunks() const {
        return complete.size() * static_cast<std::size_t>(header.replicates);
    }

    // Puts what `fill` writes in place of the file, which no crash shows half done.
    template <class Write>
    void replace_file(std::size_t chunk_count, Write&& write_all) {
        h5::with_path(path, [&] {
            TemporaryFile temporary(path);
            h5::Handle next = h5::create_file(temporary.name(), chunk_count);
            write_all(next);
            next.close();
            file.close();
            temporary.keep();
        });
    }
    void open_for_writing() {
        h5::with_path(path, [&] { file = h5::open_file(path, h5::Access::write); });
    }
};

ResultFile::ResultFile(const std::string& path, ResultHeader header)
    : impl_(std::make_unique<Impl>()) {
    SIM_EXPECT(header.replicates > 0);
    impl_->path = path;
    impl_->header = std::move(header);
    impl_->complete.assign(std::max<std::size_t>(impl_->header.scenarios.size(), 1),
                           std::vector<bool>(static_cast<std::size_t>(impl_->header.replicates)));
    impl_->replace_file(impl_->chunks(), [&](const h5::Handle& file) {
        create_layout(file, impl_->header, this_program(), Status::partial);
    });
    impl_->open_for_writing();
}

ResultFile::ResultFile(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ResultFile::ResultFile(ResultFile&&) noexcept = default;
ResultFile& ResultFile::operator=(ResultFile&&) noexcept = default;
ResultFile::~ResultFile() = default;

ResultFile ResultFile::reopen(const std::string& path) {
    ResultSummary summary = read_result(path);
    require(summary.status == "partial", path + ": nothing to go on with: the result is complete");
    auto impl = std::make_unique<Impl>();
    impl->path = path;
    impl->header = std::move(summary.header);
    impl->complete = std::move(summary.complete);
    // A crash may have left the file's last writing half done: go on in a clean copy.
    h5::with_path(path, [&] { impl->file = h5::open_file(path, h5::Access::read); });
    impl->replace_file(impl->chunks(),
                       [&](const h5::Handle& next) { impl->copy_to(next, Status::partial); });
    impl->open_for_writing();
    return ResultFile(std::move(impl));
}

void ResultFile::write(std::size_t scenario, const Record& record) {
    SIM_EXPECT(impl_->file);
    SIM_EXPECT(record.complete);
    SIM_EXPECT(scenario < impl_->complete.size());
    SIM_EXPECT(record.replicate < impl_->complete[scenario].size());
    SIM_EXPECT(!impl_->complete[scenario][record.replicate]);
    h5::with_path(impl_->path, [&] {
        append_tables(impl_->file, impl_->header, scenario, record);
        write_replicate(impl_->file, impl_->header, scenario, record);
        // In this order: what is marked as there is there, whenever the process is killed.
        h5::flush(impl_->file);
        mark_complete(impl_->file, impl_->header, scenario, record.replicate);
        h5::flush(impl_->file);
    });
    impl_->complete[scenario][record.replicate] = true;
    impl_->timing.push_back({scenario, record.replicate, record.timing});
}

void ResultFile::write_people(std::size_t alternative, std::size_t replicate,
                              const PeopleCounts& counts) {
    SIM_EXPECT(impl_->file && !impl_->header.people.empty());
    h5::with_path(impl_->path, [&] {
        sim::write_people(impl_->file, alternative, replicate, counts);
        h5::flush(impl_->file);
    });
}

PeopleCounts ResultFile::read_people(std::size_t alternative, std::size_t replicate) const {
    SIM_EXPECT(impl_->file && has(0, replicate) && has(alternative, replicate));
    return h5::with_path(impl_->path,
                         [&] { return sim::read_people(impl_->file, alternative, replicate); });
}

bool ResultFile::has(std::size_t scenario, std::size_t replicate) const {
    return impl_->complete.at(scenario).at(replicate);
}

Record ResultFile::read(std::size_t scenario, std::size_t replicate) const {
    SIM_EXPECT(impl_->file && has(scenario, replicate));
    return h5::with_path(impl_->path, [&] {
        return read_replicate(impl_->file, impl_->header, scenario, replicate);
    });
}

std::vector<std::vector<std::vector<double>>> ResultFile::read(
    std::size_t scenario, std::span<const std::size_t> variables) const {
    SIM_EXPECT(impl_->file);
    return h5::with_path(impl_->path, [&] {
        std::vector<std::vector<std::vector<double>>> values;
        for (std::size_t r = 0; r < impl_->complete.at(scenario).size(); ++r) {
            if (has(scenario, r)) {
                values.push_back(read_values(impl_->file, impl_->header, scenario, r, variables));
            }
        }
        return values;
    });
}

void ResultFile::write_effects(EffectsOf effects_of, const std::string& path,
                               const std::string& doc) {
    impl_->effects.push_back({std::move(effects_of), path, doc});
}

void ResultFile::write_group(ResultGroup group) {
    impl_->groups.push_back(std::move(group));
}

void ResultFile::finish() {
    SIM_EXPECT(impl_->file);
    impl_->header.replicates = impl_->finished_replicates();
    const std::size_t default_chunks = 0;
    impl_->replace_file(default_chunks, [&](const h5::Handle& next) {
        impl_->copy_to(next, Status::complete);
        for (const Effects& effects : impl_->effects) {
            create_effects(next, impl_->header, effects.path, effects.doc);
            for (std::size_t v = 0; v < impl_->header.variables.size(); ++v) {
                sim::write_effects(next, effects.path, effects.of(v));
            }
        }
        for (const ResultGroup& group : impl_->groups) {
            sim::write_group(next, impl_->header, group);
        }
        if (!impl_->timing.empty()) {
            sim::write_group(next, impl_->header, timing_group(impl_->header, impl_->timing));
        }
    });
}

}  // namespace sim
