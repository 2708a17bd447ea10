// SPDX-License-Identifier: Apache-2.0
// Every run of a calibration as a line of a CSV file, so that a stopped one goes on where it was:
// the search asks for the same runs again and finds those that are done.
#pragma once

#include <cstdint>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace sim {

class RunLog {
  public:
    enum class Opening { fresh, resumed };

    // `identity` stands for everything but the parameters that a run's numbers depend on. A resumed
    // log of another identity, or one that cannot be read, is a UserError. Throws IoError if the
    // file cannot be written.
    RunLog(std::string path, const std::string& identity,
           const std::vector<std::string>& parameters, const std::vector<std::string>& targets,
           Opening opening);

    std::size_t size() const { return runs_.size(); }
    // The targets' numbers in that run; nullptr if it was not run yet.
    const std::vector<double>* find(const std::vector<double>& values,
                                    std::uint32_t replicate) const;
    // Adds a run and writes it out. One caller at a time.
    void add(const std::vector<double>& values, std::uint32_t replicate,
             std::vector<double> targets);

  private:
    using Key = std::pair<std::vector<double>, std::uint32_t>;

    void read(const std::string& head);

    std::string path_;
    std::size_t parameters_;
    std::size_t targets_;
    std::map<Key, std::vector<double>> runs_;
    std::ofstream file_;
};

}  // namespace sim
