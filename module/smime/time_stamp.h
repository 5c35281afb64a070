// JudgeTimeStamps: the time-stamps beside a signature (RFC 3161, appendix A: the unsigned attribute
// id-aa-signatureTimeStampToken): are they about this signature, and who says so?
//
// A time-stamp shows that the signature existed at a time, so one that lies within the validity of
// a certificate that has expired since is what a signature can rest on (smime/signer.h). It proves
// nothing else: one that does not hold is named and makes nothing worse, since whoever passes a
// message on can put it there.
//
// Whom to believe: the authority for time-stamping must lead to an authority that vouches for
// e-mail here (the same TrustSource as for signers). That is what the person has said about whose
// word counts in mail; neither NSS nor Thunderbird has a trust of its own for time-stamping, and
// trust in an authority for web sites says nothing of clocks. Its path must be good at the time of
// the stamp, and none of it may have expired by now: nobody watches expired keys, and with one any
// time can be stamped (RFC 3161, section 4, item 3: such a stamp has to be stamped again). Revoked
// since is another thing: what an authority stamped before it retired still holds.
#ifndef SIGNET_SMIME_TIME_STAMP_H_
#define SIGNET_SMIME_TIME_STAMP_H_

#include <cstddef>
#include <vector>

#include "cms/signed_data.h"
#include "pkix/path.h"
#include "smime/findings.h"
#include "smime/signer.h"

namespace signet::smime {

// JudgeTimeStamps judges those of signer `index`, in their order, limits::kTimeStamps of them.
// `request` says how a path is looked for (sources, trust, revocation with its data); its target,
// purpose, time and budget are not looked at. NSS must run; thread-safe.
[[nodiscard]] std::vector<TimeStampFindings> JudgeTimeStamps(const cms::SignedData& data,
                                                             std::size_t index,
                                                             const pkix::PathRequest& request,
                                                             const SignerContext& context);

}  // namespace signet::smime

#endif  // SIGNET_SMIME_TIME_STAMP_H_
