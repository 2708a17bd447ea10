// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/invariants.hpp"

#include <atomic>

#include <fmt/format.h>

#include "models/vocational/agents/count.hpp"

namespace vocational {

namespace {

constexpr int youngest_quarters = 60;  // 15 years, full in the quarter of entry
constexpr int oldest_quarters = 240;

// The first row whose recorded count differs from the persons linked to it.
template <class Counts>
std::string first_difference(const char* what, const Counts& recorded,
                             const std::vector<std::int32_t>& found) {
    for (std::size_t row = 0; row < found.size(); ++row) {
        if (recorded[row] != found[row]) {
            return fmt::format("{} {} counts {} persons, but {} are linked to it", what, row,
                               recorded[row], found[row]);
        }
    }
    return {};
}

// What is wrong with a person; empty if nothing is.
std::string broken_person(const PersonTable& persons, std::size_t row) {
    const bool works = persons.state[row] == State::employed;
    if (works == (persons.wage[row].count() > 0)) {
        return {};
    }
    return fmt::format("person {} is {} at a wage of {}", row, sim::enum_name(persons.state[row]),
                       double{persons.wage[row]});
}

std::string broken_age(const Setting& setting, sim::Quarter now, const PersonTable& persons) {
    std::string broken;
    setting.cohorts.for_segments_of(persons.first_row(), persons.end_row(),
                                    [&](const Segment& segment, std::size_t, std::size_t) {
                                        const int age = now - segment.birth;
                                        if (age >= oldest_quarters || age < youngest_quarters) {
                                            broken = fmt::format(
                                                "a person born in {} is still or already there",
                                                segment.birth.text());
                                        }
                                    });
    return broken;
}

// Persons linked to each programme and firm, and the first row that breaks a rule of its own.
struct Linked {
    std::vector<std::int32_t> students;
    std::vector<std::int32_t> employees;
    std::size_t broken_row;
};

Linked linked_persons(const sim::Executor& executor, const CheckedTables& tables) {
    const PersonTable& persons = tables.persons;
    Linked found{std::vector<std::int32_t>(tables.programmes.end_row(), 0),
                 std::vector<std::int32_t>(tables.firms.end_row(), 0), persons.end_row()};
    std::atomic_ref<std::size_t> broken_row(found.broken_row);
    const std::size_t first = persons.first_row();
    executor.for_chunks(
        persons.end_row() - first, CohortIndex::grain, [&](const sim::Chunk& chunk) {
            for (std::size_t row = first + chunk.begin; row < first + chunk.end; ++row) {
                const State state = persons.state[row];
                if ((state == State::employed) != (persons.wage[row].count() > 0)) {
                    std::size_t known = broken_row.load();
                    while (row < known && !broken_row.compare_exchange_weak(known, row)) {
                    }
                } else if (state == State::employed) {
                    add_to(found.employees[persons.link[row].firm().row()], 1);
                } else if (state == State::enrolled) {
                    add_to(found.students[persons.link[row].programme().row()], 1);
                }
            }
        });
    return found;
}

std::string broken_flow(const ProgrammeTable& programmes) {
    for (std::size_t row = 0; row < programmes.end_row(); ++row) {
        const std::int32_t due =
            programmes.enrolled_before[row] + programmes.joined[row] - programmes.left[row];
        if (due != programmes.enrolled[row]) {
            return fmt::format(
                "programme {} has {} students, but {} + {} who came - {} who left "
                "are {}",
                row, programmes.enrolled[row], programmes.enrolled_before[row],
                programmes.joined[row], programmes.left[row], due);
        }
        if (programmes.admitted[row] > programmes.seats[row]) {
            return fmt::format("programme {} admitted {} persons to {} seats", row,
                               programmes.admitted[row], programmes.seats[row]);
        }
    }
    return {};
}

}  // namespace

std::string broken_rule(const Setting& setting, const sim::Tick& tick,
                        const CheckedTables& tables) {
    std::string broken = broken_age(setting, tick.now(), tables.persons);
    if (!broken.empty()) {
        return broken;
    }
    const Linked found = linked_persons(tick.executor(), tables);
    if (found.broken_row < tables.persons.end_row()) {
        return broken_person(tables.persons, found.broken_row);
    }
    broken = first_difference("programme", tables.programmes.enrolled, found.students);
    if (broken.empty()) {
        broken = first_difference("firm", tables.firms.headcount, found.employees);
    }
    return broken.empty() ? broken_flow(tables.programmes) : broken;
}

std::string broken_account(const Setting& setting, const CheckedMoney& money) {
    std::vector<sim::Holding> held(accounts);
    const auto add = [&](Account account, const auto& balance, std::size_t begin, std::size_t end) {
        sim::Holding& sum = held[sim::index_of(account)];
        sum.is_known = true;
        for (std::size_t row = begin; row < end; ++row) {
            sum.yuan += balance[row];
        }
    };
    const std::size_t first_city = 1 + setting.provinces();
    add(Account::central, money.governments.balance, 0, 1);
    add(Account::province, money.governments.balance, 1, first_city);
    add(Account::city, money.governments.balance, first_city, money.governments.end_row());
    add(Account::school, money.schools.balance, 0, money.schools.end_row());
    add(Account::firm, money.firms.balance, 0, money.firms.end_row());
    add(Account::centre, money.centres.balance, 0, money.centres.end_row());
    // A lender's account is what it has lent and not got back.
    sim::Holding& lender = held[sim::index_of(Account::lender)];
    lender.is_known = true;
    for (std::size_t row = 0; row < money.governments.end_row(); ++row) {
        lender.yuan -= money.governments.debt[row];
    }
    for (std::size_t row = 0; row < money.schools.end_row(); ++row) {
        lender.yuan -= money.schools.debt[row];
    }
    const std::vector<std::string> names(sim::enum_names<Account>.begin(),
                                         sim::enum_names<Account>.end());
    return sim::ledger_difference(money.accounts, held, names);
}

}  // namespace vocational
