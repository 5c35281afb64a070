/** The Message Security window and the header icons of received mail. */

/**
 * "expired-since": all was good when it was signed, and the certificate has expired since. It is no "valid": the reason
 * says what the time of signing rests on.
 */
enum SignatureVerdict { "none", "valid", "invalid", "unknown", "expired-since" };
enum EncryptionVerdict { "none", "decrypted", "failed" };
/**
 * Of "expired-since": "clock-pen" if this machine saw the signature while the certificate was valid, or a time-stamp
 * shows that it existed then; "question-pen" if the sender alone says when it was signed.
 */
enum SignatureIcon { "none", "pen", "broken-pen", "question-pen", "clock-pen" };
enum EncryptionIcon { "none", "key", "broken-key" };
enum LayerKind { "signed", "encrypted", "authenticated-encrypted", "compressed" };

/** A certificate as the windows show it. */
dictionary CertificateSummary {
  /** SHA-256 fingerprint over the DER, lower-case hexadecimal: its name everywhere in Signet. */
  required DOMString sha256;
  required USVString subject;
  required USVString commonName;
  required sequence<USVString> addresses;
  required USVString issuer;
  /** Who issued it, in words for a person: the issuer's common name, or else its organisation. */
  required USVString issuerName;
  required DOMString serial;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  required double notBefore;
  required double notAfter;
  /** For example "RSA 2048 bits" or "ECDSA P-256". */
  required USVString publicKey;
};

/** What is known of a certificate having been revoked. */
enum RevocationState { "not-checked", "good", "revoked", "unknown" };
enum RevocationEvidence { "none", "crl", "ocsp" };

dictionary RevocationView {
  /** SHA-256 fingerprint of the certificate. */
  required DOMString certificate;
  /** "unknown": it was asked in vain. "not-checked": nobody asked; neither good nor bad. */
  required RevocationState state;
  required RevocationEvidence evidence;
  /** Milliseconds since 1970-01-01T00:00:00Z; of the answer that decided. */
  double? revokedAt = null;
  double? thisUpdate = null;
  double? nextUpdate = null;
  /** Why answers could not be had or used. */
  required sequence<Reason> problems;
};

/**
 * What is remembered on this machine of the sender's address and the signer's certificate; a remark, never a fault.
 * "first-time": no valid signature for this address was seen before. "changed": none with this certificate, and the
 * address had another one before. "known": others were seen.
 */
enum SignerHistoryState { "first-time", "changed", "known" };

dictionary SignerHistory {
  required SignerHistoryState state;
  required USVString address;
  /** When the first valid signature of the two was seen here; milliseconds since 1970-01-01T00:00:00Z. */
  required double since;
  /** SHA-256 fingerprint of the certificate that the address used before this one, where there was one. */
  DOMString? previous = null;
  /** When that one was met last, to the day. */
  double? previousUsed = null;
};

/** A time-stamp (RFC 3161) beside a signature. One that does not hold makes nothing worse. */
dictionary TimeStampView {
  /** It is about this signature, and its authority is trusted. */
  required boolean valid;
  /** What it says; milliseconds since 1970-01-01T00:00:00Z. Null where it cannot be read. */
  double? time = null;
  /** The authority's certificate, where it is known. */
  CertificateSummary? certificate = null;
  /** That certificate first, trust anchor last, as far as a path could be built. */
  sequence<CertificateSummary> chain = [];
  /** As in SignerView. */
  sequence<RevocationView> revocation = [];
  required USVString algorithm;
  /** Why it is not valid, most telling first. */
  required sequence<Reason> reasons;
};

dictionary SignerView {
  required boolean valid;
  /** Absent when the signer's certificate is not in the message and not known here. */
  CertificateSummary? certificate = null;
  /** Signer first, trust anchor last, as far as a path could be built. */
  sequence<CertificateSummary> chain = [];
  /** One for each certificate of the chain but the trust anchor; empty where revocation was not asked. */
  sequence<RevocationView> revocation = [];
  required USVString algorithm;
  /** The signer's own claim; milliseconds since 1970-01-01T00:00:00Z. */
  double? signingTime = null;
  /** Those beside a signature that holds, in the order of the message; not more than four are looked at. */
  sequence<TimeStampView> timeStamps = [];
  /** Only of a signer for the address in From whose signature is, or was, valid, and only where something is remembered. */
  SignerHistory? history = null;
  required sequence<Reason> reasons;
};

enum RecipientState { "opened", "not-ours", "not-tried", "failed", "unusable" };

/** One who can open an encrypted layer. */
dictionary RecipientView {
  /** Owner (where known), issuer and serial number of the certificate; "" for a recipient without one. */
  required USVString certificate;
  required USVString algorithm;
  required RecipientState state;
  /** Why it did not or cannot open the layer. */
  Reason? reason = null;
  /** The certificate, where it is known here. */
  CertificateSummary? known = null;
};

dictionary LayerView {
  required LayerKind kind;
  /** True when the layer covers the whole displayed message. */
  required boolean wholeMessage;
  /** MIME part number ("1" is the root). */
  required DOMString part;
  required USVString algorithm;
  /** Of an encrypted layer: the first hundred, in the order of the message, and how many there are. */
  sequence<RecipientView> recipients = [];
  unsigned long recipientCount = 0;
};

/** A certificate that was stored because its owner signed a message. */
dictionary CollectedCertificate {
  required CertificateSummary certificate;
  /** The sender's address, which it is for. */
  required USVString address;
};

/**
 * What a person can do about a reason with one button. "trust": trust the certificate named for e-mail, of an authority
 * to vouch for addresses, of a person for itself. "change-trust": it was marked as not trusted here. "import": the
 * certificate of an authority, from a file; "import-backup": a private key, from a file. "check-again": over the network.
 * "save": the sender's certificate, which is not stored. "enter-password": of the private key, which was not given.
 * "try-again": when the card or device is there. "download": what the mail program does not hold of the message.
 */
enum RemedyAction {
  "trust",
  "change-trust",
  "import",
  "import-backup",
  "check-again",
  "save",
  "enter-password",
  "try-again",
  "download"
};

dictionary RemedyOffer {
  required RemedyAction action;
  /** Of "trust", "change-trust" and "save": which one. */
  CertificateSummary? certificate = null;
  /** Of "trust" and "change-trust": it vouches for others. */
  boolean authority = false;
};

/** What is known of one received message. The icons and the window both show this. */
dictionary MessageSecurityView {
  required SignatureVerdict signature;
  required EncryptionVerdict encryption;
  required SignatureIcon signatureIcon;
  required EncryptionIcon encryptionIcon;
  /** The address that was compared, as displayed in From (Sender where there is no From). */
  USVString? address = null;
  /** The subject that the sender protected inside of the message (RFC 9788), where there is one. */
  USVString? protectedSubject = null;
  required sequence<SignerView> signers;
  required sequence<LayerView> layers;
  /** Most useful first; never empty. */
  required sequence<Reason> reasons;
  /** What can be done about them, each once, most useful first. */
  sequence<RemedyOffer> remedies = [];
  /** Not null: this is what is known from this machine alone, and refine() with these fetches says more. */
  PendingFetches? pending = null;
  /**
   * The sender's certificate, if it was stored because of this message or an earlier one and was not there
   * before; until the module is closed. (The judgement that stored it may have been cancelled.)
   */
  CollectedCertificate? collected = null;
};

dictionary JudgeOptions {
  /** The time to judge at: milliseconds since 1970-01-01T00:00:00Z. */
  required double time;
  /** False leaves the From address uncompared. */
  boolean checkAddress = true;
  /** True when the mail program does not hold the whole message: the verdict is "unknown". */
  boolean incomplete = false;
  /** The person's own addresses, to tell a lost key of theirs from a message that was never for them. */
  sequence<USVString> ownAddresses = [];
  /** False describes encrypted layers without opening them, whatever keys are there. */
  boolean decrypt = true;
  /** How certificates are checked over the network; null: not at all, and nothing stored is looked at. */
  ValidationSettings? validation = null;
  /**
   * Stores, where the verdict on the signature is "valid", the certificate that the sender wants to be
   * encrypted to, what the sender's mail program says that it can read, and the authorities in between;
   * trusts none of them.
   */
  boolean collect = false;
  /** SHA-256 fingerprints of certificates that are not to be stored (the person took them out again). */
  sequence<DOMString> neverCollect = [];
  /** Offers to store the certificate that `collect` would have stored, where it is not stored: the remedy "save". */
  boolean offerSaving = false;
};

/** A message that is to be shown, and what is known of it: both from one reading of its octets. */
dictionary OpenedMessage {
  required MessageSecurityView view;
  /**
   * The MIME part of the message in whose place `content` belongs: the outermost one that is encrypted
   * or holds its content inside of a signature; "" where no such part covers the whole message.
   */
  required DOMString part;
  /**
   * The MIME entity inside of all layers, or null where there is no such part or it could not be
   * opened. Never what is inside of a part that does not cover the whole message.
   */
  ArrayBuffer? content = null;
  /** Nobody could change the content unnoticed: by its encryption, or by a valid signature. */
  required boolean authenticated;
  /** Showing the content would fetch something from the network. */
  required boolean loadsRemoteContent;
};

[Exposed=Worker]
interface MessageSecurity {
  /**
   * Judges one message (RFC 5322 octets as received). Never fails for what a sender can write into a
   * message: that is a verdict. Opens what can be opened without asking for a password. Reads the
   * profile's certificates, writes nothing into them unless told to collect. What is valid is remembered where
   * OpenOptions says.
   */
  Promise<MessageSecurityView> judge(JudgeOptions options, ArrayBuffer message);

  /**
   * Judges one message as judge() does, and gives what is inside of it, to be shown. With `mayAsk` the
   * password of a private key is asked for where it is needed, once, and waited for; a person who
   * declines gets `password-cancelled`. Without, such a message stays closed: `password-needed`.
   */
  Promise<OpenedMessage> open(JudgeOptions options, boolean mayAsk, ArrayBuffer message);

  /**
   * Goes on with a judgement that is pending, with an outcome for each of its fetches, in their order. `last`: nothing
   * more will be fetched. Fails with invalid-request for a question that was answered, or that too many came after.
   */
  Promise<MessageSecurityView> refine(unsigned long long question, sequence<FetchOutcome> outcomes, boolean last);

  /** The DER of a certificate that an earlier judge() named, or null if it is no longer held. */
  Promise<ArrayBuffer?> certificate(DOMString sha256);
};
