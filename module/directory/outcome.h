// Outcomes: what became of a search, in the same words whoever made the connection.
#ifndef SIGNET_DIRECTORY_OUTCOME_H_
#define SIGNET_DIRECTORY_OUTCOME_H_

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "directory/answer.h"
#include "directory/finds.h"
#include "directory/search.h"

namespace signet::directory {

// Outcome of one search.
struct Outcome {
  // What came, even if the search did not end well.
  std::vector<Value> values = {};
  // What went wrong with the connection: fetch-no-answer, fetch-too-slow, fetch-too-large,
  // fetch-not-secure, fetch-cut-short; directory-login-needed, where a login is wanted whose
  // password is not known. Nothing: the server has answered.
  std::optional<ReasonCode> problem = std::nullopt;
  // resultCode of the bind if that failed, otherwise of the search (RFC 4511, 4.1.9); 0: success.
  int result_code = 0;
  // The search was made by somebody who had logged in.
  bool logged_in = false;
};

// ProblemOf says why a search did not do what it should; nothing: it did, or brought as much as
// the server gives (its limits on size or time).
[[nodiscard]] std::optional<ReasonCode> ProblemOf(const Outcome& outcome);

// Take puts what a search brought among the finds, and notes for each address that has nothing, or
// whose search failed, why: the codes of ProblemOf, directory-nothing-found; texts `host`,
// `address`, `subject` (the address), `status`.
//
// Gives the addresses that are to be asked for again, one by one, because what was found for all of
// them together was too much: nobody's many certificates keep others from theirs.
[[nodiscard]] std::vector<std::string> Take(const std::string& host, const Search& search,
                                            const Outcome& outcome, Finds& finds);

}  // namespace signet::directory

#endif  // SIGNET_DIRECTORY_OUTCOME_H_
