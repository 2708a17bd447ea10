// SPDX-License-Identifier: Apache-2.0
// 4.9 Skill that is of use in one firm alone (evidence row order_specificity): a share of a
// person's skill in the field. Each year under a contract brings it to
//   share' = (share · s + order_specificity · w) ÷ (s + gain),
// w what work adds in that year and gain all that the year adds. Ageing leaves the share as it is;
// who leaves the firm keeps (1 − share) · s; a certificate makes all of it portable.
#pragma once

#include <algorithm>

#include "models/vocational/agents/person.hpp"

namespace vocational {

// The share once `gained`, of which `bound` is of use in the firm alone, is added to `skill`.
inline FirmBound firm_bound_after(FirmBound share, double skill, double gained, double bound) {
    const double total = skill + gained;
    return total > 0.0 ? FirmBound((share * std::max(0.0, skill) + bound) / total) : FirmBound();
}

// What of a skill other firms have use for.
inline double portable(Skill skill, FirmBound share) {
    return skill * (1.0 - share);
}

// The person leaves the firm, or its contract ends without a post.
inline void lose_firm_bound(Skill& skill, FirmBound& share) {
    if (share.count() != 0) {
        skill = portable(skill, share);
        share = FirmBound();
    }
}

}  // namespace vocational
