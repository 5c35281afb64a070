# Other people's test suites. Each program is tests/conformance/<name>_test.cc.

# signet_conformance_test(name room): against a room, with both NSS versions.
function(signet_conformance_test name room)
  add_executable(conformance_${name}
    "${PROJECT_SOURCE_DIR}/tests/conformance/${name}_test.cc"
    "${PROJECT_SOURCE_DIR}/tests/conformance/pem.cc")
  target_link_libraries(conformance_${name} PRIVATE signet_${room} signet_test_support GTest::gmock
    GTest::gtest GTest::gtest_main nlohmann_json::nlohmann_json signet_compiler)
  target_include_directories(conformance_${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  signet_add_test(conformance.${name} COMMAND conformance_${name} LABELS conformance)
endfunction()

signet_conformance_test(pkits pkix)
signet_conformance_test(limbo pkix)
signet_conformance_test(boringssl_revocation pkix)
signet_conformance_test(rfc9216 pkix)
signet_conformance_test(mail smime)
