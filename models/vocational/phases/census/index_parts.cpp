// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/phases/census/index_parts.hpp"

#include <cmath>
#include <limits>

#include "models/vocational/outputs/dims.hpp"
#include "models/vocational/registered.hpp"

namespace vocational {

namespace {

constexpr int reference_quarters = 4;

}  // namespace

// Sum of value × base and of bases over the cells of a place that a headline pools.
struct IndexPartsPhase::Pool {
    double weighted = 0.0;
    double base = 0.0;

    double mean() const {
        return base > 0.0 ? weighted / base : std::numeric_limits<double>::quiet_NaN();
    }
};

IndexPartsPhase::IndexPartsPhase(const Setting& setting, const IndexParams& params,
                                 sim::World& world)
    : Phase("index_parts",
            "Parts of the headline indices, and their values in the reference year."),
      setting_(setting),
      params_(params),
      world_(world) {}

IndexPartsPhase::~IndexPartsPhase() = default;

void IndexPartsPhase::make_outputs() {
    sim::OutputCatalogue catalogue;
    register_outputs(catalogue);
    for (const IndexParts& parts : index_parts) {
        for (const IndexPart& part : parts) {
            const auto* entry = catalogue.find(part.outcome);
            SIM_EXPECT(entry != nullptr);
            outputs_.push_back(entry->make());
            outputs_.back()->bind(world_);
        }
    }
    std::vector<std::string> provinces(setting_.provinces());
    recorder_ = std::make_unique<sim::Recorder>(outputs_, outcome_dimensions(provinces, {}, {}));
    for (std::size_t i = 0; i < indices; ++i) {
        for (std::size_t p = 0; p < parts_per_index; ++p) {
            const auto& variables = recorder_->variables();
            while (variables[variable_[i][p]].name != index_parts[i][p].outcome) {
                ++variable_[i][p];
            }
            SIM_ENSURE(!variables[variable_[i][p]].base.empty());
        }
    }
}

// `place` 0 is the nation. Variables are by region, by region and track, or national; a national
// part says the same in every province.
IndexPartsPhase::Pool IndexPartsPhase::pool(const sim::Record& record, std::size_t variable,
                                            std::size_t place) const {
    const std::vector<std::string>& dims = recorder_->variables()[variable].dims;
    const bool has_region = !dims.empty() && dims[0] == "region";
    const bool has_track = dims.size() > 1 && dims[1] == "track";
    const std::vector<double>& values = record.values[variable];
    const std::vector<double>& bases = record.values[variable + 1];
    const std::size_t width = has_track ? tracks : 1;
    const std::size_t first = has_region && place > 0 ? place - 1 : 0;
    const std::size_t last = has_region ? (place > 0 ? place : setting_.provinces()) : 1;
    Pool sum;
    for (std::size_t region = first; region < last; ++region) {
        for (std::size_t t = 0; t < width; ++t) {
            const std::size_t cell = region * width + t;
            const bool counts = !has_track || is_vocational(static_cast<Track>(t));
            if (counts && !std::isnan(values[cell])) {
                sum.weighted += values[cell] * bases[cell];
                sum.base += bases[cell];
            }
        }
    }
    return sum;
}

void IndexPartsPhase::note(const sim::Tick& tick, const sim::Record& record, std::size_t index,
                           std::size_t part) {
    const std::size_t provinces = setting_.provinces();
    const bool is_reference =
        tick.now() < tick.start() && tick.start() - tick.now() <= reference_quarters;
    for (std::size_t place = 0; place <= provinces; ++place) {
        const Pool sum = pool(record, variable_[index][part], place);
        const IndexPartId cell = index_part(index, part, place, provinces);
        weight_[cell] = params_.weight(static_cast<Index>(index))[part];
        step_[cell] = params_.step(static_cast<Index>(index))[part];
        if (sum.base > 0.0) {
            value_[cell] = sum.mean();
        }
        if (is_reference) {
            weighted_sum_[cell] += sum.weighted;
            base_sum_[cell] += sum.base;
        }
    }
}

void IndexPartsPhase::run(const sim::Tick& tick) {
    if (recorder_ == nullptr) {
        make_outputs();
    }
    sim::Record record;
    recorder_->record(tick, record);
    for (std::size_t index = 0; index < indices; ++index) {
        for (std::size_t part = 0; part < parts_per_index; ++part) {
            note(tick, record, index, part);
        }
    }
}

}  // namespace vocational
