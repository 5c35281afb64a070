// What an organisation demands of algorithms, from the contract's words into those of smime.
#ifndef SIGNET_PANEL_ALGORITHM_DEMANDS_H_
#define SIGNET_PANEL_ALGORITHM_DEMANDS_H_

#include "idl/compose_security.h"
#include "smime/algorithm_choice.h"

namespace signet::panel {

// PolicyOf is pure. What is "automatic" is left to the choice by what is known of the recipients.
[[nodiscard]] smime::AlgorithmPolicy PolicyOf(const idl::AlgorithmDemands& demands);

}  // namespace signet::panel

#endif  // SIGNET_PANEL_ALGORITHM_DEMANDS_H_
