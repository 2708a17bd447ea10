#!/usr/bin/env Rscript
# SPDX-License-Identifier: Apache-2.0
# A first look at a result in R: opens the file of a run, takes the students of secondary vocational schools
# together over provinces, and draws their number with a band over replicates. Needs ncdf4.
#   Rscript walkthrough.R results/baseline.h5 students.pdf

arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) != 2) stop("usage: Rscript walkthrough.R RESULT.h5 PICTURE.pdf")
if (!requireNamespace("ncdf4", quietly = TRUE)) {
    cat("skipped: ncdf4 is not installed\n")
    quit(status = 77)
}

file <- ncdf4::nc_open(arguments[1])
# R turns the order of dimensions round: the file's replicate, time, region, track become
# track, region, time, replicate. `collapse_degen` keeps a single replicate as a dimension.
enrolment <- ncdf4::ncvar_get(file, "outcomes/enrolment", collapse_degen = FALSE)
track <- as.vector(ncdf4::ncvar_get(file, "outcomes/track"))
quarter <- as.vector(ncdf4::ncvar_get(file, "outcomes/quarter"))
year <- as.vector(ncdf4::ncvar_get(file, "outcomes/year"))
ncdf4::nc_close(file)
if (length(dim(enrolment)) != 4) stop("this example reads the file of a run, not of a comparison")

# Counts add up over provinces; schools are counted at the end of September, quarter 3.
students <- apply(enrolment[track == "secondary_vocational", , , , drop = FALSE], c(3, 4), sum) / 1e6
autumn <- students[quarter == 3, , drop = FALSE]
years <- year[quarter == 3]
middle <- apply(autumn, 1, quantile, c(0.05, 0.95))

pdf(arguments[2], width = 7, height = 4)
plot(years, rowMeans(autumn), type = "n", ylim = c(0, max(middle)), bty = "n", xlab = "",
     ylab = "million", main = "Secondary vocational students at the end of September")
polygon(c(years, rev(years)), c(middle[1, ], rev(middle[2, ])), col = "#b9d3e6", border = NA)
lines(years, rowMeans(autumn), type = "b", pch = 19, col = "#0b4a80", lwd = 2)
invisible(dev.off())
cat(sprintf("%.3f million in %d\n", mean(autumn[1, ]), years[1]))
