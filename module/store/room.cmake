# SQLite is linked from its static archive with hidden symbols: Thunderbird's process has a copy of its
# own (libmozsqlite3) with the same names, configured with the host's allocator and rules for files,
# and a library that asked for them dynamically would get that one.
find_library(SIGNET_SQLITE_ARCHIVE NAMES libsqlite3.a REQUIRED)
add_library(signet_sqlite STATIC IMPORTED)
set_target_properties(signet_sqlite PROPERTIES
  IMPORTED_LOCATION "${SIGNET_SQLITE_ARCHIVE}"
  INTERFACE_LINK_LIBRARIES "m;Threads::Threads;${CMAKE_DL_LIBS}")
target_link_libraries(signet_store
  PRIVATE signet_sqlite INTERFACE "-Wl,--exclude-libs,libsqlite3.a")
