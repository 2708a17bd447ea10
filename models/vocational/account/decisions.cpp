// SPDX-License-Identifier: Apache-2.0
// The decisions of the model's agents by the questions of ODD+D (Müller et al. 2013). Formulas
// stand in the comments of the files named; here stands what kind of decision each is.
#include "models/vocational/account/odd.hpp"

namespace vocational {

namespace {

sim::Decision choice_of_track() {
    return {
        .title = "Families: which school at 15",
        .subject = "A person of 15 with her family, each by herself.",
        .object =
            "General and comprehensive high schools of the city one by one, vocational and "
            "technical schools together, or leaving school: a rank-order list.",
        .theory =
            "Random utility, nested logit with peers (E2; Brock and Durlauf 2001). First "
            "preferences after shen2022, response to wages from elas_wage_applied, biased "
            "beliefs from belief_wage_bias and belief_emp_bias.",
        .objective =
            "Highest utility of talent, pay, jobs, going on, cost, way, quality, peers and "
            "prestige; bounded by what is known.",
        .rule =
            "Utilities are ranked; under the parallel mechanism a share of families insures "
            "itself by naming a safer school.",
        .adaptation =
            "Lists follow beliefs, fees and grants, schools' distance, standing and "
            "quality, peers and prestige.",
        .norms =
            "Peers' choices of last year in the own city add utility, and prestige of the "
            "track, the more so the higher the family's status.",
        .space =
            "The city is a closed area of the exam; utility falls with the way to the nearest "
            "school of a kind. Who found no place is placed in the province.",
        .time =
            "Once, in the third quarter of the year of turning 15; wages seen are `wage_lag` "
            "years old. No horizon beyond what recent leavers have.",
        .uncertainty =
            "Lists are made by utility alone but for the share that insures itself; there is no "
            "other attitude to risk.",
        .sensing =
            "Who is informed believes published figures of leavers of province and nation; "
            "others over-estimate pay and misjudge the chance of a job, and move only part of the "
            "way when figures are published. Who insures herself knows her score and last year's "
            "cut-offs.",
        .prediction = "Leavers' present outcomes are taken for the own future.",
        .learning = "None of the person, who decides once; beliefs of the city follow results.",
        .interaction =
            "Through seats: places go by score. Through peers and prestige to those who "
            "come later.",
        .collectives = "None.",
        .heterogeneity =
            "In ability, aptitude, status, registration, sex, home and tastes; the rule is "
            "the same for all, information apart.",
        .stochasticity =
            "Tastes (Gumbel by person and option), the score's noise, being informed, "
            "insuring, ties.",
        .implementation = "markets/track_choice.hpp, markets/zhongkao.hpp, markets/prospects.hpp"};
}

sim::Decision going_on() {
    return {.title = "Families: going on after completion",
            .subject = "A person who has completed a track, with her family.",
            .object =
                "Places in college or bachelor programmes by route (gaokao, vocational exam, "
                "articulation, five-year, upgrading, reserved for people with work), or work.",
            .theory =
                "Random utility (E2); continuation by route is calibrated; seats bind "
                "(malamud2011, hall2012).",
            .objective = "Gain over working with what has been completed.",
            .rule =
                "A place is listed if its utility is above that of working and the family can pay: "
                "net cost within a share of income and a credit limit.",
            .adaptation = "To prospects, number of places, fees, grants and waivers.",
            .norms = "Prestige of tracks as at 15.",
            .space =
                "Colleges keep a home share and divide the rest among origins; far provinces "
                "appeal less.",
            .time =
                "In the third quarter after completion; who found none may try once more a year "
                "later; people with work yearly.",
            .uncertainty =
                "The chance of admission does not enter: what is out of reach may be listed.",
            .sensing = "As at 15.",
            .prediction =
                "Leavers' present outcomes, and the chance of the next level, are taken for "
                "the own future.",
            .learning =
                "None; marks make the own score better known only in comprehensive schools, "
                "where pupils choose their strand again.",
            .interaction =
                "Competition by score inside quotas of origin; seats that one route leaves "
                "go to another.",
            .collectives = "None.",
            .heterogeneity = "In skills, status, track, field and home.",
            .stochasticity = "Tastes, the score's noise, who applies from work.",
            .implementation =
                "markets/college_choice.hpp, markets/college_entry.hpp, "
                "markets/upgrading.hpp, markets/work_entry.hpp"};
}

sim::Decision stopping() {
    return {.title = "Students: stopping without completing",
            .subject = "An enrolled person.",
            .object = "Going on to the next year of study, or work.",
            .theory =
                "Logit hazard (E4): evidence rows dropout_voc_sec, voc_effect_dropout_disadv, "
                "spend_grad, aid_dropout_math.",
            .objective = "None is computed: the hazard is a reduced form of pay-off against cost.",
            .rule =
                "A yearly chance that falls with ability, status, quality and pay-off, and rises "
                "with net cost over income and the local unskilled wage.",
            .adaptation =
                "To quality, cost, wages and learning at work; the mean is recorded up to the "
                "start year and moves with these afterwards.",
            .norms = "None.",
            .space = "Through wages of the province.",
            .time = "Once a year, before completion.",
            .uncertainty = "In the chance itself.",
            .sensing = "True values of the own programme and province.",
            .prediction = "None beyond today's wages of completers.",
            .learning = "None.",
            .interaction = "None direct.",
            .collectives = "None.",
            .heterogeneity =
                "In ability, status, track, programme; the poor and weak of vocational upper "
                "secondary have a term of their own.",
            .stochasticity = "One draw a year for each student.",
            .implementation = "phases/persistence.hpp"};
}

sim::Decision programme_mix() {
    return {.title = "Schools: programmes on offer",
            .subject = "A school; a row may stand for several real ones.",
            .object = "Shares of next year's seats by field.",
            .theory =
                "Partial adjustment with pipeline and forecast error, the cobweb (E8): "
                "supply_elasticity, adjust_speed, forecast_error_sd.",
            .objective = "Fields as demanded by the province's vacancies; no profit is maximised.",
            .rule =
                "Shares move a part of the way to the reference share times demand over its "
                "reference, to the power of an elasticity.",
            .adaptation =
                "To the published demand of three years; policies add to speed and lessen "
                "error.",
            .norms = "None.",
            .space = "Demand of the own province.",
            .time = "Once a year after admission, for the next; graduates come out years later.",
            .uncertainty = "A forecast error of the school and year, log-normal.",
            .sensing = "Vacancies of the job level that the track trains for, with that error.",
            .prediction = "Today's demand is taken to last: overshooting is possible.",
            .learning = "None.",
            .interaction = "Through the seats that others leave or fill, and the labour market.",
            .collectives = "Programmes belong to schools.",
            .heterogeneity = "In size, fields, province, ownership, money.",
            .stochasticity = "The forecast error.",
            .implementation = "phases/schools/programme_mix.hpp"};
}

sim::Decision training_places() {
    return {
        .title = "Firms: training places",
        .subject = "A firm.",
        .object =
            "Offering places of each kind (order class, apprenticeship, joint enrolment, "
            "commissioned training, internship) to the coming intake, or none.",
        .theory =
            "Training pays if the present value is not negative (E7): app_gross_cost, "
            "app_return, app_net_cost; wage compression, poaching.",
        .objective =
            "Present value of a place: output less cost, subsidy and credit, then "
            "retention × gain less poaching × loss, plus taste.",
        .rule =
            "A kind is offered if its value is at least zero; places are a share of the jobs, "
            "equal parts of each kind.",
        .adaptation =
            "To subsidies, credits, hiring costs that rise while posts stay open, "
            "alliances, wages.",
        .norms = "Peers: what other firms of the city and sector did enters the taste.",
        .space = "Places go to programmes of the city, else of the province.",
        .time =
            "In the first quarter, for the third; costs over the years of training, gains over "
            "the years that a retained person is counted on.",
        .uncertainty = "Retention and poaching enter as probabilities; neutral to risk.",
        .sensing = "Own wages, open posts and their age, membership; without error.",
        .prediction = "Today's wages and rates are taken to last.",
        .learning = "None.",
        .interaction = "Firms meet over programmes, resolved by lottery; rivals poach.",
        .collectives = "Alliances of firms and schools lower hiring costs and raise cooperation.",
        .heterogeneity = "In size, sector, city, technology and taste.",
        .stochasticity = "Taste, lotteries, poaching and retention at completion.",
        .implementation = "training/training_offers.hpp, training/training_value.hpp"};
}

sim::Decision jobs_and_hiring() {
    return {.title = "Firms: jobs, technology, offers, hiring",
            .subject = "A firm; hiring is resolved by city and occupation.",
            .object =
                "How many jobs to want and of which level, whether to adopt the frontier, what to "
                "offer, whom to take.",
            .theory =
                "Labour demand with elasticities (labour_demand_elas), hazard of adoption "
                "(song2026), random matching in its large-market form (E5).",
            .objective =
                "None is maximised: demand follows productivity and wage cost; of applicants "
                "the best perceived are wanted.",
            .rule =
                "Jobs wanted = path × productivity^elasticity × wage cost^elasticity; posts either "
                "take applicants blindly or rank them by perceived productivity "
                "(`structures` picks).",
            .adaptation =
                "Offers rise while vacancies age and decay otherwise; what stays open is in "
                "part thought over; skilled shares raise adoption.",
            .norms = "A barrier against vocational credentials where it is in force.",
            .space = "City and province.",
            .time = "Every quarter; entry and exit in the third.",
            .uncertainty = "Demand is shocked by province and sector.",
            .sensing =
                "Skill is blurred by the credential's signal; posts ask for a level that some "
                "firms hold to.",
            .prediction = "None.",
            .learning = "None.",
            .interaction =
                "Competition for seekers inside cells; firms that close hand their jobs to "
                "entrants.",
            .collectives = "None.",
            .heterogeneity = "In size, sector, vintage of technology, premium, offer.",
            .stochasticity = "Adoption, closure, sizes of entrants, mix of posts, hires.",
            .implementation =
                "firms/job_demand.hpp, firms/technology.hpp, firms/wage_offers.hpp, "
                "markets/labour/hiring.hpp"};
}

sim::Decision job_search() {
    return {
        .title = "Workers: where to look for work",
        .subject = "A jobless person, a recent leaver, or an employee who searches.",
        .object =
            "A city and an occupation (field and level); for employees also whether to "
            "search.",
        .theory =
            "Directed search over an occupation network (E5), gravity between cities with "
            "friction of registration.",
        .objective = "None is computed: attempts are spread in proportion to posts and closeness.",
        .rule =
            "An occupation is tried with a probability proportional to its expected posts times "
            "closeness of level and field; employees move for a least gain in pay.",
        .adaptation = "To the posts that are open now.",
        .norms = "None.",
        .space = "Cities by distance; registration hinders moves.",
        .time =
            "Every quarter, in rounds; the employed search in the first round, those with low pay, "
            "below their level or outside their field more often.",
        .uncertainty = "Being hired is a chance.",
        .sensing = "Expected open posts of cities and occupations, without cost.",
        .prediction = "None.",
        .learning = "None.",
        .interaction = "Seekers crowd each other out in cells.",
        .collectives = "None.",
        .heterogeneity =
            "In track, field, skill, city, age, registration; lifelong attachment to the "
            "labour force.",
        .stochasticity = "Cell tried, hiring, search on the job.",
        .implementation = "markets/labour/job_search.hpp, markets/labour/seekers.hpp"};
}

sim::Decision governments() {
    return {
        .title = "Governments: carrying out plans",
        .subject = "The central government, each province and each city.",
        .object =
            "How much of planned money and measures to carry out, and how much of the rest to "
            "report as done.",
        .theory =
            "Implementation fidelity, accountability and gaming (E11; gaming_elasticity); "
            "funding rules (E10).",
        .objective =
            "None is computed: budgets follow formulas and shares, fidelity a reduced "
            "form.",
        .rule =
            "The share carried out is a logit of affluence, own effort and accountability; what "
            "cannot be paid is not done. Policies themselves are the scenario's.",
        .adaptation =
            "To accountability that instruments set, to debt service and to students "
            "where revenue is fixed.",
        .norms = "Accountability narrows the spread of effort.",
        .space =
            "Each level for its own area; pilots lie in provinces that the scenario names, or that "
            "are drawn, richer ones more likely.",
        .time = "Every quarter; bonds bind revenue for years.",
        .uncertainty = "None perceived.",
        .sensing = "Own accounts, without error; what is reported may differ from what was done.",
        .prediction = "None.",
        .learning = "None.",
        .interaction =
            "Through shares in payment: what one level does not pay no other makes up for.",
        .collectives = "Levels of government pay schools together.",
        .heterogeneity = "In affluence, effort, debt and accountability.",
        .stochasticity = "Own effort, drawn once a run.",
        .implementation = "money/effort.hpp, money/plan_money.hpp, money/policy_purse.hpp"};
}

}  // namespace

std::vector<sim::Decision> decisions() {
    return {choice_of_track(), going_on(),        stopping(),   programme_mix(),
            training_places(), jobs_and_hiring(), job_search(), governments()};
}

}  // namespace vocational
