// SPDX-License-Identifier: Apache-2.0
// Lists of named makers: a model's instruments and outputs. The build generates one function per
// folder that calls each file's register function, so a file is found by being there.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/output/output.hpp"
#include "sim/policy/instrument.hpp"

namespace sim {

template <class T>
class Catalogue {
  public:
    struct Entry {
        std::string name;
        std::function<std::unique_ptr<T>()> make;
    };

    void add(std::string_view name, std::function<std::unique_ptr<T>()> make) {
        entries_.push_back({std::string(name), std::move(make)});
    }
    const std::vector<Entry>& entries() const { return entries_; }
    const Entry* find(std::string_view name) const {
        for (const Entry& entry : entries_) {
            if (entry.name == name) {
                return &entry;
            }
        }
        return nullptr;
    }
    std::vector<std::string> names() const {
        std::vector<std::string> names;
        for (const Entry& entry : entries_) {
            names.push_back(entry.name);
        }
        return names;
    }

  private:
    std::vector<Entry> entries_;
};

using InstrumentCatalogue = Catalogue<Instrument>;
using OutputCatalogue = Catalogue<Output>;

}  // namespace sim

// Last line of an instrument's or output's file; the name must be the file's stem, or the program
// does not link.
#define SIM_REGISTER_INSTRUMENT(name, Type)                             \
    void register_instrument_##name(::sim::InstrumentCatalogue&);       \
    void register_instrument_##name(::sim::InstrumentCatalogue& list) { \
        list.add(#name, [] { return std::make_unique<Type>(); });       \
    }
#define SIM_REGISTER_OUTPUT(name, Type)                         \
    void register_output_##name(::sim::OutputCatalogue&);       \
    void register_output_##name(::sim::OutputCatalogue& list) { \
        list.add(#name, [] {                                    \
            auto output = std::make_unique<Type>();             \
            output->name_as(#name);                             \
            return output;                                      \
        });                                                     \
    }
