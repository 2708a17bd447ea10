// SPDX-License-Identifier: Apache-2.0
#include "models/vocational/invariants.hpp"

#include <fmt/format.h>

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

}  // namespace

std::string broken_rule(const Setting& setting, sim::Quarter now, const CheckedTables& tables) {
    const PersonTable& persons = tables.persons;
    std::vector<std::int32_t> students(tables.programmes.end_row(), 0);
    std::vector<std::int32_t> employees(tables.firms.end_row(), 0);
    std::string broken;
    setting.cohorts.for_segments_of(
        persons.first_row(), persons.end_row(),
        [&](const Segment& segment, std::size_t begin, std::size_t end) {
            const int age = now - segment.birth;
            if (age >= oldest_quarters || age < youngest_quarters) {
                broken = fmt::format("a person born in {} is still or already there",
                                     segment.birth.text());
            }
            for (std::size_t row = begin; row < end; ++row) {
                const bool works = persons.state[row] == State::employed;
                if (works != (persons.wage[row].count() > 0)) {
                    broken =
                        fmt::format("person {} is {} at a wage of {}", row,
                                    sim::enum_name(persons.state[row]), double{persons.wage[row]});
                }
                if (works) {
                    ++employees[persons.link[row].firm().row()];
                } else if (persons.state[row] == State::enrolled) {
                    ++students[persons.link[row].programme().row()];
                }
            }
        });
    if (broken.empty()) {
        broken = first_difference("programme", tables.programmes.enrolled, students);
    }
    if (broken.empty()) {
        broken = first_difference("firm", tables.firms.headcount, employees);
    }
    return broken;
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
