# GMime is linked from its static archive, its symbols hidden, and of it only the object files with
# charsets, encoded words and dates (mime/gmime_text.h): what it would need beyond them (GPGME,
# libidn2, GIO) is not on a machine that has only Thunderbird. GLib is, through GTK.
find_library(SIGNET_GMIME_ARCHIVE NAMES libgmime-3.0.a PATHS ${GMIME_LIBRARY_DIRS} REQUIRED)
target_include_directories(signet_mime SYSTEM PRIVATE ${GMIME_INCLUDE_DIRS})
target_link_libraries(signet_mime
  PRIVATE "${SIGNET_GMIME_ARCHIVE}" PkgConfig::GLIB PkgConfig::LIBXML
  INTERFACE "-Wl,--exclude-libs,libgmime-3.0.a")
