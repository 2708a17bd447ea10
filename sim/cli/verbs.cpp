// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/verbs.hpp"

namespace sim {

const std::vector<Verb>& verbs() {
    constexpr int any_number = 10'000;
    constexpr unsigned run_like = scenario_options | computing_options | output_options |
                                  preview_options | config_option | json_option | cache_option |
                                  precision_option | stop_options;
    static const std::vector<Verb> list{
        {"run", "Runs the replicates of one scenario; writes one result file.", "SCENARIO.yaml",
         "the scenario", 1, 1, run_like, run_verb},
        {"compare", "Runs scenarios with common random numbers; writes outcomes and effects.",
         "SCENARIO.yaml", "the base, then the alternatives", 2, any_number,
         run_like | comparison_options_group, compare_verb},
        {"sweep", "Runs a design of scenarios, factors and replicates; can be resumed.",
         "EXPERIMENT.yaml", "the experiment", 1, 1,
         base_options | sweep_options | computing_options | folder_options | preview_options |
             json_option | cache_option | stop_options,
         sweep_verb},
        {"sensitivity", "Says what the results of a finished sweep depend on.", "DIR",
         "the folder of a sweep", 1, 1, json_option, sensitivity_verb},
        {"calibrate", "Fits parameters to recorded numbers; writes a folder of results.",
         "CALIBRATION.yaml", "the calibration", 1, 1,
         base_options | computing_options | folder_options | preview_options | json_option,
         calibrate_verb},
        {"validate", "Checks files without running them; shows every error at once.", "FILE.yaml",
         "scenarios, experiments and calibrations", 1, any_number, scenario_options | json_option,
         validate_verb},
        {"describe", "Prints what a model declares.", "WHAT",
         "models, agents, schedule, parameters, policies, outputs or odd", 1, 1,
         model_option | json_option, describe_verb},
        {"explain", "Explains one parameter, policy, output or column.", "NAME", "its name", 1, 1,
         model_option | json_option, explain_verb},
        {"schema", "Prints the JSON Schema (draft 7) of a kind of file, for editors.", "KIND",
         "scenario, experiment or calibration", 1, 1, 0, schema_verb},
        {"inspect", "Shows what a result file holds and where it came from.", "FILE.h5",
         "a result file", 1, 1, config_option | json_option, inspect_verb},
        {"reproduce", "Runs a result again from its file and compares the hashes of its states.",
         "FILE.h5", "a complete result file", 1, 1, computing_options | json_option,
         reproduce_verb},
        {"resume", "Finishes a stopped run.", "FILE.h5", "a partial result file", 1, 1,
         computing_options | json_option | cache_option | stop_options, resume_verb},
    };
    return list;
}

}  // namespace sim
