// SPDX-License-Identifier: Apache-2.0
#include "sim/calibrate/frozen_values.hpp"

#include <algorithm>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "sim/calibrate/write_calibration.hpp"
#include "sim/core/error.hpp"
#include "sim/scenario/text_file.hpp"

namespace sim {

std::map<std::string, FrozenValue> frozen_values(const std::string& data_folder) {
    namespace fs = std::filesystem;
    const fs::path path = fs::path(data_folder) / "calibration" / calibration_file;
    std::map<std::string, FrozenValue> frozen;
    std::error_code error;
    if (data_folder.empty() || !fs::exists(path, error)) {
        return frozen;
    }
    const std::string text = read_text_file(path.string(), largest_yaml_file);
    try {
        const nlohmann::json json = nlohmann::json::parse(text);
        for (const nlohmann::json& parameter : json.at("parameters")) {
            std::string verdict = parameter.at("verdict");
            std::replace(verdict.begin(), verdict.end(), '_', ' ');
            frozen[parameter.at("name")] = {parameter.at("value"), parameter.at("interval").at(0),
                                            parameter.at("interval").at(1), std::move(verdict)};
        }
    } catch (const nlohmann::json::exception& failure) {
        throw UserError(path.string() + ": is no result of tandem calibrate (" + failure.what() +
                        ")");
    }
    return frozen;
}

}  // namespace sim
