# SPDX-License-Identifier: Apache-2.0
# What is installed: the program, the shipped scenarios and data, the Python readers, and a library
# that other projects find with find_package(tandem) and link as tandem::tandem. Also the package.
include(CMakePackageConfigHelpers)

set(config_dir "${CMAKE_INSTALL_LIBDIR}/cmake/tandem")
get_property(tandem_libraries GLOBAL PROPERTY TANDEM_LIBRARIES)

# The same libraries as they lie in the build, for the test of the guides.
export(TARGETS ${tandem_libraries} sim_options NAMESPACE tandem::
       FILE "${PROJECT_BINARY_DIR}/tandemTargets.cmake")

install(TARGETS tandem RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/scenarios" "${PROJECT_SOURCE_DIR}/analysis"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/tandem"
        PATTERN "__pycache__" EXCLUDE
        PATTERN "node_modules" EXCLUDE)
# Of npm's packages what the report pages carry, with its licences, where ./dev web has fetched them.
install(DIRECTORY "${PROJECT_SOURCE_DIR}/analysis/node_modules"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/tandem/analysis" OPTIONAL
        FILES_MATCHING
        PATTERN "vega*.min.js"
        PATTERN "LICEN?E*"
        PATTERN "license*"
        PATTERN "playwright-core" EXCLUDE)
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" "${PROJECT_SOURCE_DIR}/NOTICE"
        DESTINATION "${CMAKE_INSTALL_DOCDIR}")

install(TARGETS ${tandem_libraries} EXPORT tandemTargets
        ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT development
        LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/sim" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/tandem"
        COMPONENT development FILES_MATCHING PATTERN "*.hpp")
install(EXPORT tandemTargets NAMESPACE tandem:: DESTINATION "${config_dir}" COMPONENT development)
configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/tandemConfig.cmake.in"
                              "${PROJECT_BINARY_DIR}/tandemConfig.cmake"
                              INSTALL_DESTINATION "${config_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/tandemConfigVersion.cmake"
                                 COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/tandemConfig.cmake"
              "${PROJECT_BINARY_DIR}/tandemConfigVersion.cmake"
              "${PROJECT_SOURCE_DIR}/cmake/CollectPlugins.cmake"
              "${PROJECT_SOURCE_DIR}/cmake/GroupSources.cmake"
              "${PROJECT_SOURCE_DIR}/cmake/WriteComments.cmake"
              "${PROJECT_SOURCE_DIR}/cmake/Dependencies.cmake"
        DESTINATION "${config_dir}" COMPONENT development)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "Tandem developers")
set(CPACK_PACKAGE_CONTACT "Tandem developers <tandem@localhost>")
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_SOURCE_DIR}/build/package")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "python3-h5py, python3-xarray, python3-h5netcdf, python3-matplotlib")
include(CPack)
