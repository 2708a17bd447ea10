// SPDX-License-Identifier: Apache-2.0
// 4.2 Following one's peers (E2, Brock & Durlauf 2001): the share of last year's entrants of the
// own city who took a track adds 2 J · share to its utility. With two tracks whose utilities differ
// by 2 h, m = share − other share then obeys m = tanh(h + J m): one equilibrium up to J = 1; above
// it history decides between two while |h| is small. Evidence: social_J.
#pragma once

namespace vocational {

constexpr double peer_utility(double social_interaction, double share_of_peers) {
    return 2.0 * social_interaction * share_of_peers;
}

}  // namespace vocational
