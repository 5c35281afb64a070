# Everything Signet is built on; ARCHITECTURE.md says why each is here.
find_package(PkgConfig REQUIRED)
pkg_check_modules(NSS REQUIRED IMPORTED_TARGET nss)
pkg_check_modules(NSPR REQUIRED IMPORTED_TARGET nspr)
pkg_check_modules(LIBXML REQUIRED IMPORTED_TARGET libxml-2.0)
find_package(nlohmann_json REQUIRED)
find_package(Threads REQUIRED)

# GMime is linked statically, so that the add-on needs no package that Thunderbird does not bring.
pkg_check_modules(GLIB REQUIRED IMPORTED_TARGET glib-2.0 gobject-2.0 gio-2.0)
pkg_check_modules(GMIME REQUIRED gmime-3.0)
