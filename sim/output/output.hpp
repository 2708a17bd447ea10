// SPDX-License-Identifier: Apache-2.0
// What is measured. An output declares its variables once (name, unit, dimensions, meaning); that
// becomes the dataset, its attributes and the reference page. It reads state through Read handles
// and never changes it: results are the same with any output switched off.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/contract.hpp"
#include "sim/output/dimension.hpp"
#include "sim/schedule/clock.hpp"
#include "sim/tables/handle.hpp"

namespace sim {

// count: whole people, jobs, yuan, added up over any dimension. real: any number.
// ratio: numerator ÷ base, written with a companion NAME_base; missing where the base is 0.
enum class Measure { count, real, ratio };

// When a variable is due: flows and yearly ratios hold 0 or NaN in other quarters.
struct OutputSpec {
    Unit unit = unit::none;
    // Dimensions after replicate and time, by name, in file order ("region" first).
    std::vector<std::string> dims{};
    std::string_view doc{};
    Measure measure = Measure::real;
    Unit base_unit = unit::persons;
    std::string_view base_doc{};
    // Shown in the table that `run` prints.
    bool headline = false;
};

struct OutputVariable {
    std::string name;
    OutputSpec spec;
};

// Receives one tick's values of one output. A variable that is not written this tick holds 0 if it
// is a count and NaN otherwise.
class Sink {
  public:
    struct Slab {
        std::vector<std::size_t> shape;
        std::vector<double> values;  // row-major over the variable's dimensions
        std::vector<double> base;    // only for ratios
    };

    explicit Sink(std::vector<Slab>& slabs) : slabs_(&slabs) {}

    // The value at a cell, given one index per dimension, of the output's variable number
    // `variable`.
    template <class... Index>
    void value(std::size_t variable, double number, Index... index) {
        Slab& slab = (*slabs_)[variable];
        slab.values[offset(slab, {static_cast<std::size_t>(index)...})] = number;
    }
    template <class... Index>
    void ratio(std::size_t variable, double numerator, double base, Index... index) {
        Slab& slab = (*slabs_)[variable];
        const std::size_t cell = offset(slab, {static_cast<std::size_t>(index)...});
        slab.values[cell] =
            base > 0.0 ? numerator / base : std::numeric_limits<double>::quiet_NaN();
        slab.base[cell] = base;
    }
    // For an output of one variable without further dimensions.
    void push(double number) { (*slabs_)[0].values.at(0) = number; }

  private:
    static std::size_t offset(const Slab& slab, std::initializer_list<std::size_t> index) {
        SIM_EXPECT(index.size() == slab.shape.size());
        std::size_t cell = 0;
        std::size_t axis = 0;
        for (const std::size_t i : index) {
            SIM_EXPECT(i < slab.shape[axis]);
            cell = cell * slab.shape[axis++] + i;
        }
        return cell;
    }

    std::vector<Slab>* slabs_;
};

class Output : public Accessor {
  public:
    // An output of one variable, named as it is registered.
    explicit Output(OutputSpec spec) : variables_{{"", std::move(spec)}} {}
    // A small family; a variable with an empty name takes the name of the output.
    explicit Output(std::vector<OutputVariable> variables) : variables_(std::move(variables)) {}

    // Called by the catalogue: completes the names of the variables.
    void name_as(std::string_view name);
    const std::string& name() const { return name_; }
    const std::vector<OutputVariable>& variables() const { return variables_; }

    virtual void record(const Tick& tick, Sink& out) const = 0;

  private:
    std::string name_;
    std::vector<OutputVariable> variables_;
};

}  // namespace sim
