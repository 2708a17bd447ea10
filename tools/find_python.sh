#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Prints the first interpreter that can import what the Python parts need; fails if there is none.
# An argument, or else $TANDEM_PYTHON, is then the only candidate. The one place where it is chosen.
set -u
candidates=(python3 /usr/bin/python3)
asked=${1:-${TANDEM_PYTHON:-}}
[[ -z $asked ]] || candidates=("$asked")
for candidate in "${candidates[@]}"; do
    if "$candidate" -c 'import h5py, xarray, h5netcdf, numpy' >/dev/null 2>&1; then
        command -v "$candidate"
        exit 0
    fi
done
exit 1
