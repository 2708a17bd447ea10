// SPDX-License-Identifier: Apache-2.0
// Units of declared quantities and of values that a user writes with one ("12 %/a"). A unit is a
// product of base symbols; a value in another unit of the same dimension is converted on entry.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sim {

// A unit as it is written in files and pages: "CNY2022/student/a", "1/a", "1" for pure numbers.
// A share is a pure number from 0 to 1.
struct Unit {
    std::string_view symbol = "1";
    bool is_share = false;
    friend constexpr bool operator==(Unit a, Unit b) { return a.symbol == b.symbol; }
};

namespace unit {
inline constexpr Unit none{"1"};
inline constexpr Unit ratio{"1"};
inline constexpr Unit share{"1", true};
inline constexpr Unit index{"index"};
inline constexpr Unit score{"sd"};
inline constexpr Unit share_per_year{"1/a"};
inline constexpr Unit score_per_year{"sd/a"};
inline constexpr Unit year{"a"};
inline constexpr Unit quarter{"quarter"};
inline constexpr Unit yuan{"CNY2022"};
inline constexpr Unit yuan_per_year{"CNY2022/a"};
inline constexpr Unit yuan_per_student_year{"CNY2022/student/a"};
inline constexpr Unit yuan_per_person{"CNY2022/person"};
inline constexpr Unit yuan_per_person_year{"CNY2022/person/a"};
inline constexpr Unit persons{"persons"};
inline constexpr Unit jobs{"jobs"};
inline constexpr Unit schools{"schools"};
inline constexpr Unit places{"places"};
inline constexpr Unit kilometre{"km"};
inline constexpr Unit per_kilometre{"1/km"};
inline constexpr Unit money{"money"};  // the toy currency of classic models
inline constexpr Unit agents{"agents"};
}  // namespace unit

// The factor that turns a number in `from` into a number in `to`: 0.01 for "%/a" to "1/a", 4 for
// "1/quarter" to "1/a". None if `from` cannot be read or measures something else.
std::optional<double> conversion_factor(std::string_view from, Unit to);

}  // namespace sim
