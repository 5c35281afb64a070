/**
 * Reasons: why a verdict is what it is. One catalogue for the whole product: each code has a
 * sentence and a remedy in locales/<language>/reasons.ftl (message `reason-<code>`, attribute
 * `remedy`) and a test that provokes it. Codes are stable: they are appended, never renamed.
 */
enum ReasonCode {
  // What a signature can be.
  "valid",
  "not-signed",
  "partly-signed",
  "altered",
  "signature-mismatch",
  "signer-certificate-missing",
  "no-signer",
  "content-not-available",
  "embedded-content",
  "signed-attributes-missing",
  "signed-attribute-invalid",
  "signed-attributes-as-content",
  "signing-certificate-mismatch",
  "algorithm-protection-mismatch",
  "date-mismatch",

  // Whose certificate it is.
  "address-mismatch",
  "no-address-in-certificate",
  "no-from-address",
  "several-from-addresses",
  "display-name-misleads",

  // What is wrong with a certificate or its path.
  "certificate-expired",
  "certificate-not-yet-valid",
  "certificate-revoked",
  "certificate-distrusted",
  "certificate-malformed",
  "issuer-unknown",
  "issuer-not-trusted",
  "self-signed",
  "issuer-not-authority",
  "path-too-long",
  "name-not-permitted",
  "name-constraint-unsupported",
  "critical-extension-unknown",
  "policy-not-satisfied",
  "certificate-signature-invalid",
  "not-for-email",
  "not-for-signing",
  "not-for-encryption",
  "path-budget-exhausted",

  // Algorithms.
  "weak-digest",
  "weak-key",
  "weak-cipher",
  "algorithm-refused",
  "algorithm-unsupported",
  "key-invalid",

  // The message and its parts.
  "malformed",
  "limit-exceeded",
  "content-type-unsupported",

  // Encryption.
  "no-matching-key",
  "private-key-missing",
  "decryption-failed",
  "encrypted-in-part",
  "not-encrypted",

  // Around it.
  "password-needed",
  "password-wrong",
  "cancelled",
  "token-unavailable",
  "file-unreadable",
  "profile-unusable",
  "invalid-request",
  "internal",
  "version-mismatch",
  "out-of-memory",

  // What is known, or not, of a certificate having been revoked.
  "revocation-unknown",
  "revocation-answer-invalid",
  "revocation-answer-unauthorized",
  "revocation-answer-mismatched",
  "revocation-answer-outdated",
  "revocation-answer-from-future",
  "revocation-answer-replayed",
  "revocation-answer-unsupported",
  "revocation-responder-failed",

  // Which certificate is used, and for whom.
  "certificate-for-other-address",
  "certificate-without-address",
  "newer-certificate-preferred",
  "recipient-certificate-missing",
  "own-certificate-missing",
  "certificate-expires-soon",

  // Certificates and keys that come and go.
  "certificate-already-there",
  "file-damaged",
  "file-algorithm-unsupported",
  "file-without-certificates",
  "file-not-authenticated",
  "key-not-storable",
  "key-not-extractable",
  "storing-failed",

  // The command line's files.
  "file-unwritable",

  // More of revocation.
  "revocation-not-checked",

  // What became of fetching a certificate or an answer about revocation.
  "fetch-no-answer",
  "fetch-too-slow",
  "fetch-cut-short",
  "fetch-too-large",
  "fetch-refused",
  "fetch-redirected-too-often",
  "fetch-address-refused",
  "fetch-not-secure",
  "fetch-answer-not-expected",
  "fetch-answer-damaged",

  // Protecting a message.
  "signing-failed",
  "encryption-failed",
  "signing-key-unsupported",
  "recipient-key-unsupported",
  "no-recipients",

  // What was chosen to protect a message, and why.
  "cipher-announced",
  "cipher-not-announced",
  "cipher-by-policy",
  "method-announced",
  "method-usual",
  "method-of-key",
  "method-by-policy",

  // A signature that says nothing of the content.
  "signed-outside-encryption",

  // Between showing how a message will be protected and sending it.
  "protection-changed",
  "hidden-recipients",

  // While something is being fetched.
  "revocation-being-checked",
  "issuer-being-fetched",
  "responder-unusable",

  // Signed while the certificate was valid, which it is not any more; and what the time rests on.
  "expired-since-claimed",
  "expired-since-seen",
  "expired-since-stamped",

  // More of encryption.
  "encryption-not-authenticated",
  "password-cancelled",
  "protected-header-differs",

  // What is wrong with a certificate of one's own: the remedy is one's own, too.
  "own-certificate-expired",
  "own-certificate-revoked",
  "own-not-for-email",
  "own-not-for-signing",
  "own-not-for-encryption",
  "own-key-weak",

  // Getting a certificate of one's own.
  "key-not-made",
  "address-not-usable",

  // Asking a directory for certificates; what goes wrong with the connection is fetch-…
  "directory-nothing-found",
  "directory-login-needed",
  "directory-login-refused",

  // A time-stamp beside a signature that nothing can rest on, and the certificate of its authority.
  "time-stamp-malformed",
  "time-stamp-mismatched",
  "time-stamp-invalid",
  "time-stamp-method-refused",
  "time-stamp-not-trusted",
  "time-stamp-expired",
  "time-stamp-from-future",
  "not-for-time-stamping",

  // Recipients for whom nothing can be encrypted.
  "recipient-newsgroup",
  "recipient-without-address"
};

/** How much a reason weighs: an "error" makes a verdict bad, a "warning" goes with a good one. */
enum Severity {
  "information",
  "warning",
  "error"
};

/**
 * One reason, ready for Fluent: the message is `reason-<code>`, `texts` and `dates` are its
 * variables (dates in milliseconds since 1970-01-01T00:00:00Z).
 */
dictionary Reason {
  required ReasonCode code;
  required Severity severity;
  record<DOMString, USVString> texts = {};
  record<DOMString, double> dates = {};
  /** Where it happened: "part 1.2", "signer 1", "byte 301"; absent if it is the whole. */
  USVString? where = null;
  /** SHA-256 fingerprint, lower-case hexadecimal, of the certificate it speaks of, if it does. */
  DOMString? certificate = null;
  /** For a bug report, not for parsing and not shown by default. */
  USVString? diagnostic = null;
};
