#include "directory/outcome.h"

namespace signet::directory {
namespace {

// RFC 4511, appendix A.
enum ResultCode : int {
  kSuccess = 0,
  kOperationsError = 1,
  kTimeLimitExceeded = 3,
  kSizeLimitExceeded = 4,
  kStrongerAuthRequired = 8,
  kReferral = 10,
  kAdminLimitExceeded = 11,
  kConfidentialityRequired = 13,
  kInappropriateAuthentication = 48,
  kInvalidCredentials = 49,
  kInsufficientAccessRights = 50,
  kUnwillingToPerform = 53,
};

bool IsServersLimit(int result_code) {
  return result_code == kTimeLimitExceeded || result_code == kSizeLimitExceeded ||
         result_code == kAdminLimitExceeded;
}

}  // namespace

std::optional<ReasonCode> ProblemOf(const Outcome& outcome) {
  if (outcome.problem || outcome.result_code == kSuccess || IsServersLimit(outcome.result_code)) {
    return outcome.problem;
  }
  switch (outcome.result_code) {
    // What servers say to those who are not logged in; the first is Active Directory's, the last
    // OpenLDAP's.
    case kOperationsError:
    case kStrongerAuthRequired:
    case kInsufficientAccessRights:
    case kUnwillingToPerform:
      return outcome.logged_in ? ReasonCode::kFetchRefused : ReasonCode::kDirectoryLoginNeeded;
    case kInappropriateAuthentication:
    case kInvalidCredentials:
      return ReasonCode::kDirectoryLoginRefused;
    case kReferral:  // referrals are not followed: they lead where nobody has chosen to ask
      return ReasonCode::kFetchRedirectedTooOften;
    case kConfidentialityRequired:
      return ReasonCode::kFetchNotSecure;
    default:
      return ReasonCode::kFetchRefused;
  }
}

std::vector<std::string> Take(const std::string& host, const Search& search, const Outcome& outcome,
                              Finds& finds) {
  const Answer answer = ReadAnswer(outcome.values);
  finds.Add(answer);
  const std::optional<ReasonCode> problem = ProblemOf(outcome);
  const bool too_much = answer.cut || problem == ReasonCode::kFetchTooLarge ||
                        (!problem && IsServersLimit(outcome.result_code));
  if (too_much && search.addresses.size() > 1) {
    return search.addresses;
  }
  for (const std::string& address : search.addresses) {
    if (problem || finds.FindByAddress(address).empty()) {
      finds.Explain(address, MakeReason(problem.value_or(ReasonCode::kDirectoryNothingFound))
                                 .With("host", host)
                                 .With("address", address)
                                 .With("subject", address)
                                 .With("status", std::to_string(outcome.result_code)));
    } else {
      finds.Clear(address);
    }
  }
  return {};
}

}  // namespace signet::directory
