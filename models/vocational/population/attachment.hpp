// SPDX-License-Identifier: Apache-2.0
// 4.10 Who takes part in the labour market: a person is in the labour force while the participation
// rate of age, sex and registration exceeds a number that is the person's own for life. Attachment
// does not change, so rates that rise or fall with age move the same people in or out once.
#pragma once

#include <array>
#include <span>

#include "models/vocational/agents/person.hpp"
#include "models/vocational/population/setting.hpp"

namespace vocational {

class Attachment {
  public:
    Attachment(const Setting& setting, const Records& records)
        : stream_(setting.seed, setting.replicate, sim::Purpose("participation")) {
        for (int age = 0; age < ages; ++age) {
            for (const Sex sex : {Sex::female, Sex::male}) {
                for (const Hukou hukou : {Hukou::rural, Hukou::urban}) {
                    thresholds_[place(age, Origin(sex, hukou))] =
                        sim::bernoulli_threshold(records.participation(youngest + age, sex, hukou));
                }
            }
        }
    }

    // `age` in completed years.
    bool is_in_force(sim::Identity person, int age, Origin origin) const {
        return is_in_force(stream_.at(person, 0).bits32(), age, origin);
    }
    // The same from the person's own number; numbers() gives those of consecutive identities.
    bool is_in_force(std::uint32_t number, int age, Origin origin) const {
        const int within = std::clamp(age - youngest, 0, ages - 1);
        return number < thresholds_[place(within, origin)];
    }
    void numbers(sim::Identity first, std::span<std::uint32_t> out) const {
        stream_.fill_uniform32(first, 0, out);
    }

  private:
    static constexpr int youngest = 15;
    static constexpr int ages = 45;

    static std::size_t place(int age, Origin origin) {
        return static_cast<std::size_t>(age) * 4 + sim::index_of(origin.sex()) * 2 +
               sim::index_of(origin.hukou());
    }

    sim::Stream stream_;
    std::array<std::uint64_t, ages * 4> thresholds_{};
};

// Birthdays are kept in the quarter of birth.
inline bool is_birthday(const Segment& segment, sim::Quarter now) {
    return (now - segment.birth) % 4 == 0;
}
inline int age_in_years(const Segment& segment, sim::Quarter now) {
    return (now - segment.birth) / 4;
}

}  // namespace vocational
