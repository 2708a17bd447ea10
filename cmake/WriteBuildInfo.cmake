# SPDX-License-Identifier: Apache-2.0
# Run by each build (see BuildInfo.cmake): writes HEADER for VERSION and the commit of SOURCE_DIR. A
# tree without git has the commit "unknown". Changes to tracked files make a tree dirty.
set(commit "unknown")
set(dirty 0)
find_program(GIT git)
if(GIT AND EXISTS "${SOURCE_DIR}/.git")
    execute_process(COMMAND "${GIT}" rev-parse HEAD WORKING_DIRECTORY "${SOURCE_DIR}"
                    OUTPUT_VARIABLE head OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET
                    RESULT_VARIABLE failed)
    if(NOT failed)
        set(commit "${head}")
        execute_process(
            COMMAND "${GIT}" --no-optional-locks status --porcelain --untracked-files=no
            WORKING_DIRECTORY "${SOURCE_DIR}" OUTPUT_VARIABLE changes ERROR_QUIET)
        if(changes)
            set(dirty 1)
        endif()
    endif()
endif()
set(text "#define SIM_VERSION \"${VERSION}\"
#define SIM_GIT_COMMIT \"${commit}\"
#define SIM_GIT_DIRTY ${dirty}
")
set(old "")
if(EXISTS "${HEADER}")
    file(READ "${HEADER}" old)
endif()
if(NOT text STREQUAL old)
    file(WRITE "${HEADER}" "${text}")
endif()
