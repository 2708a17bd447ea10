// SPDX-License-Identifier: Apache-2.0
#include "models/classic/schelling/model.hpp"

#include <fmt/format.h>

#include "models/classic/classic.hpp"
#include "models/classic/lottery.hpp"
#include "models/classic/schelling/city.hpp"
#include "models/classic/schelling/outputs.hpp"
#include "models/classic/schelling/sweep.hpp"

namespace classic {

Schelling::Schelling()
    : Model("schelling", "Residents leave squares where too few neighbours are like them.") {
    declare(params_);
    world().add<ResidentTable>();
    world().add<SquareTable>();
    schedule().add<Sweep>(params_, world());
    add_city_outputs(output_list(), params_, world());
}

void Schelling::check(const sim::Scenario& scenario, sim::Problems& problems) const {
    if (scenario.scale != 1) {
        problems.add({{},
                      fmt::format("scale: 1:{} does not fit schelling", scenario.scale),
                      "1:1, because its residents stand for nobody else"});
    }
}

void Schelling::prepare(const sim::InitialContext&) {
    world().table<ResidentTable>().reserve(params_.residents());
    world().table<SquareTable>().reserve(params_.squares());
}

// A lottery over all squares: its first numbers are the homes, of one group and then of the other.
void Schelling::initialise(const sim::InitialContext& context) {
    ResidentTable& residents = world().table<ResidentTable>();
    SquareTable& squares = world().table<SquareTable>();
    residents.append(params_.residents());
    squares.append(params_.squares());
    const sim::Stream stream = context.tick.stream(sim::Purpose("initial_homes"));
    std::vector<Ticket> lots(squares.size());
    std::vector<Ticket> scratch;
    for (std::size_t row = 0; row < squares.size(); ++row) {
        sim::Rng rng = stream.at(sim::Identity{row}, context.tick.key());
        lots[row] = {rng.bits64(), static_cast<std::uint32_t>(row)};
        squares.occupant[row] = ResidentId{};
    }
    sort_tickets(context.tick.executor(), lots, scratch);
    for (std::size_t r = 0; r < residents.size(); ++r) {
        residents.group[r] = r < residents.size() / 2 ? Group::circles : Group::crosses;
        residents.home[r] = SquareId(lots[r].row);
        squares.occupant[lots[r].row] = ResidentId(r);
    }
}

std::string Schelling::broken_invariant(const sim::Tick&) const {
    const ResidentTable& residents = world().table<ResidentTable>();
    const SquareTable& squares = world().table<SquareTable>();
    std::size_t occupied = 0;
    for (std::size_t row = 0; row < squares.size(); ++row) {
        occupied += squares.occupant[row] ? 1U : 0U;
    }
    if (occupied != residents.size()) {
        return fmt::format("{} squares occupied by {} residents", occupied, residents.size());
    }
    for (std::size_t r = 0; r < residents.size(); ++r) {
        if (squares.occupant[residents.home[r].row()] != ResidentId(r)) {
            return fmt::format("resident {} is not the occupant of its home", r);
        }
    }
    return {};
}

std::unique_ptr<sim::Model> make_schelling() {
    return std::make_unique<Schelling>();
}

}  // namespace classic
