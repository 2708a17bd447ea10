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
            "Random utility, nested logit with peers (E2; Brock and Durlauf 2001). Chosen "
            "because stated and revealed choices of tracks are estimated in this form. First "
            "preferences after shen2022, response to wages from elas_wage_applied, biased "
            "beliefs from belief_wage_bias and belief_emp_bias.",
        .objective =
            "Highest utility of talent, expected pay and jobs, chance of going on, cost, "
            "distance, quality, peers and prestige; bounded by what is known.",
        .rule =
            "Options are listed in the order of utility, those that the family cannot pay for "
            "left out; under the parallel mechanism a share of families insures itself by "
            "naming a safer school.",
        .adaptation =
            "Lists follow beliefs, fees and grants, distance, standing and quality of "
            "schools, peers and prestige.",
        .norms =
            "Peers' choices of last year in the own city add utility, and so does prestige of "
            "the track, the more the higher the family's status.",
        .space =
            "The city is a closed area of the exam; utility falls with the way to the nearest "
            "school of a kind. Who found no place may take one left elsewhere in the "
            "province, if it is worth the way.",
        .time =
            "Once, in the third quarter of the year of turning 15, and when leavers come back; "
            "wages "
            "seen are `wage_lag` years old. No horizon of years: an option is worth what recent "
            "leavers have.",
        .uncertainty =
            "Chances of admission do not enter, but for the share that insures itself; there "
            "is no other attitude to risk.",
        .sensing =
            "An informed share of families believes published figures of leavers of province "
            "and nation; the others over-estimate pay and under-estimate the chance of a job, "
            "and move only part of the way when figures are published. Who insures herself "
            "knows her score and last year's cut-offs. Information costs nothing.",
        .prediction = "Present outcomes of leavers are taken for one's own future.",
        .learning =
            "None of the person, who decides once; published figures and the prestige of the "
            "city follow results.",
        .interaction =
            "Through seats: places go by score. Through peers and prestige to those who "
            "come later.",
        .collectives = "None.",
        .heterogeneity =
            "In ability, aptitude, status, registration, home, information and tastes; the "
            "rule is the same for all.",
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
                "Random utility (E2), with the same prospects as at 15; constants are calibrated "
                "to continuation by route. That places, not eligibility, limit who goes on "
                "follows malamud2011 and hall2012.",
            .objective = "Highest utility of a place over working with what has been completed.",
            .rule =
                "A place is listed if its utility is above that of working and the family can pay: "
                "net cost within a share of income and what can be borrowed; among the "
                "programmes of a place, public and private ones by their price.",
            .adaptation = "To prospects, number of places, fees, grants, loans and waivers.",
            .norms = "Prestige of tracks as at 15; peers play no part.",
            .space =
                "Colleges keep a home share of their places and divide the rest among provinces "
                "of origin; distant and poor provinces appeal less.",
            .time =
                "In the third quarter after completion; whom no college took may try once more a "
                "year later; people with work yearly.",
            .uncertainty =
                "The chance of admission does not enter: what is out of reach may be listed, and "
                "there is no attitude to risk.",
            .sensing = "As at 15, cut-off scores apart.",
            .prediction =
                "Present outcomes of leavers, the share who reach the next level among them, are "
                "taken for one's own future.",
            .learning =
                "None, but in comprehensive schools, where marks of each year make the own "
                "talents better known and pupils choose their strand again.",
            .interaction =
                "Competition by score inside quotas of origin. College places that the gaokao "
                "leaves go to the vocational exam.",
            .collectives = "None.",
            .heterogeneity = "In skills, status, track, field, home and information.",
            .stochasticity = "Tastes, the score's noise, who applies from work.",
            .implementation =
                "markets/college_choice.hpp, markets/college_entry.hpp, "
                "markets/promised_places.hpp, markets/upgrading.hpp, markets/work_entry.hpp"};
}

sim::Decision stopping() {
    return {.title = "Students: stopping without completing",
            .subject = "An enrolled person.",
            .object = "Staying for the next year of study, or leaving for work.",
            .theory =
                "A logit hazard (E4), because what is known are rates and how they differ, not "
                "how students decide: evidence rows dropout_voc_sec, voc_effect_dropout_disadv, "
                "spend_grad, aid_dropout_math.",
            .objective = "None is computed: the hazard stands for weighing pay-off against cost.",
            .rule =
                "A yearly chance that falls with ability, status, quality, pay-off and learning "
                "at work, and rises with net cost over income and the local unskilled wage.",
            .adaptation =
                "To quality, cost, wages and learning at work; the mean rate is fixed up to the "
                "start and moves with these afterwards.",
            .norms = "None.",
            .space = "Through wages of the province.",
            .time = "Once a year, before completion.",
            .uncertainty = "None is perceived.",
            .sensing = "Quality of the own programme and wages of the own province, without error.",
            .prediction = "None beyond the present pay of people with more schooling.",
            .learning = "None.",
            .interaction = "None.",
            .collectives = "None.",
            .heterogeneity =
                "In ability, status, track and programme; the poor and the weak in vocational "
                "upper secondary schools have a further term.",
            .stochasticity = "One draw a year for each student.",
            .implementation = "phases/persistence.hpp"};
}

sim::Decision programme_mix() {
    return {.title = "Schools: programmes on offer",
            .subject = "A school; a row may stand for several real ones.",
            .object = "Shares of next year's seats by field.",
            .theory =
                "Partial adjustment with a pipeline and forecast error, the cobweb (E8), because "
                "approval and preparation take time: supply_elasticity, adjust_speed, "
                "forecast_error_sd.",
            .objective =
                "Fields in proportion to what the province's vacancies ask for; no profit is "
                "maximised.",
            .rule =
                "Shares move part of the way to the reference share times (demand over its "
                "reference) to the power of an elasticity.",
            .adaptation =
                "To the published demand, a mean of three years; policies add to the speed, "
                "lessen the error and publish forecasts or levels.",
            .norms = "None.",
            .space = "Demand of the own province.",
            .time = "Once a year after admission, for the next; graduates come out years later.",
            .uncertainty =
                "A log-normal forecast error of each programme and year; the school does not "
                "allow for it.",
            .sensing =
                "Vacancies of the job level that the track trains for, with that error, free of "
                "charge.",
            .prediction = "Today's demand is taken to last: overshooting is possible.",
            .learning = "None.",
            .interaction = "Through the seats that others leave or fill, and the labour market.",
            .collectives = "Programmes belong to schools.",
            .heterogeneity = "In fields taught and province.",
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
            "Training pays if the present value is not negative (E7), the usual account of "
            "why firms train: app_gross_cost, app_return, app_net_cost; wage compression and "
            "poaching.",
        .objective =
            "Present value of a place: output less cost, plus subsidy and credit, over the "
            "years of training; then retention × (hiring cost saved + gain) less poaching × "
            "loss; plus a taste.",
        .rule =
            "A kind is offered if its value is at least zero; places are a share of the jobs, "
            "equal parts of each kind.",
        .adaptation =
            "To subsidies and credits, hiring costs that rise while posts stay open, "
            "alliances, and what other firms do.",
        .norms =
            "Peers: the share of firms of the city and sector that trained last year enters "
            "the taste.",
        .space = "Places go to programmes of the city, else of the province.",
        .time =
            "In the first quarter, for the intake of the third; costs over the years of "
            "training, gains over the years that a retained person is counted on, discounted.",
        .uncertainty = "Retention and poaching enter as probabilities; firms are neutral to risk.",
        .sensing =
            "The recorded mean wage of its province and sector, own open posts and their age, "
            "own share of local jobs, membership; without error.",
        .prediction = "Costs, gains and rates are taken to last.",
        .learning = "None.",
        .interaction = "Firms meet over programmes, resolved by lottery; rivals poach.",
        .collectives = "Alliances of firms and schools lower hiring costs and raise cooperation.",
        .heterogeneity = "In size, sector, city, age of open posts, membership and taste.",
        .stochasticity =
            "Taste, once for each firm; lotteries over places and fields; poaching and "
            "retention at completion.",
        .implementation = "training/training_offers.hpp, training/training_value.hpp"};
}

sim::Decision jobs_and_hiring() {
    return {.title = "Firms: jobs, technology, offers, hiring",
            .subject = "A firm; hiring is resolved by city and occupation.",
            .object =
                "How many jobs to want and of which level, whether to adopt the frontier, what to "
                "offer, whom to take.",
            .theory =
                "Labour demand with elasticities (labour_demand_elas), a hazard of adoption "
                "(song2026), random matching in its large-market form (E5): reduced forms, since "
                "no data show how single firms decide.",
            .objective =
                "None is maximised: demand follows productivity and wage cost; of those who apply "
                "the best perceived are wanted, where posts rank.",
            .rule =
                "Jobs wanted = path × productivity^elasticity × wage cost^elasticity; posts either "
                "take applicants blindly or rank them by perceived productivity "
                "(`structures` picks).",
            .adaptation =
                "Offers rise while vacancies age and decay otherwise; what a post that stays open "
                "asks for is in part drawn anew; firms with more skilled people adopt sooner; "
                "fewer jobs are wanted where wages cost more.",
            .norms =
                "A discount on vocational credentials in technician and professional posts, where "
                "it is in force; a bonus for fresh leavers who fulfilled an order contract.",
            .space = "City for posts and hiring; province for pay and for the path of jobs.",
            .time = "Every quarter; entry and exit in the third. No horizon.",
            .uncertainty = "Demand is shocked by province and sector; firms do not allow for it.",
            .sensing =
                "Skill is seen with an error beside the credential; of posts above the seeker's "
                "level a share turns her down.",
            .prediction = "None.",
            .learning = "None.",
            .interaction =
                "Competition for seekers inside cells; firms that close hand their jobs to "
                "entrants.",
            .collectives = "None.",
            .heterogeneity = "In size, sector, vintage of technology, wage premium and offer.",
            .stochasticity = "Adoption, closure, sizes of entrants, mix of posts, hires.",
            .implementation =
                "firms/job_demand.hpp, firms/technology.hpp, firms/wage_offers.hpp, "
                "markets/labour/hiring.hpp"};
}

sim::Decision job_search() {
    return {.title = "Workers: where to look for work",
            .subject =
                "An unemployed person, a recent leaver among them, or an employee of a formal "
                "firm who searches.",
            .object =
                "A city and an occupation (field and level); for employees also whether to "
                "search.",
            .theory =
                "Directed search over an occupation network (E5) and gravity between cities, "
                "because flows, not reasons, are observed.",
            .objective =
                "None is computed: attempts are spread in proportion to posts and closeness; an "
                "employee moves only for a gain in pay.",
            .rule =
                "With a fixed probability the search is in another city, drawn by jobs and "
                "distance. There an occupation is tried with a probability proportional to its "
                "expected posts times closeness of level and field. Who is hired takes the post, "
                "an employee if it pays enough more.",
            .adaptation = "To the posts that are open now, and of employees to own pay and fit.",
            .norms = "None.",
            .space =
                "The city of residence, or another by the number of its jobs and distance; people "
                "with rural registration look elsewhere more often, and registration in another "
                "province takes pull from the largest cities.",
            .time =
                "Every quarter, in rounds; the employed search in the first round, those with low "
                "pay, below their level or outside their field more often. No horizon.",
            .uncertainty = "Being hired is a chance, which does not enter the search.",
            .sensing =
                "Expected open posts of the city searched, by occupation, without error or cost.",
            .prediction = "None.",
            .learning = "None.",
            .interaction =
                "Seekers crowd each other out in cells; hires leave fewer posts for the next "
                "round.",
            .collectives = "None.",
            .heterogeneity =
                "In track, field, skill, city, registration and, for employees, pay and fit; "
                "attachment to the labour force is fixed for life.",
            .stochasticity = "City and occupation tried, hiring, search on the job.",
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
            "Implementation fidelity, accountability and gaming (E11; gaming_elasticity), in "
            "reduced form because only results of plans are observed; funding rules (E10).",
        .objective = "None is computed: budgets follow formulas and shares.",
        .rule =
            "The share carried out is a logit of affluence, own effort and accountability; of "
            "the rest a share is reported as done. What cannot be paid is not done. Policies "
            "themselves are the scenario's.",
        .adaptation =
            "To accountability that instruments set and to debt service; where revenue is "
            "fixed, to the number of students.",
        .norms = "Accountability raises the share carried out and narrows the spread of effort.",
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
        .stochasticity =
            "Own effort, drawn once a run for each government; pilot provinces where none is "
            "named.",
        .implementation = "money/effort.hpp, money/plan_money.hpp, money/policy_purse.hpp"};
}

}  // namespace

std::vector<sim::Decision> decisions() {
    return {choice_of_track(), going_on(),        stopping(),   programme_mix(),
            training_places(), jobs_and_hiring(), job_search(), governments()};
}

}  // namespace vocational
