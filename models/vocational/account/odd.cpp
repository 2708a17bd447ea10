// SPDX-License-Identifier: Apache-2.0
// Purpose, patterns, scales, design concepts, initial state and chapters of the ODD document.
// Tables, schedule, parameters, data and outputs are not told here: they are declared where they
// are.
#include "models/vocational/account/odd.hpp"

namespace vocational {

namespace {

std::vector<sim::DesignConcept> concepts() {
    return {
        {"Basic principles",
         "Tracks are chosen by a nested logit over what families believe (equation E2), places are "
         "given by one matching engine with the mechanism as a parameter (E3), skill grows with "
         "the "
         "quality of teaching (E1), jobs are found by directed search over occupations and cities "
         "in "
         "the large-market form of random matching (E5), pay follows a wage equation of schooling, "
         "skill and experience (E6), firms train if the present value is not negative (E7), "
         "schools "
         "spend by rules (E8, E10), beliefs and prestige follow what leavers do (E9), governments "
         "carry out a share of their plans (E11). Where the evidence disagrees the form is a "
         "switch: "
         "`structures`."},
        {"Emergence",
         "Who attends which track, stopping by background, going on, quality of schools and its "
         "spread, fields on offer, technology and training of firms, jobs, wages, unemployment and "
         "vacancies, prestige. Imposed are cohorts, and up to the admission of the start year "
         "seats, "
         "public money, jobs and wages by sector; after it their ratios of that year."},
        {"Adaptation",
         "Families, schools, firms and workers decide by what they see or believe at the time; "
         "rules "
         "themselves do not change. Each decision is told below."},
        {"Objectives",
         "Utility of an option for families and seekers, present value for firms that train, jobs "
         "wanted at the cost of wages for firms, spending within income by rule for schools, plans "
         "carried out for governments. Nobody optimises over a horizon with a model of the world."},
        {"Learning",
         "Nobody changes a rule by experience. What is believed of tracks, reputation of schools "
         "and "
         "standing of tracks are moving averages of results, so past results act on later "
         "choices."},
        {"Prediction",
         "Families expect of a track what its recent leavers have, wages with a lag, and misjudge "
         "it "
         "unless informed; schools expect that published demand goes on, with an error; firms that "
         "train count on today's wages."},
        {"Sensing",
         "Outcomes of leavers of the own province and of the nation, peers and prestige of the own "
         "city, distances, scores, open posts; true skill is seen through credentials and only in "
         "part. What is seen is free of charge."},
        {"Interaction",
         "Through seats and scores, posts and seekers, contracts between firms, programmes and "
         "students, money between accounts, the example of peers, and the results of those who "
         "left. "
         "Everything that involves two agents is collected, ordered by identity and resolved."},
        {"Stochasticity",
         "Every draw is a function of seed, replicate, purpose, identity, quarter and number. Two "
         "scenarios therefore meet the same luck person by person, differences are paired, and a "
         "policy of strength zero gives the same bits. Random are talents and family, tastes, "
         "scores, "
         "lotteries, stopping, hiring, the end of jobs, sizes and closures of firms, shocks to "
         "demand, "
         "forecast errors, effort of governments."},
        {"Collectives",
         "Schools with their programmes and firms are agents of their own; alliances of firms and "
         "schools and shared practice centres are state with an intensity that instruments set "
         "up."},
        {"Observation",
         "Outputs are declared one by one and listed below; a panel follows a keyed sample of "
         "persons. "
         "Both only read: switching them on or off changes nothing."}};
}

// Chapters in the order of their marks, with the parameter blocks each of them uses most.
std::vector<sim::Submodel> submodels() {
    return {
        {"4.1", "Demography", {"birth"}},
        {"4.2", "Choice", {"choice", "beliefs"}},
        {"4.3", "Admission", {"admission"}},
        {"4.4", "Learning in school", {"learning", "teaching"}},
        {"4.5", "Persistence", {"persistence"}},
        {"4.6", "After completion", {}},
        {"4.7", "Schools", {"school_budget", "school_supply"}},
        {"4.8", "Firms", {"firm", "demand"}},
        {"4.9", "Training and cooperation", {"training"}},
        {"4.10", "Labour market", {"labour", "market"}},
        {"4.11", "Wages and life cycle", {"wage", "career"}},
        {"4.12", "Prestige and beliefs", {"prestige"}},
        {"4.13",
         "Governments, fidelity and money",
         {"funding", "government", "bonds", "fees", "evaluation"}},
        {"4.14",
         "Bookkeeping and measurement",
         {"structures", "index.quality.weight", "index.quality.step", "index.adaptability.weight",
          "index.adaptability.step", "index.attractiveness.weight", "index.attractiveness.step"}}};
}

}  // namespace

sim::OddAccount odd_account() {
    return {
        .purpose =
            "Who gains and who pays when a government changes how vocational education is funded, "
            "who may enrol where, and how tightly schools and firms work together? The model "
            "serves "
            "policy researchers and ministries: they change an instrument, and read off what "
            "changed, for whom, at whose cost and how sure that is, against the same people with "
            "the "
            "same luck.",
        .patterns =
            {"Intake, enrolment and completion by track from 2015 to 2022, and their spread over "
             "provinces (`docs/validation.md`).",
             "Margins of the initial population: age, sex, registration, province, attainment "
             "(`docs/population.md`).",
             "A negatively sloped, counter-clockwise Beveridge relation; unfilled skilled posts "
             "beside "
             "jobless leavers; wage premia by level; the wave that births make certain; histories "
             "of "
             "prestige and quality (`docs/patterns.md`, which also says what does not come out).",
             "What became of each number of the literature stands in `docs/evidence.md`."},
        .scales =
            "Time runs in quarters; the school year goes from the third quarter to the second of "
            "the "
            "next year. Space is nation, province and city: 120 synthetic cities in 31 provinces. "
            "A "
            "city is a local labour market and an area of the exam at 15; a province is where "
            "colleges' quotas of origin belong. An agent stands for `scale` people; 1:1 is "
            "possible. "
            "A row of schools stands for real schools of one kind in a city, with a weight; firms "
            "have Pareto sizes within city and sector, and farm and own-account work is one pool "
            "for "
            "each city and sector. Money is yuan of 2022, summed as whole numbers. Persons are "
            "15 to 59 years old; birth quarter, home city and identity follow from the row, "
            "because "
            "all cohorts of a run are known when it starts.",
        .process =
            "Orderings that hold: the cohort, choices and admission of the third quarter come "
            "before "
            "the labour market, so that nobody takes a job before admission results are out; the "
            "exam "
            "at 15 before transfers, the college exams before upgrading and entry from work; "
            "income "
            "of schools before spending, spending before what it buys; learning before stopping "
            "before completion, which is the last event of the second quarter; the census last. "
            "Within a phase all rows act at once on the state that they found.",
        .concepts = concepts(),
        .decisions = decisions(),
        .initialisation =
            "The run begins `spin_up_years` before the start: population by age from the censuses, "
            "schooling of young cohorts from recorded stocks, final attainment of older ones "
            "fitted to "
            "birth years and provinces at once, jobs by province and sector, schools with reported "
            "counts and sizes, firms with Pareto sizes. Recorded cohorts, seats and money then "
            "drive "
            "it up to and including the admission of the start year. Replicates draw initial "
            "states "
            "of their own; scenarios share theirs.",
        .initial_folder = "population",
        .input =
            "Tables in `scenarios/data/china`; their README says how each was made from its "
            "sources "
            "and what is assumed. Numbers later than the admission of the start year are there to "
            "be "
            "compared with and drive nothing, births and the cohorts that follow from them "
            "excepted.",
        .policy_folder = "policies",
        .submodels = submodels(),
        .comments = source_comments()};
}

}  // namespace vocational
