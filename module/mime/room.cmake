# GMime is linked from its static archive, its symbols hidden, and of it only the object files with
# charsets, encoded words and dates (mime/gmime_text.h): what it would need beyond them (GPGME,
# libidn2, GIO) is not on a machine that has only Thunderbird. GLib is, through GTK.
find_library(SIGNET_GMIME_ARCHIVE NAMES libgmime-3.0.a PATHS ${GMIME_LIBRARY_DIRS} REQUIRED)
# Imported, so that the linker always meets GLib after the archive that needs it.
add_library(signet_gmime STATIC IMPORTED)
set_target_properties(signet_gmime PROPERTIES
  IMPORTED_LOCATION "${SIGNET_GMIME_ARCHIVE}"
  INTERFACE_LINK_LIBRARIES PkgConfig::GLIB)
target_include_directories(signet_mime SYSTEM PRIVATE ${GMIME_INCLUDE_DIRS})
target_link_libraries(signet_mime
  PRIVATE signet_gmime PkgConfig::GLIB PkgConfig::LIBXML
  INTERFACE "-Wl,--exclude-libs,libgmime-3.0.a")
