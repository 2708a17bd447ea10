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
         "Tracks are chosen by a nested logit over what families believe (E2). Places are given "
         "by one matching engine, whose mechanism is a parameter (E3). Skill grows with the "
         "quality of teaching (E1); who stops is decided by a hazard (E4). Jobs are found by "
         "directed search over occupations and cities, in the large-market form of random "
         "matching (E5). Pay follows a wage equation of schooling, skill and experience (E6). "
         "Firms train if the present value is not negative (E7). Schools move their fields part "
         "of the way to demand each year (E8) and spend what funding rules bring (E10). Prestige "
         "follows what leavers do (E9). Governments carry out a share of their plans (E11). "
         "Wherever this document says E1 to E11 it means these equations; they are written out in "
         "element 7. Where the evidence disagrees the form is a switch: parameters `structures`."},
        {"Emergence",
         "Results of the model: who attends which track, stopping by background, going on, "
         "quality of schools and its spread, fields on offer, technology and training of firms, "
         "who works where, wages, unemployment and vacancies, prestige. Imposed: cohorts and what "
         "people are born with, participation rates by age, sex and registration, and, up to and "
         "including the admission of the start year, seats, public money, jobs, mean wages by "
         "sector and mean rates of stopping. After it seats and jobs keep that year's ratios to "
         "people, public money per student stays constant in yuan of 2022, and wages follow the "
         "model."},
        {"Adaptation",
         "Families at 15 and at 18, and firms that train, seek an objective; the others follow "
         "rules or rates that respond to what they see or believe at the time: stopping, "
         "programmes on offer, jobs wanted and wages offered, search, spending. The rules "
         "themselves do not change. Each decision is told below."},
        {"Objectives",
         "Families rank options by utility, and firms offer a training place if its present value "
         "is not negative. No other decision computes an objective: seekers spread their attempts "
         "over posts by number and closeness, firms want jobs by elasticities in productivity and "
         "wage cost, schools spend within their income by rule, governments carry out plans. "
         "Nobody optimises over a horizon with a model of the world."},
        {"Learning",
         "Nobody changes a rule by experience. What is published of a track is how its recent "
         "leavers do; reputation of schools and prestige of tracks are moving averages of "
         "results. So past results act on later choices."},
        {"Prediction",
         "By extrapolation only. Families expect of a track what its recent leavers have, pay "
         "with a lag, and misjudge it unless informed. Schools expect that demand as published, "
         "an average of years, goes on, and read it with an error. Firms that train reckon with "
         "the recorded mean wage of their province and sector and with constant rates of staying "
         "and of poaching. Seekers, students who stop and governments predict nothing."},
        {"Sensing",
         "Families see outcomes of leavers of the own province and of the nation, peers and "
         "prestige of the own city, distances, fees, quality of schools and, if they insure "
         "themselves, cut-off scores. Students know their own programme, seekers the expected "
         "open posts of a city. Firms see true skill through credentials and with an error. Own "
         "states are known without error, and what is seen is free of charge."},
        {"Interaction",
         "Through seats and scores, posts and seekers, contracts between firms, programmes and "
         "students, money between accounts, the example of peers, and the results of those who "
         "left. Everything that involves two agents is collected, ordered by identity and "
         "resolved."},
        {"Stochasticity",
         "Draws stand for causes that are not modelled: talents and family, tastes, scores, "
         "lotteries, stopping, hiring, the end of jobs, sizes and closures of firms, shocks to "
         "demand, forecast errors, effort of governments. Every draw is a function of seed, "
         "replicate, purpose, identity, quarter and number. Two scenarios therefore meet the same "
         "luck person by person, differences are paired, and a policy of strength zero gives the "
         "same bits."},
        {"Collectives",
         "Schools with their programmes, firms and governments are agents of their own. A family "
         "is no agent apart from its child: it is a status, from which income follows. Alliances "
         "of firms and schools and shared practice centres are states of a city, with an "
         "intensity that instruments set. Peers are last year's 15-year-olds of the city."},
        {"Observation",
         "Outputs are declared one by one and listed below. They are taken from all agents at the "
         "end of the quarter; a panel follows a keyed sample of persons. Both only read: "
         "switching them on or off changes nothing."}};
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
            "serves policy researchers and ministries: they change an instrument, and read off "
            "what changed, for whom, at whose cost and how sure that is, against the same people "
            "with the same luck. It compares scenarios; the levels of a scenario are what rules "
            "and ratios of the start year imply, not a forecast.",
        .patterns =
            {"Intake, enrolment and completion by track from 2015 to 2022, and their spread over "
             "provinces (`docs/validation.md`).",
             "Margins of the initial population: age, sex, registration, province, attainment "
             "(`docs/population.md`).",
             "A negatively sloped, counter-clockwise Beveridge relation; unfilled skilled posts "
             "beside jobless leavers; wage premia by level; the wave that births make certain; "
             "histories of prestige and quality (`docs/patterns.md`, which also says what does "
             "not come out).",
             "Numbers of the literature, one row each in `docs/evidence.csv`; `docs/evidence.md` "
             "says what became of them. In this document names like belief_wage_bias are rows of "
             "that table, names like shen2022 are sources in `docs/references.bib`."},
        .scales =
            "Time runs in calendar quarters; the school year goes from the third quarter to "
            "the second of the next year. The start year, also called the base year, is the "
            "calendar year of the scenario's `time.start`. The reference year is the last "
            "year before the start: its values are kept, and later ones count as deviations "
            "from them. The baseline runs from 2022Q3 to 2035Q2 after five years of spin-up. "
            "Space is nation, province and city: 120 synthetic cities in 31 provinces. A city "
            "is a local labour market and an area of the exam at 15; a province is where "
            "colleges' quotas of origin belong.\n\n"
            "The agents are persons, schools with their programmes, firms, and governments. "
            "An agent of `person` stands for `scale` people; 1:1 is possible. Persons are 15 "
            "to 59 years old; birth quarter, home city and identity follow from the row, "
            "because all cohorts of a run are known when it starts. Nobody dies before 60: "
            "mortality from 15 to 59 is 0 (A). The initial population is fitted to a census and "
            "so without those who had died; later cohorts keep the size at which they enter. "
            "The bias grows with the run: there are somewhat too many people of 45 to 59, men "
            "above all, and with them workers and posts that retirement frees. A row of "
            "`school` stands "
            "for one or more real schools of one kind in a city; their number is its weight. "
            "Firms have Pareto sizes within city and sector; a row keeps the size of a real "
            "firm, counted in agents, so a coarser scale has fewer firms. Farm and "
            "own-account work is one pool for each city and sector. Money is yuan of 2022, "
            "summed as whole numbers.\n\n"
            "Tracks are general_high, comprehensive_high, secondary_vocational, "
            "technical_school (upper secondary), higher_vocational (college, associate "
            "level), vocational_bachelor, applied_bachelor and academic_bachelor; those with "
            "`vocational` in their name and technical_school are vocational tracks. A person "
            "is enrolled, employed, unemployed, inactive or away. Jobs have four levels, "
            "elementary, skilled_worker, technician and professional, which correspond to "
            "lower secondary, upper secondary, associate and bachelor schooling; fields are "
            "the 19 national classes of vocational education and `general`. An occupation is "
            "a level in a field.\n\n"
            "Tables named `…_state`, `teaching`, `…_money` and `…_cost` hold more of the agents "
            "and places that they name; `…_lever` is what policies add; `…_reference` is kept "
            "from the reference year; `…_cell`, `…_measure` and `group` are plans and counts by "
            "place and kind; `…_flow` is what happened in the quarter. Quantities without a unit "
            "are shares or pure numbers; sd is a "
            "standard deviation or a log point, a is a year.",
        .process =
            "Why the order is what it is. Plans of money and seats come before the slots at "
            "which instruments change them, and these before anything is paid or opened. The "
            "cohort, choices and admission of the third quarter come before the labour "
            "market, so that nobody takes a job before admission results are out; the exam at "
            "15 before transfers, the college exams before upgrading and entry from work. "
            "Schools receive income before they spend, and spend before what they buy takes "
            "effect. Learning comes before stopping, because who stops keeps what was learnt, "
            "and stopping before completion, which ends the school year in the second "
            "quarter. Counts come last and see the state at the end of the quarter.\n\n"
            "Between phases updating is sequential: a phase sees what earlier ones of the quarter "
            "did. Within a phase it is synchronous: all rows act at once on the state that they "
            "found, and where agents meet, in admission, matching and contracts, their requests "
            "are collected, ordered by score or lot and then by identity, and resolved together.",
        .concepts = concepts(),
        .decisions = decisions(),
        .initialisation =
            "The run begins `spin_up_years` before the start with a state made from the records "
            "of that year: population by age from the censuses, schooling of young cohorts from "
            "recorded stocks, final attainment of older ones fitted to birth years and provinces "
            "at once, jobs by province and sector, schools with reported counts and sizes, firms "
            "with Pareto sizes. Talents and family are drawn as for new cohorts, skills are what "
            "years of school and years out of it would have left, and schools' standing is "
            "standard normal. Alliances and bonds begin empty. Beliefs, prestige, reputation and "
            "reference values form in the spin-up. Recorded cohorts, seats and money then drive "
            "it up to and including the admission of the start year. Replicates draw initial "
            "states of their own; scenarios share theirs, replicate by replicate.",
        .initial_folder = "population",
        .input =
            "Tables in `scenarios/data/china`; their README says how each was made from its "
            "sources and what is assumed. Numbers later than the admission of the start year are "
            "there to be compared with and drive nothing, births and the cohorts that follow from "
            "them excepted.",
        .policy_folder = "policies",
        .submodels = submodels(),
        .comments = source_comments()};
}

}  // namespace vocational
