# SPDX-License-Identifier: Apache-2.0
# TANDEM_PYTHON: the interpreter for the Python parts, chosen by importing what they need and never
# by name or version (tools/find_python.sh). Empty if there is none: tests that need it are skipped.
set(TANDEM_PYTHON "$ENV{TANDEM_PYTHON}"
    CACHE FILEPATH "Python with h5py, xarray, h5netcdf and numpy; empty: the first that has them")
if(NOT TANDEM_PYTHON STREQUAL TANDEM_PYTHON_CHECKED OR NOT TANDEM_PYTHON)
    execute_process(COMMAND "${PROJECT_SOURCE_DIR}/tools/find_python.sh" ${TANDEM_PYTHON}
                    OUTPUT_VARIABLE found OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE failed)
    if(failed AND TANDEM_PYTHON)
        message(FATAL_ERROR "TANDEM_PYTHON=${TANDEM_PYTHON} lacks h5py, xarray, h5netcdf or numpy")
    endif()
    if(NOT failed)
        set_property(CACHE TANDEM_PYTHON PROPERTY VALUE "${found}")
        set(TANDEM_PYTHON_CHECKED "${found}" CACHE INTERNAL "The interpreter that was checked")
    else()
        message(WARNING "No Python with h5py, xarray, h5netcdf and numpy: "
                        "tests of the Python parts will be skipped (set TANDEM_PYTHON)")
    endif()
endif()
