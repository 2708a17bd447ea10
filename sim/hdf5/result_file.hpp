// SPDX-License-Identifier: Apache-2.0
// HDF5 OUTPUT: one result file as laid down in docs/reference/result-file.md. Created at once with
// status "partial" under a temporary name, flushed and renamed; replicates are written as they end;
// finish() writes it once more in order, with status "complete". Not thread-safe: one thread
// writes.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "sim/output/record.hpp"

namespace sim {

// One row of /parameters.
struct ParameterRow {
    std::string name;
    std::string value;
    std::string unit;
    std::string range;
    char mark;
    std::string source;
    std::string doc;
};

// A paired comparison of alternatives with the base, laid out like the outcomes less `replicate`.
struct EffectVariable {
    std::string name;
    std::vector<double> difference;  // [alternative × time × cells], NaN where not defined
    std::vector<double> low;
    std::vector<double> high;
    std::vector<double> share_below_zero;
};

// Any further group of labelled arrays ("effects/people", "pilot"). Dimension `time` is that of the
// outcomes and is not listed.
struct ResultGroup {
    struct Variable {
        std::string name;
        std::string unit;
        std::string doc;
        std::vector<std::string> dims;
        std::vector<double> values;  // row-major, NaN where not defined
        bool is_count = false;
        std::vector<std::string> texts{};  // in place of values
    };

    std::string group;
    std::string doc;
    std::vector<Dimension> dimensions;
    std::vector<Variable> variables;
};

// What a result file holds besides the records; everything known before the run.
struct ResultHeader {
    std::string scenario_text;  // resolved YAML; for compare all of them, as YAML documents' list
    std::string scenario_hash;
    std::string data_hash;
    std::uint64_t seed = 0;
    std::int64_t scale = 1;
    std::string command;                 // "run" or "compare"
    std::string analysis{};              // what is computed beside outcomes and effects; a text
    std::vector<std::string> scenarios;  // labels; more than one gives dimension `scenario`
    int replicates = 1;
    std::vector<Quarter> times;       // of /outcomes
    std::vector<Quarter> hash_times;  // of /state_hash
    std::vector<Dimension> dimensions;
    std::vector<RecordedVariable> variables;
    std::vector<std::string> accounts{};  // of /accounts; empty without a ledger
    std::vector<ParameterRow> parameters;
    // Axes of /effects/people: personal outcomes, then groups; empty where nobody is compared.
    std::vector<Dimension> people{};
    // The program that began the file, to the bit; kept in it while it is partial.
    std::string build{};
    // Holds the symbols of the variables' units in a header that was read from a file.
    std::shared_ptr<const std::vector<std::string>> unit_symbols{};
};

class ResultFile {
  public:
    // Creates `path` (through a temporary name); throws IoError. The caller has made sure that it
    // may be replaced.
    ResultFile(const std::string& path, ResultHeader header);
    // Goes on with a partial file; replicates that it holds are not written again. Throws like
    // read_result, and UserError if the file is complete.
    static ResultFile reopen(const std::string& path);
    ResultFile(ResultFile&&) noexcept;
    ResultFile& operator=(ResultFile&&) noexcept;
    // Without finish() the file stays partial, with every replicate written so far.
    ~ResultFile();

    // Writes one finished replicate of scenario number `scenario` and flushes.
    void write(std::size_t scenario, const Record& record);
    // Writes what a replicate of alternative number `alternative`, from 1, means to people.
    void write_people(std::size_t alternative, std::size_t replicate, const PeopleCounts& counts);
    // Empty if a stop came before they were written.
    PeopleCounts read_people(std::size_t alternative, std::size_t replicate) const;
    // Whether that replicate is there.
    bool has(std::size_t scenario, std::size_t replicate) const;
    // The record of a replicate that is there, less balances, event tables and timing.
    Record read(std::size_t scenario, std::size_t replicate) const;
    // Some variables of all replicates of a scenario that are there, the others empty:
    // [replicate][variable][time × cells].
    std::vector<std::vector<std::vector<double>>> read(
        std::size_t scenario, std::span<const std::size_t> variables) const;
    // Both are kept until finish(), which asks for the effects of one variable after another. They
    // go below `path`; `doc` says more than that they are effects.
    using EffectsOf = std::function<EffectVariable(std::size_t variable)>;
    void write_effects(EffectsOf effects_of, const std::string& path = "effects",
                       const std::string& doc = {});
    void write_group(ResultGroup group);
    // Writes the file anew in canonical order, with event tables, timing and status "complete", in
    // place of the partial one, and closes. The replicates written must be 0 … n − 1 of every
    // scenario; n may be less than was announced.
    void finish();

  private:
    struct Impl;
    explicit ResultFile(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> impl_;
};

// What inspect, reproduce and resume read back.
struct ResultSummary {
    std::string program_version;
    std::string git_commit;
    bool dirty = false;
    std::string format_version;
    std::string status;
    std::string created;
    std::string machine;
    ResultHeader header;
    std::vector<std::vector<bool>> complete;                      // [scenario][replicate]
    std::vector<std::vector<std::vector<std::uint64_t>>> hashes;  // [scenario][replicate][time]
};
// Throws IoError if the file cannot be read, UserError if it is not a result file or of another
// major format version (both versions are named).
ResultSummary read_result(const std::string& path);
// The values of one variable as written, row-major, NaN for replicates that are not there; throws
// UserError if there is none of that name.
std::vector<double> read_outcome(const std::string& path, const std::string& name);

}  // namespace sim
