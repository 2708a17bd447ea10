# SPDX-License-Identifier: Apache-2.0
# The libraries that the engine uses; their packages are listed in cmake/packages.txt. Those without
# a CMake package of their own get a target here. Also read by the installed tandemConfig.cmake.
include(CMakeFindDependencyMacro)

# FindHDF5 asks the C compiler; a consumer's project may name C++ alone.
get_property(tandem_languages GLOBAL PROPERTY ENABLED_LANGUAGES)
if(NOT "C" IN_LIST tandem_languages)
    enable_language(C)
endif()

find_dependency(Threads)
find_dependency(TBB CONFIG)
find_dependency(fmt CONFIG)
find_dependency(yaml-cpp CONFIG)
find_dependency(nlohmann_json CONFIG)
find_dependency(CLI11 CONFIG)
find_dependency(Boost)
if(SIM_WITH_MPI)
    find_dependency(MPI COMPONENTS CXX)
    find_dependency(Boost COMPONENTS mpi serialization)
endif()
find_dependency(Eigen3 CONFIG)
find_dependency(HDF5 COMPONENTS C HL)

# yaml-cpp 0.7 offers `yaml-cpp`, later versions the name with a namespace.
if(NOT TARGET yaml-cpp::yaml-cpp)
    add_library(yaml-cpp::yaml-cpp INTERFACE IMPORTED)
    target_link_libraries(yaml-cpp::yaml-cpp INTERFACE yaml-cpp)
endif()

# A target for a library that consists of headers and has no CMake package.
function(tandem_header_library name header)
    string(MAKE_C_IDENTIFIER "TANDEM_${name}_INCLUDE_DIR" variable)
    find_path(${variable} "${header}" REQUIRED)
    if(NOT TARGET ${name}::${name})
        add_library(${name}::${name} INTERFACE IMPORTED)
        target_include_directories(${name}::${name} SYSTEM INTERFACE "${${variable}}")
    endif()
endfunction()
tandem_header_library(Random123 Random123/philox.h)
tandem_header_library(xxhash xxhash.h)
