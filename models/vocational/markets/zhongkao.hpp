// SPDX-License-Identifier: Apache-2.0
// 4.2, 4.3 The exam at 15. Each city is a closed area: its lower-secondary graduates list tracks
// and general schools by utility (E2), seats go by score through the mechanism (E3), a clearing
// round places the rest anywhere in the province, then vocational entrants take programmes in order
// of score. Five-year places go to the best of those who want a vocational school.
#pragma once

#include <array>
#include <vector>

#include "models/vocational/markets/enrolment_desk.hpp"
#include "models/vocational/params/all.hpp"

namespace vocational {

class Zhongkao final : public sim::Phase {
  public:
    Zhongkao(const Setting& setting, const Params& params);

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override;

  private:
    struct Applicant;
    struct Area;

    void admit_province(const sim::Tick& tick, std::size_t province);
    std::vector<Applicant> applicants_of(const sim::Tick& tick, CityId city) const;
    Applicant applicant(const sim::Rng& draws, std::size_t row) const;
    void admit_city(Area& area) const;
    void clear_province(std::vector<Area>& areas) const;
    void place_area(const sim::Tick& tick, Area& area, std::size_t province);
    void promise_places(const sim::Tick& tick, const std::vector<Area>& areas,
                        std::size_t province) const;

    const Setting& setting_;
    const Params& params_;
    EnrolmentDesk desk_;
    sim::Read<&PersonTable::ability> ability_{*this};
    sim::Read<&PersonTable::aptitude> aptitude_{*this};
    sim::Read<&PersonTable::general_skill> general_skill_{*this};
    sim::Read<&PersonTable::ses_percentile> ses_{*this};
    sim::Read<&SchoolTable::standing> standing_{*this};
    sim::Read<&SchoolTable::first_programme> first_programme_{*this};
    sim::Read<&SchoolTable::programmes> programmes_{*this};
    sim::Read<&ProgrammeTable::seats> seats_{*this};
    sim::Read<&ProgrammeTable::field> field_{*this};
    sim::Read<&ProgrammeTable::seat_share> programme_share_{*this};
    sim::Read<&TrackCellTable::five_year_places> five_year_{*this};
    sim::Scatter<&TrackCellTable::applicants> applied_{*this};
    sim::Scatter<&TrackCellTable::first_choices> first_choices_{*this};
};

}  // namespace vocational
