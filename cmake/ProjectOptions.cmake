# SPDX-License-Identifier: Apache-2.0
# sim_options: what every target of this project is compiled with. Not exported: a model elsewhere
# chooses its own warnings. What results depend on (no contraction) is exported with sim_core.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

add_library(sim_options INTERFACE)
target_compile_features(sim_options INTERFACE cxx_std_20)
target_include_directories(sim_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(
    sim_options
    INTERFACE -Wall
              -Wextra
              -Wpedantic
              -Wshadow
              -Wconversion
              -Wsign-conversion
              -Wold-style-cast
              -Wnon-virtual-dtor
              -Woverloaded-virtual
              -Wcast-align
              -Wmissing-declarations
              $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wlogical-op>
              # GCC 12 sees uninitialised short strings in initialiser lists (bug 105562).
              $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-maybe-uninitialized>
              $<$<BOOL:${SIM_WERROR}>:-Werror>
              $<$<BOOL:${SIM_NATIVE}>:-march=native>
              # Fused multiply-add would give other bits on other processors.
              -ffp-contract=off)
