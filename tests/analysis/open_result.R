#!/usr/bin/env Rscript
# SPDX-License-Identifier: Apache-2.0
# Reads a result file in R, with ncdf4 or rhdf5, whichever is there; both turn the order of
# dimensions round: R's first dimension is the file's last. Also an example of how to start.
#   Rscript open_result.R RESULT.h5
# Reads the file of a run (a comparison has a dimension more). State hashes have 64 bits, which R's
# doubles do not hold: use them from Python or the program.

path <- commandArgs(trailingOnly = TRUE)[1]
if (is.na(path)) stop("usage: Rscript open_result.R RESULT.h5")
found <- c(ncdf4 = requireNamespace("ncdf4", quietly = TRUE),
           rhdf5 = requireNamespace("rhdf5", quietly = TRUE))
if (!any(found)) {
    cat("skipped: neither ncdf4 nor rhdf5 is installed\n")
    quit(status = 77)
}

results <- list()

if (found["ncdf4"]) {
    file <- ncdf4::nc_open(path)
    stopifnot(ncdf4::ncatt_get(file, 0, "filetype")$value == "tandem result")
    results$ncdf4 <- list(
        enrolment = ncdf4::ncvar_get(file, "outcomes/enrolment"),
        rate = ncdf4::ncvar_get(file, "outcomes/placement_rate"),
        time = as.vector(ncdf4::ncvar_get(file, "outcomes/time")),
        region = as.vector(ncdf4::ncvar_get(file, "outcomes/region")),
        track = as.vector(ncdf4::ncvar_get(file, "outcomes/track")),
        unit = ncdf4::ncatt_get(file, "outcomes/enrolment", "units")$value)
    ncdf4::nc_close(file)
}

if (found["rhdf5"]) {
    # It warns about attributes of kinds that it does not know (references, a large seed).
    attributes_of <- function(name) suppressWarnings(rhdf5::h5readAttributes(path, name))
    stopifnot(attributes_of("/")$filetype == "tandem result")
    read <- function(name) rhdf5::h5read(path, name, bit64conversion = "double")
    results$rhdf5 <- list(
        enrolment = read("outcomes/enrolment"),
        rate = read("outcomes/placement_rate"),
        time = as.vector(read("outcomes/time")),
        region = as.vector(read("outcomes/region")),
        track = as.vector(read("outcomes/track")),
        unit = attributes_of("outcomes/enrolment")$units)
    rhdf5::h5closeAll()
}

for (name in names(results)) {
    r <- results[[name]]
    stopifnot(length(r$region) == 31, "Inner Mongolia" %in% r$region, "Tibet" %in% r$region,
              "secondary_vocational" %in% r$track, r$time[2] - r$time[1] == 0.25,
              as.character(r$unit) == "persons",
              identical(dim(r$enrolment)[1:3], lengths(unname(r[c("track", "region", "time")]))),
              all(is.finite(r$enrolment)), any(is.nan(r$rate)), any(r$rate > 0, na.rm = TRUE))
    # Persons in secondary vocational schools at the end of the first quarter, first replicate.
    first <- sum(r$enrolment[which(r$track == "secondary_vocational"), , 1, 1])
    cat(sprintf("%s: %.0f secondary vocational students in %.2f\n", name, first, r$time[1]))
}
if (all(found)) {
    stopifnot(all(results$ncdf4$enrolment == results$rhdf5$enrolment),
              identical(results$ncdf4$region, results$rhdf5$region))
}
cat("ok\n")
