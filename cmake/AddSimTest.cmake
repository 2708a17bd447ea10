# SPDX-License-Identifier: Apache-2.0
# One executable per test folder; each test case is an entry of its own in ctest. Label `fast` is the
# default; suites whose name starts with `Slow`, and folders declared slow, have the label `slow`.
include(GoogleTest)
find_package(GTest REQUIRED)

# RapidCheck has no CMake package.
find_path(RAPIDCHECK_INCLUDE_DIR rapidcheck.h REQUIRED)
find_library(RAPIDCHECK_LIBRARY rapidcheck REQUIRED)
mark_as_advanced(RAPIDCHECK_INCLUDE_DIR RAPIDCHECK_LIBRARY)
add_library(rapidcheck::rapidcheck INTERFACE IMPORTED)
target_include_directories(rapidcheck::rapidcheck SYSTEM INTERFACE "${RAPIDCHECK_INCLUDE_DIR}")
target_link_libraries(rapidcheck::rapidcheck INTERFACE "${RAPIDCHECK_LIBRARY}")

# Tests run in the source folder, so that shipped files have their usual paths, and find the program
# through this. One variable: gtest_discover_tests would tear a list apart.
set(SIM_TEST_ENVIRONMENT "TANDEM_PROGRAM=${PROJECT_BINARY_DIR}/tandem")

# add_sim_test(NAME [LABEL fast|slow] [TIMEOUT seconds] SOURCES … [LIBRARIES …])
function(add_sim_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "LABEL;TIMEOUT" "SOURCES;LIBRARIES")
    if(NOT arg_LABEL)
        set(arg_LABEL fast)
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    add_executable(test_${name} ${arg_SOURCES})
    target_link_libraries(test_${name} PRIVATE sim_options sim_testing GTest::gmock
                                               GTest::gtest_main ${arg_LIBRARIES})
    # Half the time of -O2, and what is tested was compiled elsewhere.
    target_compile_options(test_${name} PRIVATE "$<$<CONFIG:RelWithDebInfo>:-O1>")
    foreach(part IN ITEMS quick long)
        if(part STREQUAL "quick")
            set(filter "-Slow*")
            set(label "${arg_LABEL}")
            set(timeout ${arg_TIMEOUT})
        else()
            set(filter "Slow*")
            set(label slow)
            set(timeout 1200)
        endif()
        gtest_discover_tests(
            test_${name}
            TEST_PREFIX "${name}/"
            TEST_FILTER "${filter}"
            TEST_LIST test_${name}_${part}
            WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
            DISCOVERY_TIMEOUT 60
            PROPERTIES LABELS "${label}" TIMEOUT ${timeout} ENVIRONMENT
                       "${SIM_TEST_ENVIRONMENT}")
    endforeach()
endfunction()

# A test that is a program: add_program_test(NAME LABEL label COMMAND …). Exit code 77 means skipped,
# with the reason on stdout.
function(add_program_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "LABEL;TIMEOUT" "COMMAND")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 600)
    endif()
    add_test(NAME ${name} COMMAND ${arg_COMMAND} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABEL}" SKIP_RETURN_CODE 77 TIMEOUT
                                            ${arg_TIMEOUT} ENVIRONMENT "${SIM_TEST_ENVIRONMENT}")
endfunction()

# A Python test that needs the interpreter of FindTandemPython; skipped without one. Further arguments
# go to the script.
function(add_python_test name script)
    if(TANDEM_PYTHON)
        add_program_test(${name} LABEL fast COMMAND "${TANDEM_PYTHON}" -B
                                                    "${CMAKE_CURRENT_SOURCE_DIR}/${script}" ${ARGN})
    else()
        add_test(NAME ${name} COMMAND "${CMAKE_COMMAND}" -E echo
                                      "skipped: no Python with h5py, xarray, h5netcdf and numpy")
        set_tests_properties(${name} PROPERTIES SKIP_REGULAR_EXPRESSION "skipped:" LABELS fast)
    endif()
endfunction()
