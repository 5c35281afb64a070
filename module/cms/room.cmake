# CompressedData needs zlib, which every GTK program, and so every Thunderbird, brings along.
find_package(ZLIB REQUIRED)
target_link_libraries(signet_cms PRIVATE ZLIB::ZLIB)
