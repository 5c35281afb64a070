# Language level, warnings, hardening and sanitizers for every target of the project.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(SIGNET_CCACHE ccache)
if(SIGNET_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${SIGNET_CCACHE}")
endif()

add_library(signet_compiler INTERFACE)
target_compile_options(signet_compiler INTERFACE
  -Wall -Wextra -Wpedantic -Werror
  -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wcast-align -Wformat=2 -Wimplicit-fallthrough -Wnull-dereference
  -fstack-protector-strong)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports these falsely inside libstdc++'s own std::expected, std::variant and std::vector
  # when it inlines them (GCC bugs 105562, 105329, 107852); clang and the sanitizers watch instead.
  target_compile_options(signet_compiler INTERFACE
    -Wduplicated-cond -Wlogical-op
    -Wno-maybe-uninitialized -Wno-null-dereference -Wno-restrict -Wno-stringop-overflow
    -Wno-array-bounds)
else()
  # clang reports libstdc++'s own std::stable_sort for using what C++17 deprecated.
  target_compile_options(signet_compiler INTERFACE -Wno-deprecated-declarations)
endif()

if(NOT SIGNET_DEBUGGER)
  # Describing every template of the standard library costs a third of the compiler's time.
  add_compile_options(-g1)
endif()
if(SIGNET_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
else()
  add_compile_options($<$<CONFIG:RelWithDebInfo>:-U_FORTIFY_SOURCE> $<$<CONFIG:RelWithDebInfo>:-D_FORTIFY_SOURCE=2>)
  add_link_options(-Wl,-z,relro,-z,now)
endif()
if(SIGNET_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(SIGNET_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()
