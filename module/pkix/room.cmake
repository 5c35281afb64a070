# GLib's Unicode tables (normalisation, case), for the comparison of names and addresses.
target_link_libraries(signet_pkix PRIVATE PkgConfig::GLIB)
