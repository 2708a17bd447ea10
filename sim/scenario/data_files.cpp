// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/data_files.hpp"

#include <algorithm>
#include <filesystem>

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

#include "sim/scenario/csv_reader.hpp"
#include "sim/scenario/text_file.hpp"

namespace sim {

namespace fs = std::filesystem;

namespace {

const DataTexts::File* find_file(const DataTexts& texts, std::string_view name) {
    const auto found = std::find_if(texts.files.begin(), texts.files.end(),
                                    [&](const DataTexts::File& file) { return file.name == name; });
    return found != texts.files.end() ? &*found : nullptr;
}

}  // namespace

std::string data_folder(const std::string& scenario_folder, const std::string& named) {
    const fs::path folder = (fs::path(scenario_folder) / named).lexically_normal();
    std::error_code error;
    const fs::path here = fs::current_path(error);
    if (!folder.is_absolute() || error) {
        return folder.string();
    }
    const fs::path relative = folder.lexically_relative(here);
    const bool is_inside = !relative.empty() && *relative.begin() != "..";
    return (is_inside ? relative : folder).string();
}

DataTexts read_data(const Model& model, const std::string& folder, Problems& problems) {
    DataTexts texts;
    for (const DataTable* table : model.data_tables()) {
        std::string name(table->file());
        if (find_file(texts, name) != nullptr) {
            continue;
        }
        std::string path = (fs::path(folder) / name).string();
        try {
            std::string text = read_text_file(path, largest_csv_file);
            texts.files.push_back({std::move(name), std::move(path), std::move(text)});
        } catch (const UserError& error) {
            for (const Problem& problem : error.problems()) {
                problems.add(problem);
            }
        }
    }
    return texts;
}

void fill_tables(Model& model, const DataTexts& texts, Problems& problems) {
    for (DataTable* table : model.data_tables()) {
        if (const DataTexts::File* file = find_file(texts, table->file())) {
            fill_table(*table, file->text, file->path, problems);
        }
    }
}

std::string text_hash(std::string_view text) {
    const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::string data_hash(const DataTexts& texts) {
    std::string digests;
    for (const DataTexts::File& file : texts.files) {
        digests += fmt::format("{} {}\n", text_hash(file.text), file.name);
    }
    return text_hash(digests);
}

}  // namespace sim
