// Limits: what Signet accepts from outside, each by name. Exceeding one is the reason
// `limit-exceeded` with the limit's name, never a crash, a hang or a silent cut.
//
// The numbers are far above anything seen in real mail and far below what would hurt a machine.
#ifndef SIGNET_BASE_LIMITS_H_
#define SIGNET_BASE_LIMITS_H_

#include <cstddef>
#include <cstdint>

namespace signet::limits {

// Nesting of constructed BER values that a decoder follows.
inline constexpr std::size_t kAsn1Depth = 64;
// Octets of one primitive or collected BER value outside of message content (a certificate, a set
// of attributes): certificates and CRLs carried in messages are the largest.
inline constexpr std::size_t kAsn1ValueOctets = std::size_t{16} << 20U;
// Octets of all that a CMS object carries beside its content.
inline constexpr std::size_t kCmsOverheadOctets = std::size_t{64} << 20U;
// Certificates, CRLs, signers, recipients, attributes and digest algorithms in one CMS object.
inline constexpr std::size_t kCmsCertificates = 1000;
inline constexpr std::size_t kCmsRevocationLists = 100;
inline constexpr std::size_t kCmsSigners = 100;
inline constexpr std::size_t kCmsRecipients = 20000;
inline constexpr std::size_t kCmsAttributes = 200;
inline constexpr std::size_t kCmsDigestAlgorithms = 32;
// Octets of content that are kept for signatures which need it in memory (Ed25519 and ML-DSA
// without signed attributes) or whose digest was not announced.
inline constexpr std::size_t kCmsKeptContentOctets = std::size_t{4} << 20U;
// Octets of one algorithm identifier of a recipient. A label of RSA-OAEP is the only long part.
inline constexpr std::size_t kCmsAlgorithmOctets = 1024;
// Private-key operations that one encrypted object may cost.
inline constexpr std::size_t kCmsKeyAttempts = 16;
// Time-stamps beside one signature that are verified; octets of one, extensions in it, seconds that
// it may be inexact by, and signature checks that its authority's path may cost.
inline constexpr std::size_t kTimeStamps = 4;
inline constexpr std::size_t kTimeStampOctets = std::size_t{1} << 20U;
inline constexpr std::size_t kTimeStampExtensions = 50;
inline constexpr std::uint64_t kTimeStampAccuracySeconds = 86400;
inline constexpr std::size_t kTimeStampSignatureChecks = 25;
// CMS layers inside each other.
inline constexpr std::size_t kCmsLayers = 8;
// Content of an opaque layer that is kept in memory to look inside of it; and of one that is S/MIME
// again and has to be.
inline constexpr std::size_t kLayerKeptOctets = std::size_t{16} << 20U;
inline constexpr std::size_t kNestedLayerOctets = std::size_t{512} << 20U;
// Octets that a compressed layer may expand to. (Its ratio needs no limit: zlib's is 1032 at most.)
inline constexpr std::uint64_t kDecompressedOctets = std::uint64_t{1} << 30U;
// Octets of an authenticated-encrypted content, which must be held until its tag is checked.
inline constexpr std::uint64_t kAuthenticatedOctets = std::uint64_t{2} << 30U;
// A MIME message: nesting of parts, number of parts, octets of one header block, of one parameter.
inline constexpr std::size_t kMimeDepth = 50;
inline constexpr std::size_t kMimeParts = 10000;
inline constexpr std::size_t kMimeHeaderOctets = std::size_t{1} << 20U;
inline constexpr std::size_t kMimeHeaderFields = 10000;
// Parameters of one Content-Type or Content-Disposition.
inline constexpr std::size_t kMimeParameters = 200;
// Addresses in one header field.
inline constexpr std::size_t kMimeMailboxes = 10000;
// An HTML body that is inspected, and the references that are listed from it.
inline constexpr std::size_t kHtmlOctets = std::size_t{64} << 20U;
inline constexpr std::size_t kHtmlReferences = 100000;
// RSA moduli, in bits. Above the largest, NSS itself refuses or is slow enough to be an attack.
// Between the least and the strong ones a key is weak: accepted only where somebody asked for it.
inline constexpr std::size_t kRsaBitsLeast = 1024;
inline constexpr std::size_t kRsaBitsStrong = 2048;
inline constexpr std::size_t kRsaBitsMost = 16384;
// RSA public exponents (FIPS 186-5, A.1.1 allows no larger ones) and DSA numbers, in bits.
inline constexpr std::size_t kRsaExponentBitsMost = 256;
inline constexpr std::size_t kDsaBitsMost = 3072;
// Certificates that one call imports of a file, before somebody can be told how far it is.
inline constexpr std::size_t kCertificatesImportedAtOnce = 200;
// Octets of one distinguished name.
inline constexpr std::size_t kNameOctets = std::size_t{64} << 10U;
// Octets of one certificate, and names or extensions in it.
inline constexpr std::size_t kCertificateOctets = std::size_t{1} << 20U;
inline constexpr std::size_t kCertificateExtensions = 200;
// Path building: certificates in a path, signature checks and steps for one question.
inline constexpr std::size_t kPathLength = 20;
inline constexpr std::size_t kPathSignatureChecks = 200;
inline constexpr std::size_t kPathSteps = 20000;
// Ways that are reported for one question, issuers that one source may offer for one certificate.
inline constexpr std::size_t kPathsReported = 32;
inline constexpr std::size_t kIssuersOffered = 1000;
// Comparisons of names with name constraints in one path.
inline constexpr std::size_t kNameConstraintChecks = 250000;
// Revocation: octets of a CRL and of an OCSP response, statements in a response and certificates
// beside them, CRLs that are tried for one certificate.
inline constexpr std::size_t kCrlOctets = std::size_t{512} << 20U;
inline constexpr std::size_t kOcspOctets = std::size_t{1} << 20U;
inline constexpr std::size_t kOcspStatements = 1000;
inline constexpr std::size_t kOcspCertificates = 20;
inline constexpr std::size_t kCrlsTried = 100;
// Octets of an issuer's certificate, or a bundle of them, that is fetched.
inline constexpr std::size_t kIssuerOctets = std::size_t{256} << 10U;
// Fetches that are proposed for one question.
inline constexpr std::size_t kFetches = 30;
// Fetches that are proposed for one message that is written.
inline constexpr std::size_t kComposeFetches = 100;
// Certificates for one address that are judged.
inline constexpr std::size_t kAddressCandidates = 200;
// Directories: addresses that share a search; entries, values and octets of the answers to one,
// octets of one value; certificates and addresses that are remembered.
inline constexpr std::size_t kDirectoryAddresses = 20;
inline constexpr std::size_t kDirectoryEntries = 200;
inline constexpr std::size_t kDirectoryValues = 500;
inline constexpr std::size_t kDirectoryOctets = std::size_t{4} << 20U;
inline constexpr std::size_t kDirectoryValueOctets = std::size_t{1} << 20U;
inline constexpr std::size_t kDirectoryKept = 2000;
// Octets of a CRL that is fetched: a million entries are some forty million octets.
inline constexpr std::size_t kFetchedCrlOctets = std::size_t{128} << 20U;
// Rounds of fetching for one question: each may make further ones possible.
inline constexpr std::size_t kFetchRounds = 12;
// Certificates in one fetched bundle.
inline constexpr std::size_t kFetchedCertificates = 50;
// What is kept on disk of fetched answers: octets of all together, and how many.
inline constexpr std::size_t kCacheOctets = std::size_t{256} << 20U;
inline constexpr std::size_t kCacheEntries = 20000;
// Messages whose judgement waits for answers from the network.
inline constexpr std::size_t kOpenQuestions = 32;
// Remembered signature checks.
inline constexpr std::size_t kSignatureCacheEntries = 10000;

// One call from script (module/host): octets of its JSON, nesting of arrays and objects in it, byte
// buffers beside it, and objects open at the same time.
inline constexpr std::size_t kCallJsonOctets = std::size_t{64} << 20U;
inline constexpr std::size_t kCallDepth = 32;
inline constexpr std::size_t kCallBuffers = 1024;
inline constexpr std::size_t kCallHandles = 4096;

// A PKCS #12 file: its size, its bags, the iterations of its key derivations (seconds of work).
inline constexpr std::size_t kPkcs12Octets = std::size_t{16} << 20U;
inline constexpr std::size_t kPkcs12Bags = 1000;
inline constexpr std::uint64_t kPkcs12Iterations = 10'000'000;

}  // namespace signet::limits

#endif  // SIGNET_BASE_LIMITS_H_
