// SPDX-License-Identifier: Apache-2.0
// A group of the file whose variables share axes, each a coordinate variable and dimension scale of
// the group itself: every group opens on its own. Axes are added first, then variables.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sim/core/quarter.hpp"
#include "sim/hdf5/h5_dataset.hpp"
#include "sim/output/dimension.hpp"

namespace sim::h5 {

// Attribute of an axis of labels: those that headline values pool.
inline constexpr const char* headline_labels = "headline_labels";

struct GridVariable {
    std::string name;
    Type type = Type::float64;
    std::vector<std::string> dims{};
    std::string unit{"1"};
    std::string description{};
    // So many leading dimensions are one wide in a chunk; 0 stores the variable in one piece.
    std::size_t split = 0;
    Fill fill = Fill::zero;
    Filter filter = Filter::deflate;
};

class Grid {
  public:
    // Creates the group; "/" is there already.
    Grid(const Handle& file, const std::string& group, const std::string& description);

    void add_labels(const Dimension& dimension);
    // The axis `time` with its companions `year` and `quarter`.
    void add_times(const std::vector<Quarter>& times);
    // The axis `replicate`: 0, 1, …
    void add_replicates(int count);
    // An axis of that name: 0, 1, …
    void add_count(const std::string& name, std::size_t count, const std::string& description);
    // An axis without coordinates, for tables of rows; it may grow.
    void add_rows(const std::string& name, hsize_t size);

    Handle add_variable(const GridVariable& variable);
    // The same for a data set that `create` makes, given its shape.
    Handle add_existing(const GridVariable& variable,
                        const std::function<Handle(const std::vector<hsize_t>&)>& create);
    const Handle& group() const { return group_; }

  private:
    struct Axis {
        std::string name;
        hsize_t size;
        Handle scale;
        bool growing;
    };

    void add_axis(const std::string& name, hsize_t size, Handle scale, bool growing = false);
    void add_integers(const std::string& name, const std::string& unit,
                      const std::string& description, const std::string& dim,
                      const std::vector<std::int64_t>& values);
    const Axis& axis(const std::string& name) const;

    Handle group_;
    std::vector<Axis> axes_;
};

// "placement rate" for "placement_rate".
std::string long_name(std::string name);
// Writes units, long_name and, unless empty, description.
void describe(const Handle& dataset, const std::string& name, const std::string& unit,
              const std::string& description);

}  // namespace sim::h5
