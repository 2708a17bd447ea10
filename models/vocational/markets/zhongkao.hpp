// SPDX-License-Identifier: Apache-2.0
// 4.3 The exam at 15 (E3), scored ½ ability + ½ general skill + noise. Each city is a closed area:
// its lower-secondary graduates list general schools and vocational tracks by utility
// (markets/track_choice.hpp, markets/zhongkao_area.hpp), and seats go by score through the
// mechanism. A clearing round then takes the rest of the province by score: each gets the nearest
// seat left in the track liked best, if its utility exceeds the cost of the way. Vocational
// entrants take programmes in order of score. The province's best secondary vocational entrants get
// the places of integrated programmes, the next the five-year places. Under the parallel mechanism
// a share of applicants insures itself (chen_kesten2019): where the first band holds no school
// whose cut-off of last year they reach, the best such school of their list comes last in that
// band. A share of general seats may be kept for rural registration. Nobody gets a seat that the
// family cannot pay for. Evidence: parallel_band, insurance_strategy.
#pragma once

#include <vector>

#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/markets/enrolment_desk.hpp"
#include "models/vocational/markets/programme_choice.hpp"
#include "models/vocational/markets/way.hpp"
#include "models/vocational/markets/zhongkao_area.hpp"

namespace vocational {

class Zhongkao final : public sim::Phase {
  public:
    Zhongkao(const Setting& setting, const Params& params);

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override;

  private:
    // Places at the next level, of a province.
    struct Promises {
        std::size_t bachelor;
        std::size_t five_year;
    };

    void admit_province(const sim::Tick& tick, const Families& families, std::size_t province,
                        const Promises& promises);
    std::vector<std::int64_t> whole_places(const sim::Tick& tick, std::string_view kind,
                                           const double* people) const;
    // Prices of the province as families of each percentile see them.
    std::vector<TrackViews> views(const Families& families, ProvinceId province) const;
    void find_applicants(const sim::Tick& tick, const Families& families,
                         const std::vector<TrackViews>& views, Area& area) const;
    Applicant applicant(const sim::Rng& draws, PersonId person) const;
    struct Offered {
        std::uint32_t school;
        std::uint32_t seats;
        double quality;  // sum over seats
    };
    Offered offered(SchoolId school) const;
    std::vector<Offered> offers(const Area& area, Track track) const;
    // `quota` rounds the seats that general schools of the province reserve.
    void find_options(Area& area, std::uint8_t track, RunningSum& quota) const;
    void admit_city(Area& area) const;
    static void admit(Applicant& person, Area& area, std::uint32_t option);
    void note_cutoffs(const Area& area);
    struct Seat {
        Area* area = nullptr;
        std::uint32_t option = 0;
        double way = 0.0;  // utility lost
    };
    Seat nearest_seat(std::vector<Area>& areas, const Applicant& person, std::size_t track) const;
    void clear_province(std::vector<Area>& areas) const;
    void count(const std::vector<Area>& areas, const Families& families, ProvinceId province) const;
    void place_area(const sim::Tick& tick, Area& area, std::size_t province);
    FieldAppeal field_appeal(Track track) const;
    void promise_places(const std::vector<Area>& areas, const Promises& places) const;

    const Setting& setting_;
    const Params& params_;
    EnrolmentDesk desk_;
    TrackChoice choice_;
    Way way_;
    sim::Read<&PersonTable::ability> ability_{*this};
    sim::Read<&PersonTable::general_skill> general_skill_{*this};
    sim::Read<&PersonTable::origin> origin_{*this};
    sim::Read<&PersonTable::ses_percentile> ses_{*this};
    sim::Read<&SchoolTable::standing> standing_{*this};
    sim::Read<&SchoolStateTable::ownership> ownership_{*this};
    sim::Read<&SchoolTable::first_programme> first_programme_{*this};
    sim::Read<&SchoolTable::programmes> programmes_{*this};
    sim::Read<&ProgrammeTable::seats> seats_{*this};
    sim::Read<&ProgrammeTable::field> field_{*this};
    sim::Read<&ProgrammeTable::seat_share> programme_share_{*this};
    sim::Read<&TeachingTable::quality> quality_{*this};
    sim::Read<&TrackCellTable::open_seats> open_seats_{*this};
    sim::Read<&TrackCellTable::five_year_places> five_year_{*this};
    sim::Read<&PathwayTable::bachelor_places> bachelor_places_{*this};
    sim::Read<&ProvinceLeverTable::mechanism> mechanism_{*this};
    sim::Read<&ProvinceLeverTable::parallel_choices> parallel_choices_{*this};
    sim::Scatter<&TrackCellTable::applicants> applied_{*this};
    sim::Scatter<&TrackCellTable::first_choices> first_choices_{*this};
    sim::Scatter<&StandingTable::entrants> entered_{*this};
    sim::Scatter<&PathwayTable::could_general> could_general_{*this};
    sim::Scatter<&MeansTable::choosers> choosers_{*this};
    sim::Scatter<&MeansTable::barred> barred_{*this};
    sim::Scatter<&MeansTable::general_only> general_only_{*this};
    sim::Scatter<&AreaTable::general_cutoff> general_cutoff_{*this};
    sim::Scatter<&CutoffTable::score> last_cutoff_{*this};
    sim::Scatter<&CutoffTable::is_known> has_cutoff_{*this};
};

}  // namespace vocational
