# SPDX-License-Identifier: Apache-2.0
# Folders whose files are found by being there. Also installed, for models outside this project.

# A folder of plugins: one instrument or output per file. Files are called in
# the order of their stems, by a generated function, so that no static initialiser is needed and a
# static library drops nothing. Some files are compiled together (GroupSources.cmake): what one keeps to
# itself must have another name in each.

set(COLLECT_PLUGINS_DIR "${CMAKE_CURRENT_LIST_DIR}")
include("${CMAKE_CURRENT_LIST_DIR}/GroupSources.cmake")

# Adds every .cpp below FOLDER to TARGET and generates
#     void NAMESPACE::register_KINDs(sim::…Catalogue&)
# which calls register_KIND_<stem> of each file. KIND is `instrument` or `output`. The model declares
# the function where it calls it. A stem is the plugin's name, so it must be a C++ name, once.
function(collect_plugins target folder kind namespace)
    if(kind STREQUAL "instrument")
        set(catalogue "::sim::InstrumentCatalogue")
    elseif(kind STREQUAL "output")
        set(catalogue "::sim::OutputCatalogue")
    else()
        message(FATAL_ERROR "collect_plugins: kind '${kind}' (expected instrument or output)")
    endif()

    get_filename_component(folder "${folder}" ABSOLUTE)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS "${folder}/*.cpp")
    set(stems "")
    foreach(file IN LISTS files)
        get_filename_component(stem "${file}" NAME_WE)
        if(NOT stem MATCHES "^[a-z][a-z0-9_]*$")
            message(FATAL_ERROR "${file}: '${stem}' cannot name an ${kind} (expected snake_case)")
        endif()
        if(stem IN_LIST stems)
            message(FATAL_ERROR "${file}: there is another ${kind} named '${stem}'")
        endif()
        list(APPEND stems "${stem}")
    endforeach()
    list(SORT stems)

    set(declarations "void register_${kind}s(${catalogue}&);\n")
    set(calls "")
    foreach(stem IN LISTS stems)
        string(APPEND declarations "void register_${kind}_${stem}(${catalogue}&);\n")
        string(APPEND calls "    register_${kind}_${stem}(list);\n")
    endforeach()
    set(parameter "list")
    if(NOT stems)
        set(parameter "")
    endif()
    set(generated "${CMAKE_CURRENT_BINARY_DIR}/${namespace}_register_${kind}s.cpp")
    file(CONFIGURE OUTPUT "${generated}" @ONLY CONTENT
"// Generated from the files of a plugin folder; see cmake/CollectPlugins.cmake.
#include \"sim/policy/catalogue.hpp\"

namespace @namespace@ {

@declarations@
void register_@kind@s(@catalogue@& @parameter@) {
@calls@}

}  // namespace @namespace@
")
    target_sources(${target} PRIVATE ${files} "${generated}")
    group_sources(${target} 10 ${files})
endfunction()

# What the sources say of themselves: generates
#     std::vector<sim::SourceComment> NAMESPACE::source_comments()
# from the comments that open the files of FOLDER, at each build in which one of them has changed. The
# model declares the function where it calls it. Files that others include count, and plugins.
function(collect_comments target folder namespace)
    get_filename_component(folder "${folder}" ABSOLUTE)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS "${folder}/*.hpp" "${folder}/*.cpp")
    list(SORT files)
    set(list "${CMAKE_CURRENT_BINARY_DIR}/${namespace}_commented_files.txt")
    set(generated "${CMAKE_CURRENT_BINARY_DIR}/${namespace}_source_comments.cpp")
    list(JOIN files "\n" lines)
    file(CONFIGURE OUTPUT "${list}" CONTENT "${lines}\n" @ONLY)
    set(script "${COLLECT_PLUGINS_DIR}/WriteComments.cmake")
    add_custom_command(
        OUTPUT "${generated}"
        COMMAND "${CMAKE_COMMAND}" "-DFILES=${list}" "-DFOLDER=${folder}"
                "-DNAMESPACE=${namespace}" "-DOUTPUT=${generated}" -P "${script}"
        DEPENDS ${files} "${list}" "${script}" VERBATIM)
    target_sources(${target} PRIVATE "${generated}")
endfunction()

# A folder of phases: adds every .cpp of it to TARGET and generates a header beside the folder's name
# (FOLDER.hpp, included by its path from the project's root) that includes every header of it. What a
# phase costs beyond its file is then its line in the schedule.
function(collect_phases target folder)
    get_filename_component(folder "${folder}" ABSOLUTE)
    file(RELATIVE_PATH path "${PROJECT_SOURCE_DIR}" "${folder}")
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${folder}/*.cpp")
    file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE "${folder}" "${folder}/*.hpp")
    list(SORT headers)
    set(includes "")
    foreach(header IN LISTS headers)
        string(APPEND includes "#include \"${path}/${header}\"\n")
    endforeach()
    set(root "${CMAKE_CURRENT_BINARY_DIR}/generated")
    file(CONFIGURE OUTPUT "${root}/${path}.hpp" @ONLY CONTENT
"// Generated from the headers of a folder of phases; see cmake/CollectPlugins.cmake.
#pragma once

@includes@")
    target_sources(${target} PRIVATE ${sources})
    group_sources(${target} 6 ${sources})
    target_include_directories(${target} PRIVATE "${root}")
endfunction()
