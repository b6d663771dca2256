# Run when a wheel is made: puts the libraries that the module needs into lab_engine.libs beside it,
# each as the file that the loader asks for.
file(GLOB module ${CMAKE_INSTALL_PREFIX}/lab_engine.*.so)
file(GET_RUNTIME_DEPENDENCIES MODULES ${module}
  RESOLVED_DEPENDENCIES_VAR libraries
  POST_EXCLUDE_REGEXES "/(ld-linux|libc|libm|libdl|librt|libpthread|libgcc_s|libstdc\\+\\+)[-.]")
foreach(library ${libraries})
  cmake_path(GET library FILENAME name)
  file(REAL_PATH ${library} real)
  file(MAKE_DIRECTORY ${CMAKE_INSTALL_PREFIX}/lab_engine.libs)
  file(COPY_FILE ${real} ${CMAKE_INSTALL_PREFIX}/lab_engine.libs/${name})
endforeach()
