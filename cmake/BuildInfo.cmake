# SPDX-License-Identifier: Apache-2.0
# Which program this is: SIM_VERSION, SIM_GIT_COMMIT and SIM_GIT_DIRTY, defined for one source file
# only. They stand in a header that each build refreshes and rewrites only when it differs, so a new
# commit recompiles that one file and never configures again.

# Defines them for SOURCE (a path in the current folder), which belongs to TARGET.
function(add_build_info target source)
    set(header "${CMAKE_CURRENT_BINARY_DIR}/build_info_definitions.hpp")
    set(command "${CMAKE_COMMAND}" "-DSOURCE_DIR=${PROJECT_SOURCE_DIR}" "-DHEADER=${header}"
                "-DVERSION=${PROJECT_VERSION}" -P "${PROJECT_SOURCE_DIR}/cmake/WriteBuildInfo.cmake")
    add_custom_target(${target}_build_info COMMAND ${command} BYPRODUCTS "${header}" VERBATIM)
    add_dependencies(${target} ${target}_build_info)
    set_source_files_properties("${source}" PROPERTIES COMPILE_OPTIONS "-include;${header}"
                                                       OBJECT_DEPENDS "${header}")
endfunction()
