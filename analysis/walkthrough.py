#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A first look at a result in Python: opens the file, takes the students of secondary vocational schools
together over provinces, and draws their number with a band over replicates.

    walkthrough.py results/baseline.h5 students.png
"""

import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import xarray as xr

if len(sys.argv) != 3:
    sys.exit(__doc__)
path, picture = sys.argv[1:]

# A result opens group by group; /outcomes holds what was measured.
outcomes = xr.open_dataset(path, engine="h5netcdf", group="outcomes")
if "scenario" in outcomes.dims:  # a comparison: the base comes first
    outcomes = outcomes.isel(scenario=0)

# Counts add up over every dimension but scenario, replicate and time. A rate would need the mean
# weighted with its base: outcomes[outcomes.placement_rate.attrs["base"]].
students = outcomes.enrolment.sel(track="secondary_vocational").sum("region")

# Stocks are known each quarter; the end of September (quarter 3) is when schools are counted.
autumn = students[:, outcomes.quarter.values == 3] / 1e6
year = autumn.time.values // 1

figure, axis = plt.subplots(figsize=(7, 4))
axis.fill_between(year, autumn.quantile(0.05, "replicate"), autumn.quantile(0.95, "replicate"),
                  alpha=0.25, label="middle 90 % of replicates")
axis.plot(year, autumn.mean("replicate"), marker="o", label="mean")
axis.set_title("Secondary vocational students at the end of September, million", loc="left")
axis.set_ylim(bottom=0)
axis.legend(frameon=False)
figure.savefig(picture, dpi=150)
print(f"{autumn.mean('replicate').values[0]:.3f} million in {year[0]:.0f}")
