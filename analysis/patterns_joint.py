# SPDX-License-Identifier: Apache-2.0
"""What target R20 asks to be hit together, beside premia of wages, which have a pattern of their own."""

from patterns import Pattern, judged, percent
from patterns_labour import five_years, lost_to_mismatch
from read_run import due, national

TENTH = 0.1


def joint(run):
    """Recorded values with the ranges of their evidence rows; ± a tenth where there is no row."""

    def upgrading():
        return due(national(run, "continuation_rate", track=["higher_vocational"]), 3)

    def dropout():
        rate = due(national(run, "completion_rate", track=["secondary_vocational"]), 2)
        return 1.0 - rate

    def per_teacher(track):
        return national(run, "enrolment", track=[track]) / national(run, "teachers", track=[track])

    def spending():
        return (national(run, "spending_per_student", track=["secondary_vocational"])
                / national(run, "spending_per_student", track=["general_high"]))

    def number(value):
        return f"{value:.3f}"

    rows = [
        ("college leavers who go on to a bachelor programme, 2022 (upgrade_rate)",
         upgrading().sel(year=2022), percent, 0.201, 0.063, 0.3),
        ("secondary vocational students who drop out, mean over the run (dropout_voc_sec)",
         dropout().mean("year"), percent, 0.107, 0.05, 0.22),
        ("students to a teacher, secondary vocational, 2022Q4",
         due(per_teacher("secondary_vocational"), 4).sel(year=2022), number, 18.9, None, None),
        ("students to a teacher, higher vocational, 2022Q4",
         due(per_teacher("higher_vocational"), 4).sel(year=2022), number, 27.9, None, None),
        ("money per student, secondary vocational ÷ general high school, first four quarters",
         spending().isel(time=slice(0, 4)).mean("time"), number, 0.94, None, None)]
    lost, about_lost = lost_to_mismatch(run)
    growth, about_growth = five_years(run)
    checks = [lost, growth]
    for what, values, show, recorded, low, high in rows:
        low, high = (low, high) if low else (recorded * (1.0 - TENTH), recorded * (1.0 + TENTH))
        checks.append(judged(f"{what}: {show(recorded)} recorded, {show(low)} to {show(high)}",
                             values.values, show, low, high))
    return Pattern(
        "joint", "The other facts to be hit together",
        "The rest of the stylised facts that the baseline is to meet at once (target R20).", checks, {},
        [], [about_lost, about_growth,
             "The gap of the over-educated (−14 %) and the shares of first preferences are parameters "
             "(`wage.over_education`, `choice.first_choice_share`) and no results."])
