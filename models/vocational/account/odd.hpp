// SPDX-License-Identifier: Apache-2.0
// What the model says of itself where no declaration does: the words of its ODD document.
#pragma once

#include <vector>

#include "sim/model/odd.hpp"

namespace vocational {

sim::OddAccount odd_account();
// The decisions of its agents by the questions of ODD+D.
std::vector<sim::Decision> decisions();
// Written by the build from the comments that open the sources.
std::vector<sim::SourceComment> source_comments();

}  // namespace vocational
