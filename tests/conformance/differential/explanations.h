// Why Signet and a witness do not say the same of a chain: every disagreement has its explanation.
#ifndef SIGNET_TESTS_CONFORMANCE_DIFFERENTIAL_EXPLANATIONS_H_
#define SIGNET_TESTS_CONFORMANCE_DIFFERENTIAL_EXPLANATIONS_H_

#include <string_view>

namespace signet::differential {

// Explanation gives the reason why a witness ("OpenSSL", "NSS") says otherwise than Signet, which
// finds the chain valid or not; empty: none is known, which is a failure of the test.
[[nodiscard]] std::string_view Explanation(std::string_view rule, std::string_view witness,
                                           bool signet_valid);

}  // namespace signet::differential

#endif  // SIGNET_TESTS_CONFORMANCE_DIFFERENTIAL_EXPLANATIONS_H_
