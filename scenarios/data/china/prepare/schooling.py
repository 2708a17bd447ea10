# SPDX-License-Identifier: Apache-2.0
# Students by track, nation and provinces, and schools with their teachers. Secondary vocational
# leaves technical schools out in every year; breaks are bridged, never followed, and `basis` says
# where.
from .common import TEN_THOUSAND, TRACKS, YEARS, by_year, provinces, source, straight_line, table

HIGHER_VOCATIONAL_STOPPING = 0.011
BACHELOR_STOPPING = 0.01
FLOWS = ["intake", "enrolment", "graduates"]
NATIONAL_COLUMNS = {
    "general_high": ("national_students", "general_high"),
    "secondary_vocational": ("national_derived", "sec_voc_excl_technical"),
    "technical_school": ("national_students", "technical_school"),
    "higher_vocational": ("national_students", "higher_voc"),
    "regular_bachelor": ("national_students", "regular_bachelor"),
}
PROVINCE_COLUMNS = {"general_high": "general_high", "regular_bachelor": "bachelor",
                    "secondary_vocational": "sec_voc_excl_technical",
                    "higher_vocational": "higher_voc"}


def pathway(item):
    frame = source("vocational_pathways")
    frame = frame[frame.item == item].copy()
    frame["year"] = frame.year.astype(int)
    return {year: value * TEN_THOUSAND for year, value in by_year(frame, "value").items()}


def national_flows():
    """{(track, flow): {year: persons}}; vocational bachelor as tabled, from 2021."""
    result = {}
    for track, (name, prefix) in NATIONAL_COLUMNS.items():
        frame = source(name)
        for flow in FLOWS:
            recorded = by_year(frame, f"{prefix}_{flow}_10k_persons")
            result[track, flow] = {y: recorded[y] * TEN_THOUSAND for y in YEARS}
    for flow in FLOWS:
        recorded = pathway(f"voc_bachelor_{flow}")
        result["vocational_bachelor", flow] = {y: recorded.get(y, 0.0) for y in YEARS}
    return result


def split_early_vocational_bachelor(flows, upgrades):
    """Vocational bachelor students were first tabled in 2021, two years after the first entered:
    the recorded stock and graduates fix the entrants of 2019 and 2020, in the ratio 2 : 3 (A), who
    stand in the recorded regular bachelor until then."""
    keep = 1.0 - BACHELOR_STOPPING
    vocational = {flow: flows["vocational_bachelor", flow] for flow in FLOWS}
    upgrades[2020] = vocational["graduates"][2022] / keep ** 2
    earlier = (vocational["enrolment"][2021] - vocational["intake"][2021] - upgrades[2021]
               - upgrades[2020] * keep)
    first = earlier / (keep ** 2 + 1.5 * keep)
    for year, entrants in ((2019, first), (2020, 1.5 * first)):
        vocational["intake"][year] = entrants
        flows["regular_bachelor", "intake"][year] -= entrants
    vocational["enrolment"][2019] = first
    vocational["enrolment"][2020] = first * keep + 1.5 * first + upgrades[2020]
    for year in (2019, 2020):
        flows["regular_bachelor", "enrolment"][year] -= vocational["enrolment"][year]


def entrants_outside_intake(flows, track, inflow_column, stopping):
    """Net inflow + `stopping` of the stock of the year before, at least 0; 2010 as in 2011."""
    inflow = by_year(source("national_flows_derived"), inflow_column)
    stock = flows[track, "enrolment"]
    result = {year: max(0.0, value * TEN_THOUSAND + stopping * stock[year - 1])
              for year, value in inflow.items()}
    result[YEARS[0]] = result[YEARS[1]]
    return result


def transfers_in(flows):
    """Five-year programmes, entering higher vocational colleges; 2021 is a break, 2022 recorded."""
    result = entrants_outside_intake(flows, "higher_vocational",
                                     "higher_voc_net_inflow_outside_intake_10k_persons",
                                     HIGHER_VOCATIONAL_STOPPING)
    result.update(pathway("five_year_track_transfers_into_higher_voc"))
    result[2021] = 0.5 * (result[2020] + result[2022])
    return result


def upgrade_entrants(flows):
    """{track: {year: persons}}; vocational bachelor 2021 by the ratio to its intake of 2022."""
    regular = entrants_outside_intake(flows, "regular_bachelor",
                                      "regular_bachelor_net_inflow_outside_intake_10k_persons",
                                      BACHELOR_STOPPING)
    intake = flows["vocational_bachelor", "intake"]
    recorded = pathway("voc_bachelor_intake_from_short_cycle_graduates")[2022]
    vocational = {year: recorded * intake[year] / intake[2022] for year in YEARS}
    split_early_vocational_bachelor(flows, vocational)
    return {"regular_bachelor": regular, "vocational_bachelor": vocational}


def track_years():
    flows = national_flows()
    transfers = {"higher_vocational": transfers_in(flows)}
    upgrades = upgrade_entrants(flows)
    rows = []
    for year in YEARS:
        for track in TRACKS:
            rows.append([year, track] + [round(flows[track, flow][year]) for flow in FLOWS]
                        + [round(entrants.get(track, {}).get(year, 0.0))
                           for entrants in (transfers, upgrades)])
    return table("year,track,intake,enrolment,graduates,transfers_in,upgrade_entrants", rows)


def province_tracks():
    panel = source("province_panel_2010_2019").set_index(["province", "year"])
    rows = []
    for year in range(2010, 2020):
        for _, name in provinces():
            record = panel.loc[name, year]
            for track in TRACKS:
                if track in PROVINCE_COLUMNS:
                    prefix = PROVINCE_COLUMNS[track]
                    rows.append([year, name, track] + [
                        round(record[f"{prefix}_{flow}_10k_persons"] * TEN_THOUSAND)
                        for flow in FLOWS])
    return table("year,province,track,intake,enrolment,graduates", rows)


def recorded_staff(level, indicator, technical):
    frame = source("national_schools_teachers")
    frame = frame[frame.status == "final"] if level != "general_high" else frame
    frame = frame.drop_duplicates(["year", "level", "indicator", "includes_technical_schools"])
    frame = frame.rename(columns={"includes_technical_schools": "technical"})
    values = by_year(frame, "value", level=level, indicator=indicator, technical=technical)
    unit = TEN_THOUSAND if indicator == "fulltime_teachers" else 1
    return {year: value * unit for year, value in values.items()}


def minus(whole, part):
    return {year: whole[year] - part[year] for year in whole if year in part}


def general_staff():
    schools = recorded_staff("general_high", "schools_count", "na")
    schools[2021] = schools[2022] - 441  # stated change
    return schools, recorded_staff("general_high", "fulltime_teachers", "na"), {}


def secondary_staff():
    """Vocational without technical schools; three kinds of school give 2020."""
    kinds = ["regular_specialised", "adult_specialised", "vocational_high"]
    total = {kind: recorded_staff("sec_voc", kind, "yes")
             for kind in ("schools_count", "fulltime_teachers")}
    technical = recorded_staff("technical_school", "schools_count", "only")
    schools = minus(total["schools_count"], technical)
    schools.update(recorded_staff("sec_voc", "schools_count", "no"))
    schools[2020] = sum(recorded_staff(f"sec_voc_{kind}", "schools_count", "no")[2020]
                        for kind in kinds)
    teachers = recorded_staff("sec_voc", "fulltime_teachers", "no")
    # The three kinds leave out 1.5 % of the teachers of 2019; 2020 is raised by the same ratio.
    parts = {year: sum(recorded_staff(f"sec_voc_{kind}", "fulltime_teachers", "no")[year]
                       for kind in kinds) for year in (2019, 2020)}
    teachers[2020] = parts[2020] * teachers[2019] / parts[2019]
    return schools, teachers, {2020: "derived"}


def technical_staff(flows):
    """After 2019 total less the rest; teachers of 2021-2022 keep the student ratio of 2020."""
    schools = recorded_staff("technical_school", "schools_count", "only")
    teachers = recorded_staff("technical_school", "fulltime_teachers", "only")
    other_schools, other_teachers, _ = secondary_staff()
    rest = minus(recorded_staff("sec_voc", "schools_count", "yes"), other_schools)
    schools.update({year: rest[year] for year in (2020, 2022)})
    total = recorded_staff("sec_voc", "fulltime_teachers", "yes")
    teachers[2020] = total[2020] - other_teachers[2020]
    stock = flows["technical_school", "enrolment"]
    for year in (2021, 2022):
        teachers[year] = teachers[2020] * stock[year] / stock[2020]
    return schools, teachers, {2020: "derived", 2021: "extrapolated", 2022: "extrapolated"}


def bachelor_staff():
    """To 2020 the tables hold all bachelor institutions, from 2021 without the vocational ones."""
    columns = []
    for indicator in ("schools_count", "fulltime_teachers"):
        values = recorded_staff("bachelor_institutions", indicator, "na")
        values.update(recorded_staff("bachelor_regular_institutions", indicator, "na"))
        columns.append(values)
    return columns[0], columns[1], {}


def vocational_bachelor_staff():
    columns = []
    for indicator in ("schools_count", "fulltime_teachers"):
        recorded = recorded_staff("voc_bachelor_institutions", indicator, "na")
        columns.append({year: recorded.get(year, 0.0) for year in YEARS})
    return columns[0], columns[1], {year: "none" for year in range(2010, 2021)}


def school_counts():
    flows = national_flows()
    higher = [recorded_staff("higher_voc_colleges", indicator, "na")
              for indicator in ("schools_count", "fulltime_teachers")]
    staff = {"general_high": general_staff(), "secondary_vocational": secondary_staff(),
             "technical_school": technical_staff(flows),
             "higher_vocational": (higher[0], higher[1], {}),
             "vocational_bachelor": vocational_bachelor_staff(),
             "regular_bachelor": bachelor_staff()}
    rows = []
    for track in TRACKS:
        schools, teachers, basis = staff[track]
        full = [straight_line(values, YEARS) for values in (schools, teachers)]
        for year in YEARS:
            gap = year not in schools or year not in teachers
            note = basis.get(year, "interpolated" if gap else "recorded")
            rows.append([track, year, round(full[0][year]), round(full[1][year]), note])
    return table("track,year,schools,teachers,basis", rows)


def build(_tables):
    return {"track_years": track_years(), "province_tracks": province_tracks(),
            "school_counts": school_counts()}
