/** The Security menu, the status icons and the Message Security window of the compose window, and sending. */

enum EncryptionChoice { "never", "if-possible", "required" };
/** What becomes of a message: "not-possible" is chosen, but cannot be done. */
enum Protection { "no", "yes", "not-possible" };
/** "struck-out" stands for "not-possible" where that stops the message. */
enum StatusIcon { "absent", "shown", "struck-out" };

/** What the person has chosen for the message being written. */
dictionary ComposeChoices {
  required boolean sign;
  required EncryptionChoice encryption;
};

/** A certificate that the person wants for a recipient in place of the one that Signet would choose. */
dictionary PickedCertificate {
  /** As in the recipients of the message. */
  required USVString address;
  required DOMString sha256;
};

/** The message being written, as far as its protection depends on it. */
dictionary ComposeMessage {
  required ComposeChoices choices;
  /** The address in From, without display name. */
  required USVString sender;
  /**
   * SHA-256 fingerprints, lower-case hexadecimal, of the certificates that the person has chosen for
   * this identity; null takes the newest one that fits the address.
   */
  DOMString? signingCertificate = null;
  DOMString? encryptionCertificate = null;
  /**
   * Every address of To, Cc and Bcc, without display names, and the newsgroups. Of somebody who has no address,
   * what they are called.
   */
  required sequence<USVString> recipients;
  /** Those of the recipients that are newsgroups. */
  sequence<USVString> newsgroups = [];
  /** One that cannot be used (any more) counts as none. */
  sequence<PickedCertificate> picked = [];
  /** The time to judge at: milliseconds since 1970-01-01T00:00:00Z. */
  required double time;
  /**
   * How certificates are checked over the network; null: not at all, and nothing stored is looked at. That it is not
   * known whether one was revoked never keeps the sender's own from being used.
   */
  ValidationSettings? validation = null;
};

/** Where a recipient's certificate is: in the profile or on a card, or found in a directory and not stored yet. */
enum RecipientCertificateSource { "stored", "directory" };

/** A certificate of a recipient that is not the one to encrypt with. */
dictionary OtherCertificate {
  required CertificateSummary certificate;
  required RecipientCertificateSource source;
  /** It could be used, if the person wants it. */
  required boolean usable;
  /** Why it is not the one; empty: the person wants another one. */
  required sequence<Reason> reasons;
};

/** Whether one recipient will be able to read an encrypted message. */
dictionary ComposeRecipientView {
  required USVString address;
  /** The certificate to encrypt with; null: there is none, and the reasons say why. */
  CertificateSummary? certificate = null;
  /** Of the certificate; null: there is none. */
  RecipientCertificateSource? source = null;
  required sequence<Reason> reasons;
  /** The person has picked the certificate. */
  required boolean picked;
  /** All others that name the address, best first. */
  required sequence<OtherCertificate> others;
};

/** How the menu, the status icons and the window look, and whether the message may be sent. */
dictionary ComposeSecurityView {
  required ComposeChoices choices;
  required StatusIcon signIcon;
  required StatusIcon encryptIcon;
  // `signed` is a word of C++.
  required Protection signature;
  required Protection encryption;
  required boolean maySend;
  /** Of the sender: what signs, and what makes the sender able to read it again. */
  CertificateSummary? signingCertificate = null;
  CertificateSummary? encryptionCertificate = null;
  /** In the order given, each once; empty when no encryption is chosen. */
  required sequence<ComposeRecipientView> recipients;
  /** Why it cannot be signed, or encrypted, the most useful first; empty when it can, or is not to be. */
  required sequence<Reason> signatureReasons;
  required sequence<Reason> encryptionReasons;
  /** Not null: this is what is known from this machine alone, and refine() with these fetches says more. */
  PendingFetches? pending = null;
  /**
   * How the content is encrypted, and on whose account it is not the better way: the first few reasons. Empty
   * unless it is encrypted.
   */
  required sequence<Reason> method;
  /** On whose account besides: how many more. */
  required unsigned long methodOthers;
};

/** How an organisation wants the content encrypted: "automatic" is AES-256-GCM where everybody is known to read it. */
enum ContentDemand { "automatic", "aes-256-gcm", "aes-256-cbc" };
/** How RSA keys are encrypted for: "automatic" is OAEP for those who are known to read it. */
enum TransportDemand { "automatic", "oaep", "pkcs1" };
/** What is signed: "automatic" is what fits the key. */
enum DigestDemand { "automatic", "sha-256", "sha-384", "sha-512" };

/** What an organisation demands of algorithms. */
dictionary AlgorithmDemands {
  ContentDemand content = "automatic";
  TransportDemand transport = "automatic";
  DigestDemand digest = "automatic";
  /** RSA keys sign with PSS. */
  boolean pss = false;
  /**
   * What is signed and not encrypted is inside of its signature (application/pkcs7-mime), where no gateway alters it and no
   * program without S/MIME shows it, rather than beside it (multipart/signed).
   */
  boolean opaque = false;
};

/** A message as its body is to be protected. */
dictionary MessageToProtect {
  /** The MIME entity: its Content- fields, an empty line, its body. */
  required ArrayBuffer entity;
  /**
   * The fields of the message that are not of its content, whole lines with CRLF, without Bcc: they are
   * protected with the entity (RFC 9788), and where the message is encrypted the subject is shown inside
   * only. Empty: the header is not protected.
   */
  required DOMString header;
  /** Null: all of them are chosen automatically. */
  AlgorithmDemands? algorithms = null;
};

/** What is sent in its place. */
dictionary ProtectedMessage {
  /** 7-bit, with CRLF. */
  required ArrayBuffer entity;
  /** The fields that are sent outside; empty where the header is not protected. */
  required DOMString header;
};

[Exposed=Worker]
interface ComposeSecurity {
  /** What becomes of the message, from what is on this machine. Asks for no password. */
  Promise<ComposeSecurityView> view(ComposeMessage message);

  /**
   * Goes on with a view that is pending, with an outcome for each of its fetches, in their order. `last`: nothing more
   * will be fetched. What counted is stored, so that view(), unlock() and protect() know it from then on. Fails with
   * invalid-request for a question that was answered, or that too many came after.
   */
  Promise<ComposeSecurityView> refine(unsigned long long question, sequence<FetchOutcome> outcomes, boolean last);

  /**
   * Makes sure that the key that signs the message can be used, asking for its password if need be, so
   * that protect() need not wait for a person. Does nothing for a message that is not to be signed.
   */
  Promise<undefined> unlock(ComposeMessage message);

  /**
   * Protects a message and gives what is to be sent in its place. `shown` is what the person has last
   * been shown: unless it is still what is to be done, with the same certificates, this fails with `protection-changed`. Never gives
   * anything weaker than `shown`. Certificates from a directory that are used are stored.
   */
  Promise<ProtectedMessage> protect(ComposeMessage message, ComposeSecurityView shown,
                                    MessageToProtect written);
};
