# SPDX-License-Identifier: Apache-2.0
# ccache and mold where they are installed; neither changes what is built.
find_program(SIM_CCACHE ccache)
mark_as_advanced(SIM_CCACHE)
if(SIM_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${SIM_CCACHE}")
endif()

include(CheckLinkerFlag)
find_program(SIM_MOLD mold)
mark_as_advanced(SIM_MOLD)
if(SIM_MOLD)
    check_linker_flag(CXX -fuse-ld=mold SIM_MOLD_LINKS)
    if(SIM_MOLD_LINKS)
        add_link_options(-fuse-ld=mold)
    endif()
endif()
