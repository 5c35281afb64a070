// PEM as test suites store certificates.
#ifndef SIGNET_TESTS_CONFORMANCE_PEM_H_
#define SIGNET_TESTS_CONFORMANCE_PEM_H_

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "pkix/certificate.h"

namespace signet::testing {

// The octets of the first block with this label; empty if there is none. No label: of any first
// block.
[[nodiscard]] Bytes DecodePem(std::string_view text, std::string_view label = {});

// The certificates of an array of PEM texts, those that can be read.
[[nodiscard]] std::vector<pkix::CertificatePtr> ReadPem(const nlohmann::json& array);

}  // namespace signet::testing

#endif  // SIGNET_TESTS_CONFORMANCE_PEM_H_
