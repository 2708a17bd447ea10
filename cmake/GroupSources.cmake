# SPDX-License-Identifier: Apache-2.0
# Small sources compiled together, because reading the headers is most of what each costs. Also
# installed, for models outside this project.

# group_sources(TARGET SIZE FILES…): compiles about SIZE files of a folder at a time. A file's name
# decides its group, so that one more or less leaves most groups as they are. What a file keeps to
# itself (unnamed namespaces) must have another name in each file of its folder.
function(group_sources target size)
    set(folders "")
    foreach(file IN LISTS ARGN)
        get_filename_component(folder "${file}" DIRECTORY)
        if(IS_ABSOLUTE "${folder}")
            file(RELATIVE_PATH folder "${CMAKE_CURRENT_SOURCE_DIR}" "${folder}")
        endif()
        string(MAKE_C_IDENTIFIER "in_${folder}" folder)
        list(APPEND folders "${folder}")
        list(APPEND "files_${folder}" "${file}")
    endforeach()
    list(REMOVE_DUPLICATES folders)
    foreach(folder IN LISTS folders)
        list(LENGTH "files_${folder}" count)
        math(EXPR groups "(${count} + ${size} - 1) / ${size}")
        foreach(file IN LISTS "files_${folder}")
            get_filename_component(stem "${file}" NAME_WE)
            string(MD5 digest "${stem}")
            string(SUBSTRING "${digest}" 0 6 digits)
            math(EXPR group "0x${digits} % ${groups}")
            set_source_files_properties("${file}" PROPERTIES UNITY_GROUP "${folder}_${group}")
        endforeach()
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()
