# What NSS itself needs, to hold the programs against (tests/bench/cms.mjs). Built on demand only, and
# never under the sanitizers, which would measure themselves.
if(NOT SIGNET_SANITIZE AND NOT SIGNET_FUZZ AND NOT SIGNET_COVERAGE)
  find_package(benchmark QUIET)
  if(benchmark_FOUND)
    add_executable(bench_primitives EXCLUDE_FROM_ALL
      "${CMAKE_CURRENT_SOURCE_DIR}/bench/primitives_bench.cc")
    target_link_libraries(bench_primitives PRIVATE signet_mime signet_nss signet_compiler
      benchmark::benchmark)
    set_target_properties(bench_primitives PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
  endif()
  # Certificates (tests/bench/path_bench.cc) need the builders of the C++ tests.
  if(TARGET signet_test_support)
    add_executable(bench_path EXCLUDE_FROM_ALL "${CMAKE_CURRENT_SOURCE_DIR}/bench/path_bench.cc")
    target_link_libraries(bench_path PRIVATE signet_pkix signet_test_support OpenSSL::Crypto
      signet_compiler)
    set_target_properties(bench_path PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
  endif()
endif()
