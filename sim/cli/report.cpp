// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/report.hpp"

#include <new>

#include <fmt/format.h>

#include "sim/core/contract.hpp"

namespace sim {

void report_problems(const UserError& error, Console& console) {
    for (const Problem& problem : error.problems()) {
        console.error(problem.text());
    }
}

ExitCode guarded(const std::function<ExitCode()>& act, Console& console) {
    try {
        return act();
    } catch (const UsageError& error) {
        console.error(fmt::format("tandem: {}", error.what()));
        return ExitCode::usage;
    } catch (const UserError& error) {
        report_problems(error, console);
        return ExitCode::invalid_input;
    } catch (const IoError& error) {
        console.error(error.what());
        return ExitCode::io;
    } catch (const ContractError& error) {
        console.error(
            fmt::format("tandem: run failed, a mistake in the program: {}", error.what()));
    } catch (const std::bad_alloc&) {
        console.error(
            "tandem: run failed: out of memory (a coarser --scale or fewer --threads need less)");
    } catch (const std::exception& error) {
        console.error(fmt::format("tandem: run failed: {}", error.what()));
    } catch (...) {
        console.error("tandem: run failed for an unknown reason");
    }
    return ExitCode::run_failed;
}

}  // namespace sim
