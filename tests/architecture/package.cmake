# SPDX-License-Identifier: Apache-2.0
# The installed library serves a project outside: install below BUILD_DIR, build CONSUMER against it
# with find_package(tandem), run what came out.
set(prefix "${BUILD_DIR}/package-test/installed")
set(consumer_build "${BUILD_DIR}/package-test/consumer")
file(REMOVE_RECURSE "${BUILD_DIR}/package-test")

function(step)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE code)
    if(NOT code EQUAL 0)
        message(FATAL_ERROR "exit code ${code}: ${ARGN}")
    endif()
endfunction()

step("${CMAKE_COMMAND}" --install "${BUILD_DIR}" --prefix "${prefix}")
step("${CMAKE_COMMAND}" -G Ninja -S "${CONSUMER}" -B "${consumer_build}"
     "-DCMAKE_PREFIX_PATH=${prefix}" -DCMAKE_BUILD_TYPE=Release)
step("${CMAKE_COMMAND}" --build "${consumer_build}")
step("${consumer_build}/counting" describe models)
step("${consumer_build}/counting" describe outputs --model counting)
