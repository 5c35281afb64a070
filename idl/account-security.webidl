/** The Security page of an identity: with which of the person's own certificates it signs and is encrypted for. */

enum OwnCertificateUse { "signing", "encryption" };

/** What the mail program's preferences of one identity say. */
dictionary IdentityChoices {
  required USVString address;
  /**
   * The preferences signing_cert_dbkey and encryption_cert_dbkey: a certificate by its serial number
   * and issuer. Empty: none is chosen.
   */
  required DOMString signingKey;
  required DOMString encryptionKey;
};

/** One certificate of the person's own, judged for one use by one identity. */
dictionary OwnCertificateView {
  required CertificateSummary certificate;
  /** What the preferences hold when this one is chosen. */
  required DOMString databaseKey;
  /** The devices that have its private key, by name; empty: the profile itself. */
  required sequence<USVString> tokens;
  /** Using it asks for a password first. */
  required boolean locked;
  required boolean usable;
  /** Why it cannot be used, most useful first; of a usable one, what is worth saying. */
  required sequence<Reason> reasons;
  /**
   * The certificate to offer for the other use when this one is chosen, as a databaseKey: the same one
   * if it can serve, else the one that belongs with it. Null: there is none.
   */
  DOMString? partner = null;
};

/** One use of one identity. */
dictionary CertificateUseView {
  /** A certificate is chosen; it need not be here or be usable. */
  required boolean chosen;
  /** The chosen one, where it is here. */
  OwnCertificateView? certificate = null;
  /** Of what is chosen, or why nothing can be; empty: all is well. */
  required sequence<Reason> reasons;
  /** Every own certificate: usable ones first, then others, the newest first within each. */
  required sequence<OwnCertificateView> certificates;
  /** The one to propose, as a databaseKey. Null: none is usable. */
  DOMString? proposed = null;
};

dictionary AccountSecurityView {
  required CertificateUseView signing;
  required CertificateUseView encryption;
};

[Exposed=Worker]
interface AccountSecurity {
  /**
   * Judges the choices of an identity at a time (milliseconds since 1970-01-01T00:00:00Z) and lists
   * what could be chosen. Asks for no password and writes nothing.
   */
  Promise<AccountSecurityView> view(IdentityChoices choices, double time);
};
