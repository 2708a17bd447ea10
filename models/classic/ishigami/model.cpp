// SPDX-License-Identifier: Apache-2.0
#include "models/classic/ishigami/model.hpp"

#include <bit>
#include <cmath>

#include "models/classic/classic.hpp"
#include "models/classic/outputs.hpp"
#include "sim/schedule/phase.hpp"

namespace classic {

namespace {

// Two points of the cube have errors of their own even where a replicate shares its random numbers.
sim::Identity identity_of(const IshigamiParams& params) {
    sim::Purpose place("ishigami");
    std::uint64_t bits = place.hash();
    for (const double x : {params.x1(), params.x2(), params.x3()}) {
        bits = (bits ^ std::bit_cast<std::uint64_t>(x)) * 0x9E3779B97F4A7C15;
        bits ^= bits >> 29U;
    }
    return sim::Identity{bits};
}

class Evaluate final : public sim::Phase {
  public:
    Evaluate(const IshigamiParams& params, const IshigamiStructures& structures,
             const sim::World& world)
        : Phase("evaluate", "Evaluates the function."),
          params_(params),
          structures_(structures),
          rows_(world) {}

    void run(const sim::Tick& tick) override {
        double value = ishigami(params_.x1, params_.x2, params_.x3, params_.a, params_.b);
        if (structures_.shape == Shape::tilted) {
            value += 4.0 + 2.0 * std::sin(params_.x1);
        }
        if (params_.noise > 0.0) {
            sim::Rng rng = tick.stream(purpose()).at(identity_of(params_), tick.key());
            value += params_.noise * rng.normal();
        }
        for_each_row(tick, rows_, [&](ResponseId row, sim::Rng&) { value_[row] = value; });
    }

  private:
    const IshigamiParams& params_;
    const IshigamiStructures& structures_;
    sim::Rows<ResponseTable> rows_;
    sim::Write<&ResponseTable::value> value_{*this};
};

class Response final : public sim::Output {
  public:
    explicit Response(const sim::World& world)
        : Output({.unit = sim::unit::none, .doc = "Value of the function.", .headline = true}),
          rows_(world) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        out.push(value_.data()[rows_.first()]);
    }

  private:
    sim::Rows<ResponseTable> rows_;
    sim::Read<&ResponseTable::value> value_{*this};
};

}  // namespace

double ishigami(double x1, double x2, double x3, double a, double b) {
    const double sine = std::sin(x2);
    return std::sin(x1) * (1.0 + b * x3 * x3 * x3 * x3) + a * sine * sine;
}

Ishigami::Ishigami()
    : Model("ishigami", "A function whose sensitivity to its arguments is known exactly.") {
    declare(params_);
    declare(structures_);
    world().add<ResponseTable>();
    schedule().add<Evaluate>(params_, structures_, world());
    add_output<Response>(output_list(), "response", world());
}

void Ishigami::prepare(const sim::InitialContext&) {
    world().table<ResponseTable>().reserve(1);
}

void Ishigami::initialise(const sim::InitialContext&) {
    world().table<ResponseTable>().append(1);
}

std::unique_ptr<sim::Model> make_ishigami() {
    return std::make_unique<Ishigami>();
}

}  // namespace classic
