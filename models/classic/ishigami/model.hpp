// SPDX-License-Identifier: Apache-2.0
// The function of Ishigami and Homma (1990), whose variance is known share by share: a yardstick
// for sensitivity analysis.
#pragma once

#include "models/classic/ishigami/params.hpp"
#include "sim/model/model.hpp"
#include "sim/tables/table.hpp"

namespace classic {

struct ResponseTag;
using ResponseId = sim::Id<ResponseTag>;

struct ResponseTable final : sim::Table {
    SIM_TABLE(ResponseTable, ResponseId, "response", "The function's value; one row.");
    SIM_COLUMN(double, value, sim::unit::none, "Value at the arguments.");
};

// sin x1 + a sin² x2 + b x3⁴ sin x1.
double ishigami(double x1, double x2, double x3, double a, double b);

class Ishigami final : public sim::Model {
  public:
    Ishigami();

    std::vector<sim::Dimension> dimensions() const override { return {}; }
    void prepare(const sim::InitialContext& context) override;
    void initialise(const sim::InitialContext& context) override;

  private:
    IshigamiParams params_;
    IshigamiStructures structures_;
};

}  // namespace classic
