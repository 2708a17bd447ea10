# SPDX-License-Identifier: Apache-2.0
# SIM_SANITIZE="address;undefined" or "thread", for every target through sim_options. The thread
# sanitizer needs oneTBB built with it (tools/build_tsan_tbb.sh): suppressions would hide real races.
if(SIM_SANITIZE)
    list(JOIN SIM_SANITIZE "," sanitizers)
    set(flags -fsanitize=${sanitizers} -fno-omit-frame-pointer)
    if("undefined" IN_LIST SIM_SANITIZE)
        list(APPEND flags -fno-sanitize-recover=undefined)
    endif()
    target_compile_options(sim_options INTERFACE ${flags})
    target_link_options(sim_options INTERFACE ${flags})
endif()
