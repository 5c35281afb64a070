// S/MIME profiles: what NSS keeps in its database of the owner of a certificate, for an address:
// which algorithms a mail program has announced, and when.
#ifndef SIGNET_NSS_SMIME_PROFILE_H_
#define SIGNET_NSS_SMIME_PROFILE_H_

#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace signet::nss {

// One of them. Value type.
struct SMimeProfile {
  // As NSS reads addresses in certificates: in lower case.
  std::string address;
  // SMIMECapabilities (RFC 8551, 2.5.2), as they were announced.
  Bytes capabilities;
  // The content of a UTCTime, "261127150000Z"; empty: not known.
  std::string announced_at;
};

// FindSMimeProfiles gives those of an owner, by the subject in DER, from the profile's database.
// CERT_FindSMimeProfile does not serve: in older NSS (3.87 is one) it looks for the address without
// the NUL that CERT_SaveSMimeProfile writes behind it, and finds nothing; and for a certificate
// that NSS met before it was stored it looks into memory alone. Asks for no password. Thread-safe.
[[nodiscard]] std::vector<SMimeProfile> FindSMimeProfiles(ByteView subject);

// StoreSMimeProfile keeps one in the profile's database as CERT_SaveSMimeProfile writes it, instead
// of an earlier one of the same owner and address, which that function leaves as it is in silence
// where it did not find it. Asks for no password. Not thread-safe with other changes of the same
// database. Reasons: storing-failed, token-unavailable.
[[nodiscard]] Result<void> StoreSMimeProfile(ByteView subject, const SMimeProfile& profile);

}  // namespace signet::nss

#endif  // SIGNET_NSS_SMIME_PROFILE_H_
