// Which reason is the most useful one, and which of several failed paths says most.
#ifndef SIGNET_PKIX_RANKING_H_
#define SIGNET_PKIX_RANKING_H_

#include <vector>

#include "pkix/path.h"

namespace signet::pkix {

// SortReasons puts the most useful first and drops repetitions. What nothing can mend comes before
// what time or a setting can: a bad signature before expired before an unknown issuer.
void SortReasons(std::vector<Reason>& reasons);

// SortPaths puts the path first that comes nearest to a good one: valid, then trusted ones before
// those that end nowhere, then those whose signatures are right, then by number and weight of
// reasons, then the shorter one.
void SortPaths(std::vector<Path>& paths);

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_RANKING_H_
