// SPDX-License-Identifier: Apache-2.0
// The vocational model: students, schools, firms and jobs of China's provinces.
#pragma once

#include <memory>

#include "sim/model/model.hpp"

namespace vocational {

std::unique_ptr<sim::Model> make_model();

}  // namespace vocational
