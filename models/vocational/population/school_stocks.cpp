// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/population/school_stocks.hpp"

namespace vocational {

namespace {

constexpr Track upper_tracks[] = {Track::general_high, Track::secondary_vocational,
                                  Track::technical_school};
constexpr Track bachelor_tracks[] = {Track::vocational_bachelor, Track::applied_bachelor,
                                     Track::academic_bachelor};

using Place = Rung::Place;
using Block = Rung::Block;

Block block_of(Track first_track) {
    return first_track == Track::general_high ? Block::general : Block::vocational;
}

class Stocks {
  public:
    Stocks(int first_year, const Records& records, const PersistenceParams& persistence)
        : year_(first_year), records_(records), persistence_(persistence) {}

    // Upper-secondary students who have done `done` years (1 or 2), in people.
    double upper(Track track, int done) const {
        const double keep = 1.0 - stopping(track);
        const double one = records_.year(track, year_ - 1).intake * keep;
        const double two = records_.year(track, year_ - 2).intake * keep * keep;
        const TrackYear now = records_.year(track, year_);
        return scaled(now.enrolment - now.intake, one + two, done == 1 ? one : two);
    }

    // College students who entered directly `done` years ago, or by transfer last year.
    double college(int done) const { return college_stock(done == 1 ? 0 : 1); }
    double transferred() const { return college_stock(2); }

    // Bachelor students who entered `done` (1 to 3) years ago, or by upgrading last year.
    double bachelor(Track track, int done) const { return bachelor_stock(track, done - 1); }
    double upgraded(Track track) const { return bachelor_stock(track, 3); }

  private:
    double stopping(Track track) const {
        switch (track) {
            case Track::secondary_vocational:
                return persistence_.secondary_vocational;
            case Track::technical_school:
                return persistence_.technical_school;
            default:
                return persistence_.general;
        }
    }

    static double scaled(double stock, double weights, double weight) {
        return weights > 0.0 ? std::max(0.0, stock) * weight / weights : 0.0;
    }

    double college_stock(int part) const {
        const auto year = [&](int y) { return records_.year(Track::higher_vocational, y); };
        const double keep = 1.0 - persistence_.higher_vocational;
        const double parts[] = {year(year_ - 1).intake * keep, year(year_ - 2).intake * keep * keep,
                                year(year_ - 1).transfers_in * keep};
        const TrackYear now = year(year_);
        return scaled(now.enrolment - now.intake - now.transfers_in, parts[0] + parts[1] + parts[2],
                      parts[part]);
    }

    double bachelor_stock(Track track, int part) const {
        const auto year = [&](int y) { return records_.year(track, y); };
        const double keep = 1.0 - persistence_.bachelor;
        const double parts[] = {year(year_ - 1).intake * keep, year(year_ - 2).intake * keep * keep,
                                year(year_ - 3).intake * keep * keep * keep,
                                year(year_ - 1).upgrade_entrants * keep};
        const TrackYear now = year(year_);
        return scaled(now.enrolment - now.intake - now.upgrade_entrants,
                      parts[0] + parts[1] + parts[2] + parts[3], parts[part]);
    }

    int year_;
    const Records& records_;
    const PersistenceParams& persistence_;
};

// People who completed upper secondary with their cohort and are not in `taken` of higher rungs.
void add_stayers(std::vector<Rung>& rungs, int k, int first_year, const Records& records) {
    for (const Track track : upper_tracks) {
        double taken = 0.0;
        for (const Rung& rung : rungs) {
            taken += rung.first_track == track ? rung.people : 0.0;
        }
        const double completed = records.year(track, first_year - k + 3).graduates;
        rungs.push_back({Place::completed, block_of(track), track, track, 4 * (k - 3),
                         std::max(0.0, completed - taken)});
    }
}

// Splits college people of cohort k between general leavers and exam entrants.
void add_college(std::vector<Rung>& rungs, Place place, int duration, double people, double exam) {
    const Track track = Track::higher_vocational;
    rungs.push_back(
        {place, Block::general, track, Track::general_high, duration, people * (1.0 - exam)});
    rungs.push_back(
        {place, Block::vocational, track, Track::secondary_vocational, duration, people * exam});
}

}  // namespace

std::vector<Rung> rungs_of_cohort(int k, int first_year, const Records& records,
                                  const SeatRules& rules, const PersistenceParams& persistence) {
    const Stocks stocks(first_year, records, persistence);
    std::vector<Rung> rungs;
    if (k <= 2) {
        for (const Track track : upper_tracks) {
            rungs.push_back(
                {Place::enrolled, block_of(track), track, track, 4 * k, stocks.upper(track, k)});
        }
    } else {
        const int college_year = first_year - k + 3;  // in which the cohort could enter college
        const double exam = rules.exam_share(Track::higher_vocational, college_year);
        for (const Track track : bachelor_tracks) {
            if (k >= 4 && k <= 6) {
                rungs.push_back({Place::enrolled, Block::bachelor, track, Track::general_high,
                                 4 * (k - 3), stocks.bachelor(track, k - 3)});
            } else if (k == 7) {
                rungs.push_back({Place::completed, Block::bachelor, track, Track::general_high, 0,
                                 records.year(track, first_year).graduates});
                rungs.push_back({Place::enrolled, Block::general, track, Track::general_high, 12,
                                 stocks.upgraded(track)});
            }
        }
        if (k == 4 || k == 5) {
            add_college(rungs, Place::enrolled, 4 * (k - 3), stocks.college(k - 3), exam);
        }
        if (k == 4) {
            rungs.push_back({Place::enrolled, Block::vocational, Track::higher_vocational,
                             Track::secondary_vocational, 8, stocks.transferred()});
        }
        if (k >= 6) {
            const double upgraded = k == 7 ? stocks.upgraded(Track::applied_bachelor) +
                                                 stocks.upgraded(Track::academic_bachelor)
                                           : 0.0;
            const TrackYear then = records.year(Track::higher_vocational, first_year - k + 6);
            add_college(rungs, Place::completed, 4 * (k - 6),
                        std::max(0.0, then.graduates - upgraded), exam);
        }
        add_stayers(rungs, k, first_year, records);
    }
    for (Rung& rung : rungs) {
        if (k <= 3 && rung.track == Track::secondary_vocational) {
            rung.five_year_places = rules.five_year_places(
                first_year - k, records.year(rung.track, first_year - k).intake);
        }
    }
    return rungs;
}

}  // namespace vocational
