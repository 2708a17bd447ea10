# SPDX-License-Identifier: Apache-2.0
# Run by a build (collect_comments in CollectPlugins.cmake): writes OUTPUT, a source file that holds
# the opening comment of every file named in FILES. Of a header and the source beside it the header's
# counts, and the phases that either of them defines. Written only if it differs.
file(STRINGS "${FILES}" files ENCODING UTF-8)
set(entries "")
foreach(file IN LISTS files)
    string(REGEX REPLACE "\\.[hc]pp$" "" stem "${file}")
    if(file MATCHES "\\.cpp$" AND EXISTS "${stem}.hpp")
        continue()
    endif()
    file(READ "${file}" text)
    if(NOT text MATCHES "^// SPDX[^\n]*\n((//[^\n]*\n)+)")
        continue()
    endif()
    string(REGEX REPLACE "\n// ?" "\n" comment "\n${CMAKE_MATCH_1}")
    string(STRIP "${comment}" comment)
    if(file MATCHES "\\.hpp$" AND EXISTS "${stem}.cpp")
        file(READ "${stem}.cpp" source)
        string(APPEND text "${source}")
    endif()
    string(REGEX MATCHALL "Phase\\([\n ]*\"[a-z0-9_]+\"" found "${text}")
    list(TRANSFORM found REPLACE "^Phase[^\"]+" "")
    list(JOIN found ", " phases)
    file(RELATIVE_PATH path "${FOLDER}" "${file}")
    string(APPEND entries "        {\"${path}\",\nR\"comment(${comment})comment\",\n{${phases}}},\n")
endforeach()
set(text "// Generated from the sources' opening comments; see cmake/CollectPlugins.cmake.
#include \"sim/model/odd.hpp\"

namespace ${NAMESPACE} {

std::vector<sim::SourceComment> source_comments();

std::vector<sim::SourceComment> source_comments() {
    return {
${entries}    };
}

}  // namespace ${NAMESPACE}
")
set(old "")
if(EXISTS "${OUTPUT}")
    file(READ "${OUTPUT}" old)
endif()
if(NOT text STREQUAL old)
    file(WRITE "${OUTPUT}" "${text}")
endif()
