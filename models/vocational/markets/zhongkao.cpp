// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/markets/zhongkao.hpp"

#include <algorithm>
#include <cmath>

#include "models/vocational/markets/mechanism.hpp"
#include "models/vocational/markets/programme_choice.hpp"

namespace vocational {

namespace {

// Tracks on offer at 15, in the order of an applicant's utilities.
constexpr std::array<Track, 4> offered{Track::general_high, Track::comprehensive_high,
                                       Track::secondary_vocational, Track::technical_school};
constexpr std::uint32_t nowhere = sim::unassigned;

}  // namespace

struct Zhongkao::Applicant {
    std::uint32_t row;
    float score;
    std::uint64_t lottery;
    std::array<float, offered.size()> utility;  // over leaving school; listed if above 0
    sim::Rng draws;
    std::uint32_t option = nowhere;  // of her area, after admission
};

// A city's market: options are general and comprehensive schools one by one, vocational and
// technical schools together.
struct Zhongkao::Area {
    CityId city;
    std::vector<Applicant> applicants;
    std::vector<std::uint32_t> schools;   // by option; the first school of pooled ones
    std::vector<std::uint8_t> track;      // by option: index into `offered`
    std::vector<std::uint32_t> capacity;  // by option: seats
    std::vector<std::uint32_t> left;      // by option: seats not taken
    std::vector<Applicant*> admitted;     // here, from any city of the province
};

Zhongkao::Zhongkao(const Setting& setting, const Params& params)
    : Phase("zhongkao", "15-year-olds choose and are admitted to upper-secondary schools."),
      setting_(setting),
      params_(params),
      desk_(*this, setting) {}

void Zhongkao::run(const sim::Tick& tick) {
    tick.executor().for_rows(setting_.provinces(), 1,
                             [&](std::size_t province) { admit_province(tick, province); });
}

Zhongkao::Applicant Zhongkao::applicant(const sim::Rng& draws, std::size_t row) const {
    const ChoiceParams& c = params_.choice;
    sim::Rng rng = draws;
    const PersonId person(row);
    const double ability = ability_[person];
    const double vocational = c.vocational_ability * ability +
                              c.vocational_aptitude * aptitude_[person] +
                              c.vocational_ses * (ses_[person] / 100.0 - 0.5);
    const double outside = c.no_school + rng.gumbel();
    const double general = rng.gumbel();
    const std::array<double, offered.size()> utility{
        general, general, c.secondary_vocational + vocational + rng.gumbel(),
        c.technical_school + vocational + rng.gumbel()};
    Applicant one{static_cast<std::uint32_t>(row),
                  static_cast<float>(0.5 * ability + 0.5 * general_skill_[person] +
                                     params_.admission.exam_noise * rng.normal()),
                  rng.bits64(),
                  {},
                  rng};
    for (std::size_t i = 0; i < offered.size(); ++i) {
        one.utility[i] = static_cast<float>(utility[i] - outside);
    }
    return one;
}

std::vector<Zhongkao::Applicant> Zhongkao::applicants_of(const sim::Tick& tick, CityId city) const {
    const sim::Stream stream = tick.stream(purpose());
    std::vector<Applicant> list;
    const sim::Quarter oldest(tick.now().year() - 16, 4);
    for (int birth = 0; birth < 4; ++birth) {
        const Segment segment = setting_.cohorts.segment_at(oldest + birth, city);
        for (std::size_t row = segment.begin; row < segment.end; ++row) {
            if (desk_.attained(row) == Attained::lower_secondary) {
                list.push_back(applicant(stream.at(segment.identity(row), tick.key()), row));
            }
        }
    }
    return list;
}

// One market of one city.
void Zhongkao::admit_city(Area& area) const {
    const auto limit = static_cast<std::size_t>(params_.choice.list_length());
    std::vector<std::uint32_t> offsets{0};
    std::vector<std::uint32_t> options;
    std::vector<float> scores;
    std::vector<std::uint64_t> lottery;
    std::vector<std::pair<float, std::uint32_t>> liked;
    for (Applicant& person : area.applicants) {
        std::array<std::size_t, offered.size()> order{0, 1, 2, 3};
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return person.utility[a] > person.utility[b];
        });
        for (const std::size_t t : order) {
            if (person.utility[t] <= 0.0F) {
                continue;
            }
            liked.clear();
            for (std::uint32_t option = 0; option < area.track.size(); ++option) {
                if (area.track[option] == t) {
                    sim::Rng taste = person.draws;
                    taste.skip_to(64 + 2 * option);
                    const double utility =
                        params_.choice.standing_weight *
                            static_cast<double>(standing_[SchoolId(area.schools[option])]) +
                        params_.choice.school_taste * taste.gumbel();
                    liked.emplace_back(static_cast<float>(-utility), option);
                }
            }
            std::sort(liked.begin(), liked.end());
            for (std::size_t i = 0; i < std::min(limit, liked.size()); ++i) {
                options.push_back(liked[i].second);
            }
        }
        offsets.push_back(static_cast<std::uint32_t>(options.size()));
        scores.push_back(person.score);
        lottery.push_back(person.lottery);
    }
    const sim::ApplicationMarket market{offsets, options, area.capacity,
                                        scores,  lottery, sim::ScoreBy::applicant};
    const std::vector<std::uint32_t> assigned =
        sim::application_rejection(market, choices_per_band(params_.admission));
    area.left = area.capacity;
    for (std::size_t i = 0; i < assigned.size(); ++i) {
        area.applicants[i].option = assigned[i];
        if (assigned[i] != nowhere) {
            --area.left[assigned[i]];
            area.admitted.push_back(&area.applicants[i]);
        }
    }
}

// The unassigned of the province, best first, take what is left anywhere in it, in the order of
// their tracks.
void Zhongkao::clear_province(std::vector<Area>& areas) const {
    std::vector<Applicant*> waiting;
    for (Area& area : areas) {
        for (Applicant& person : area.applicants) {
            if (person.option == nowhere) {
                waiting.push_back(&person);
            }
        }
    }
    std::sort(waiting.begin(), waiting.end(), [](const Applicant* a, const Applicant* b) {
        return a->score != b->score ? a->score > b->score : a->row < b->row;
    });
    for (Applicant* person : waiting) {
        std::array<std::size_t, offered.size()> order{0, 1, 2, 3};
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return person->utility[a] > person->utility[b];
        });
        for (std::size_t i = 0; i < order.size() && person->option == nowhere; ++i) {
            if (person->utility[order[i]] <= 0.0F) {
                break;
            }
            std::uint32_t most = 0;
            Area* best = nullptr;
            for (Area& area : areas) {
                for (std::uint32_t option = 0; option < area.track.size(); ++option) {
                    if (area.track[option] == order[i] && area.left[option] > most) {
                        most = area.left[option];
                        best = &area;
                        person->option = option;
                    }
                }
            }
            if (best != nullptr) {
                --best->left[person->option];
                best->admitted.push_back(person);
            }
        }
    }
}

void Zhongkao::place_area(const sim::Tick& tick, Area& area, std::size_t province) {
    std::sort(area.admitted.begin(), area.admitted.end(),
              [](const Applicant* a, const Applicant* b) {
                  return a->score != b->score ? a->score > b->score : a->row < b->row;
              });
    const sim::Stream stream = tick.stream(purpose().part("programme"));
    for (std::uint32_t option = 0; option < area.track.size(); ++option) {
        const Track track = offered[area.track[option]];
        const bool is_pooled = is_vocational(track);
        std::vector<ProgrammeOffer> offers;
        if (is_pooled) {
            const RowRange range = setting_.schools(area.city, track);
            for (std::uint32_t s = range.begin; s < range.end; ++s) {
                const SchoolId school(s);
                for (std::uint32_t i = 0; i < programmes_[school]; ++i) {
                    const ProgrammeId programme(first_programme_[school] + i);
                    offers.push_back({programme.value(), field_[programme],
                                      programme_share_[programme], standing_[school],
                                      seats_[programme]});
                }
            }
        }
        ProgrammeChoice choice(params_.choice, std::move(offers));
        for (const Applicant* person : area.admitted) {
            if (person->option != option) {
                continue;
            }
            std::uint32_t programme = first_programme_[SchoolId(area.schools[option])];
            const sim::Identity identity = setting_.cohorts.identity(PersonId(person->row));
            sim::Rng rng = stream.at(identity, tick.key());
            if (is_pooled && !choice.take(Field::general, rng, programme)) {
                throw sim::ContractError("zhongkao admitted more people than a track has seats");
            }
            desk_.enrol(PersonId(person->row), province, ProgrammeId(programme), Entry::ordinary,
                        tick.now());
        }
    }
}

// The best secondary vocational entrants of the province get the five-year places.
void Zhongkao::promise_places(const sim::Tick& tick, const std::vector<Area>& areas,
                              std::size_t province) const {
    std::vector<const Applicant*> entrants;
    for (const Area& area : areas) {
        for (const Applicant* person : area.admitted) {
            if (offered[area.track[person->option]] == Track::secondary_vocational) {
                entrants.push_back(person);
            }
        }
    }
    std::sort(entrants.begin(), entrants.end(), [](const Applicant* a, const Applicant* b) {
        return a->score != b->score ? a->score > b->score : a->row < b->row;
    });
    sim::Rng rng =
        tick.stream(purpose().part("five-year places")).at(sim::Identity{province}, tick.key());
    const TrackCellId cell = track_cell(ProvinceId(province), Track::secondary_vocational);
    const double places = std::floor(five_year_[cell] / setting_.scale + rng.uniform());
    const auto count = std::min(entrants.size(), static_cast<std::size_t>(places));
    for (std::size_t i = 0; i < count; ++i) {
        desk_.path(entrants[i]->row).promise_five_year_place();
    }
}

void Zhongkao::admit_province(const sim::Tick& tick, std::size_t province) {
    const RowRange cities = setting_.cities_of[province];
    std::vector<Area> areas(cities.size());
    for (std::size_t i = 0; i < areas.size(); ++i) {
        Area& area = areas[i];
        area.city = CityId(cities.begin + i);
        area.applicants = applicants_of(tick, area.city);
        for (std::uint8_t t = 0; t < offered.size(); ++t) {
            const RowRange range = setting_.schools(area.city, offered[t]);
            std::uint32_t pooled = 0;
            for (std::uint32_t s = range.begin; s < range.end; ++s) {
                std::uint32_t seats = 0;
                for (std::uint32_t k = 0; k < programmes_[SchoolId(s)]; ++k) {
                    seats += static_cast<std::uint32_t>(
                        seats_[ProgrammeId(first_programme_[SchoolId(s)] + k)]);
                }
                pooled += seats;
                if (!is_vocational(offered[t]) && seats > 0) {
                    area.schools.push_back(s);
                    area.track.push_back(t);
                    area.capacity.push_back(seats);
                }
            }
            if (is_vocational(offered[t]) && range.size() > 0) {
                area.schools.push_back(range.begin);
                area.track.push_back(t);
                area.capacity.push_back(pooled);
            }
        }
        admit_city(area);
    }
    clear_province(areas);
    for (const Area& area : areas) {
        for (const Applicant& person : area.applicants) {
            std::size_t first = 0;
            for (std::size_t t = 0; t < offered.size(); ++t) {
                const TrackCellId cell = track_cell(ProvinceId(province), offered[t]);
                const bool is_open = offered[t] != Track::comprehensive_high;
                applied_[cell] += is_open && person.utility[t] > 0.0F ? 1 : 0;
                first = person.utility[t] > person.utility[first] ? t : first;
            }
            if (person.utility[first] > 0.0F) {
                ++first_choices_[track_cell(ProvinceId(province), offered[first])];
            }
        }
    }
    for (Area& area : areas) {
        place_area(tick, area, province);
    }
    promise_places(tick, areas, province);
}

}  // namespace vocational
