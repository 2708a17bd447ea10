// SPDX-License-Identifier: Apache-2.0
// Ratios of two sums of the school census by region and track; students and completers are counted
// in agents and written as people.
#pragma once

#include "models/vocational/agents/schools/school_measure.hpp"
#include "models/vocational/outputs/census_output.hpp"

namespace vocational {

// A stock of things (teachers, stations, yuan) per student; `factor` makes yearly what is
// quarterly.
template <auto Part>
class PerStudent : public CensusOutput {
  public:
    explicit PerStudent(sim::OutputSpec spec, double factor = 1.0)
        : CensusOutput(std::move(spec)), factor_(factor) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            out.ratio(0, factor_ * static_cast<double>(part_[cell]), people(students_[cell]), p, t);
        });
    }

  private:
    double factor_;
    sim::Read<Part> part_{*this};
    sim::Read<&SchoolMeasureTable::students> students_{*this};
};

// A share of full-time teachers, in vocational tracks only if asked.
enum class TeacherScope { everywhere, vocational };

template <auto Part>
class TeacherShare : public CensusOutput {
  public:
    TeacherShare(sim::OutputSpec spec, TeacherScope scope)
        : CensusOutput(std::move(spec)), scope_(scope) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        for_track_cells([&](std::size_t p, std::size_t t, TrackCellId cell) {
            if (scope_ == TeacherScope::everywhere || is_vocational(static_cast<Track>(t))) {
                out.ratio(0, part_[cell], teachers_[cell], p, t);
            }
        });
    }

  private:
    TeacherScope scope_;
    sim::Read<Part> part_{*this};
    sim::Read<&SchoolMeasureTable::teachers> teachers_{*this};
};

}  // namespace vocational
