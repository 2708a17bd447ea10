// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/population/first_jobs.hpp"

#include <cmath>

#include "models/vocational/markets/labour/job_mix.hpp"
#include "models/vocational/phases/end_job.hpp"
#include "models/vocational/population/attachment.hpp"
#include "models/vocational/population/first_match.hpp"
#include "models/vocational/population/job_plan.hpp"
#include "sim/core/prefetch.hpp"
#include "sim/matching/apportion.hpp"
#include "sim/random/elementary.hpp"
#include "sim/schedule/clock.hpp"

namespace vocational {

namespace {

constexpr int entry_age_without_track = 16;  // statutory minimum working age
constexpr double share_of_time_at_work = 0.9;
constexpr std::uint32_t longest_search = 4;  // quarters
constexpr double longest = 255.0;            // of duration and experience

// People and jobs of a place that are not matched yet.
struct Pending {
    std::vector<FirstSeeker> seekers;
    std::vector<FirstJob> jobs;
};

class FirstJobs {
  public:
    FirstJobs(const Setting& setting, const Records& records, const Params& params,
              const WageEquation& wages, sim::Quarter first, FirstJobTables tables)
        : setting_(setting),
          records_(records),
          params_(params),
          last_(first - 1),
          persons_(tables.persons),
          firms_(tables.firms),
          cities_(tables.cities),
          plan_(setting, records, params.labour),
          mix_(records),
          attachment_(setting, records),
          wages_(wages),
          seekers_stream_(setting.stream("first job")),
          tenure_stream_(setting.stream("first tenure")),
          posts_stream_(setting.stream("first post")),
          lottery_stream_(setting.stream("first post lottery")),
          is_farm_(records.sectors()) {
        for (std::size_t s = 0; s < records.sectors(); ++s) {
            is_farm_[s] = records.sector_names()[s] == "agriculture";
        }
    }

    void run(const sim::Executor& executor) {
        find_segments();
        std::vector<Pending> of_city(setting_.cities());
        executor.for_rows(setting_.cities(), 1, [&](std::size_t city) {
            Pending all;
            for (const Segment& segment : segments_[city]) {
                collect(segment, all.seekers);
            }
            make_jobs(CityId(city), all.jobs);
            match(all, of_city[city]);
        });
        std::vector<Pending> of_province(setting_.provinces());
        executor.for_rows(setting_.provinces(), 1, [&](std::size_t province) {
            const RowRange cities = setting_.cities_of[province];
            Pending all = gather(of_city, cities.begin, cities.end);
            match(all, of_province[province]);
        });
        Pending all = gather(of_province, 0, setting_.provinces());
        Pending rest;
        match(all, rest);
        for (const FirstSeeker& person : rest.seekers) {
            leave_jobless(person.identity, person.row);
        }
    }

  private:
    // Persons exist in whole segments.
    void find_segments() {
        segments_.resize(setting_.cities());
        setting_.cohorts.for_segments_of(persons_.first_row(), persons_.end_row(),
                                         [&](const Segment& segment, std::size_t, std::size_t) {
                                             segments_[segment.home.row()].push_back(segment);
                                         });
    }

    static Pending gather(std::vector<Pending>& parts, std::size_t begin, std::size_t end) {
        Pending all;
        for (std::size_t i = begin; i < end; ++i) {
            all.seekers.insert(all.seekers.end(), parts[i].seekers.begin(), parts[i].seekers.end());
            all.jobs.insert(all.jobs.end(), parts[i].jobs.begin(), parts[i].jobs.end());
            parts[i] = {};
        }
        return all;
    }

    // Those of a segment who are in the labour force and shall have a job.
    void collect(const Segment& segment, std::vector<FirstSeeker>& seekers) const {
        const double jobless_share = records_.number("unemployment_rate_for_participation");
        const int age = age_in_years(segment, last_);
        for (std::size_t row = segment.begin; row < segment.end; ++row) {
            const sim::Identity identity = segment.identity(row);
            if (persons_.state[row] != State::inactive ||
                !attachment_.is_in_force(identity, age, persons_.origin[row])) {
                continue;
            }
            sim::Rng rng = seekers_stream_.at(identity, 0);
            if (rng.bernoulli(jobless_share)) {
                leave_jobless(identity, static_cast<std::uint32_t>(row));
            } else {
                seekers.push_back(seeker(identity, row, age, rng));
            }
        }
    }

    FirstSeeker seeker(sim::Identity identity, std::size_t row, int age, sim::Rng& rng) const {
        const LabourParams& labour = params_.labour;
        const bool is_rural = persons_.origin[row].hukou() == Hukou::rural;
        const auto level = static_cast<double>(sim::index_of(level_of(persons_.attained[row])));
        FirstSeeker person{};
        person.identity = identity;
        person.row = static_cast<std::uint32_t>(row);
        person.wants_own_field = rng.bernoulli(labour.first_field_match);
        person.lottery = rng.bits32();
        // Exponential numbers divided by weights: the lowest are a weighted sample.
        person.reluctance = static_cast<float>(
            rng.exponential() /
            std::max(1e-6, is_rural ? labour.move_share_rural() : labour.move_share_urban()));
        person.pool_score = static_cast<float>(labour.first_pool_age * (0.1 * age) +
                                               (is_rural ? labour.first_pool_rural() : 0.0) +
                                               labour.first_pool_level * level + rng.gumbel());
        person.ladder = static_cast<float>(level + labour.first_level_noise * rng.normal());
        person.field = persons_.field[row];
        return person;
    }

    // Sets wanted of the city's firms and lists the jobs that are filled, vacancies taken off.
    void make_jobs(CityId city, std::vector<FirstJob>& jobs) const {
        plan_.plan(city, cities_.share[city.row()], last_.year(),
                   {firms_.sector.data(), firms_.is_pool.data(), firms_.size_share.data(),
                    firms_.wanted.data()});
        const RowRange range = setting_.firms_in[city.row()];
        std::vector<double> entitlements;
        for (std::size_t f = range.begin; f < range.end; ++f) {
            const double filled = firms_.is_pool[f] != 0 ? 1.0 : 1.0 - params_.labour.vacancy_share;
            entitlements.push_back(firms_.wanted[f] * filled);
        }
        std::vector<std::int64_t> filled(range.size());
        const double offset = posts_stream_.at(sim::Identity{city.row()}, 1).uniform();
        sim::apportion(entitlements, offset, filled);
        for (std::size_t i = 0; i < filled.size(); ++i) {
            add_jobs(city, range.begin + i,
                     std::min(static_cast<std::int32_t>(filled[i]), firms_.wanted[range.begin + i]),
                     jobs);
        }
    }

    void add_jobs(CityId city, std::size_t firm, std::int32_t count,
                  std::vector<FirstJob>& jobs) const {
        const std::size_t sector = firms_.sector[firm];
        const bool is_pool = firms_.is_pool[firm] != 0;
        const sim::Identity identity = firm_identity(setting_, city, firms_.sector[firm], firm);
        sim::Rng rng = lottery_stream_.at(identity, 0);
        for (std::uint32_t number = 0; number < static_cast<std::uint32_t>(count); ++number) {
            const Occupation occupation =
                is_pool ? Occupation::of(JobLevel::elementary, Field::general)
                        : mix_.post(posts_stream_, identity, 0, sector, number);
            const FirstJob::Kind kind = !is_pool           ? FirstJob::Kind::formal
                                        : is_farm_[sector] ? FirstJob::Kind::farm_pool
                                                           : FirstJob::Kind::other_pool;
            jobs.push_back(
                {static_cast<std::uint32_t>(firm), number, rng.bits32(), occupation, kind});
        }
    }

    void match(Pending& all, Pending& rest) const {
        set_apart(all.seekers, all.jobs, rest.seekers, rest.jobs);
        pair_up(all.seekers, all.jobs);
        constexpr std::size_t ahead = 8;
        for (std::size_t i = 0; i < all.jobs.size(); ++i) {
            if (i + ahead < all.jobs.size()) {
                fetch(all.seekers[i + ahead].row);
            }
            employ(all.seekers[i], all.jobs[i]);
        }
    }

    // Rows of those who get jobs lie far apart: asks memory for one that will soon be needed.
    void fetch(std::size_t row) const {
        sim::prefetch(&persons_.attained[row]);
        sim::prefetch(&persons_.field[row]);
        sim::prefetch(&persons_.completed[row]);
        sim::prefetch(&persons_.general_skill[row]);
        sim::prefetch(&persons_.specific_skill[row]);
        sim::prefetch(&persons_.state[row]);
        sim::prefetch(&persons_.link[row]);
        sim::prefetch(&persons_.duration[row]);
        sim::prefetch(&persons_.occupation[row]);
        sim::prefetch(&persons_.wage[row]);
        sim::prefetch(&persons_.experience[row]);
        sim::prefetch(&persons_.present_city[row]);
    }

    // Quarters since school.
    int quarters_out(std::size_t row) const {
        if (has_track(persons_.attained[row])) {
            return (last_.index() - persons_.completed[row]) & 255;
        }
        const sim::Quarter birth = setting_.cohorts.segment_of(row).birth;
        return std::max(0, last_ - birth - 4 * entry_age_without_track);
    }

    void employ(const FirstSeeker& person, const FirstJob& job) const {
        const std::size_t row = person.row;
        const FirmId firm(job.firm);
        const double experience =
            std::floor(std::min(longest, share_of_time_at_work * quarters_out(row)));
        const bool is_pool = job.kind != FirstJob::Kind::formal;
        const double yearly_end =
            is_pool ? params_.labour.pool_exit_rate() : params_.labour.separation_rate();
        sim::Rng rng = tenure_stream_.at(person.identity, 0);
        const double tenure = std::floor(
            std::min(experience, rng.exponential() / std::max(1e-6, sim::quarterly(yearly_end))));
        const ProvinceId province = setting_.province_of[firms_.city[job.firm].row()];
        const std::size_t sector = firms_.sector[job.firm];
        const double residual = wages_.residual(
            person.identity, static_cast<std::uint32_t>(last_.index() - static_cast<int>(tenure)));
        const Worker worker{persons_.attained[row], persons_.field[row],
                            persons_.general_skill[row], persons_.specific_skill[row]};
        const double log_wage =
            is_pool ? wages_.log_pool_income(province, sector, residual)
                    : wages_.log_wage(worker,
                                      {province, sector, job.occupation,
                                       static_cast<double>(firms_.premium[job.firm])},
                                      experience, residual);
        start_job({persons_.state.data(), persons_.link.data(), persons_.duration.data(),
                   persons_.occupation.data(), persons_.wage.data(), persons_.specific_skill.data(),
                   persons_.firm_bound.data(), firms_.headcount.data()},
                  row, firm, job.occupation, sim::elementary::exp(log_wage));
        persons_.duration[row] = static_cast<std::uint8_t>(tenure);
        persons_.experience[row] = static_cast<std::uint8_t>(experience);
        persons_.present_city[row] = firms_.city[job.firm];
    }

    void leave_jobless(sim::Identity identity, std::uint32_t row) const {
        sim::Rng rng = tenure_stream_.at(identity, 0);
        persons_.state[row] = State::unemployed;
        persons_.duration[row] = static_cast<std::uint8_t>(rng.below(longest_search + 1));
        persons_.experience[row] =
            static_cast<std::uint8_t>(std::min(longest, share_of_time_at_work * quarters_out(row)));
    }

    const Setting& setting_;
    const Records& records_;
    const Params& params_;
    sim::Quarter last_;  // the quarter before the first
    PersonTable& persons_;
    FirmTable& firms_;
    const CityTable& cities_;
    JobPlan plan_;
    JobMix mix_;
    Attachment attachment_;
    const WageEquation& wages_;
    sim::Stream seekers_stream_;
    sim::Stream tenure_stream_;
    sim::Stream posts_stream_;
    sim::Stream lottery_stream_;
    std::vector<bool> is_farm_;                   // by sector
    std::vector<std::vector<Segment>> segments_;  // by home city
};

}  // namespace

void give_first_jobs(const Setting& setting, const Records& records, const Params& params,
                     const WageEquation& wages, sim::Quarter first, const sim::Executor& executor,
                     FirstJobTables tables) {
    FirstJobs(setting, records, params, wages, first, tables).run(executor);
}

}  // namespace vocational
