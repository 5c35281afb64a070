/** The Certificates window: what the profile and cards hold, and every change of it. */

/** One's own (the private key is there, too), other people's, and authorities. */
enum CertificateGroup { "own", "person", "authority" };

/** For e-mail. "trusted": an authority is trusted to vouch for others; a person's certificate for itself. */
enum EmailTrust { "none", "trusted", "distrusted" };

enum CertificateFormat { "pem", "der", "pkcs7" };

enum ImportOutcome { "stored", "already-there", "failed" };

/** A certificate as the list shows it. */
dictionary CertificateRow {
  required CertificateSummary certificate;
  required CertificateGroup group;
  required EmailTrust trust;
  /** It can be used for something: to sign or encrypt, or, of an authority, to vouch for others. */
  required boolean usable;
  /** Why not, or what is worth saying although it can; most useful first. */
  required sequence<Reason> reasons;
  /** Every token that has it, by the names that people know; empty: the profile itself. */
  required sequence<USVString> tokens;
  /** It comes with the program: it can be distrusted, but not deleted. */
  required boolean builtIn;
  /** Gecko's nsIX509Cert.dbKey, by which the host's preferences point at it. */
  required DOMString databaseKey;
};

dictionary CertificateQuery {
  required CertificateGroup group;
  /** Words that must all occur: in names, addresses, serial number or fingerprint. */
  USVString text = "";
  unsigned long first = 0;
  /** At most 200 are given. */
  unsigned long count = 50;
  /** The time to judge at: milliseconds since 1970-01-01T00:00:00Z. */
  required double time;
};

dictionary CertificatePage {
  /** How many certificates the query has in all. */
  required unsigned long total;
  /** Those from `first` on, by name. */
  required sequence<CertificateRow> rows;
};

/** Whether a certificate serves one purpose. */
dictionary CertificateUse {
  required boolean usable;
  required sequence<Reason> reasons;
};

dictionary CertificateDetails {
  required CertificateRow row;
  /** It first, its authority last, as far as a path was found. */
  required sequence<CertificateSummary> chain;
  required CertificateUse signing;
  required CertificateUse encryption;
  /** Fingerprint, lower-case hexadecimal; others ask for it, nothing depends on it. */
  required DOMString sha1;
  /** With which it was signed; empty: not known. */
  required USVString signatureAlgorithm;
  /** What the owner's mail program has said that it can read, best first, by name; empty: not known. */
  required sequence<USVString> capabilities;
};

dictionary ImportedCertificate {
  required CertificateSummary certificate;
  /** It came with its private key, or the key is here already. */
  required boolean withKey;
  required ImportOutcome outcome;
  required sequence<Reason> reasons;
};

/** RSA, elliptic curves of NIST, Ed25519 (signs only, and not in every version of NSS). */
enum RequestedKey { "rsa-2048", "rsa-3072", "rsa-4096", "p-256", "p-384", "p-521", "ed25519" };

dictionary CertificateRequest {
  required USVString address;
  /** Empty: the address. */
  USVString name = "";
  USVString organization = "";
  RequestedKey key = "rsa-3072";
  /** Where the key is made and kept, by the name that people know; empty: in the profile. */
  USVString token = "";
};

dictionary ImportView {
  /** The file is protected with a password: nothing was done yet. */
  required boolean passwordNeeded;
  required sequence<ImportedCertificate> certificates;
  /** About the whole file. */
  required sequence<Reason> warnings;
  /** How many certificates the file has, and how many of them were dealt with by now. */
  required unsigned long long total;
  required unsigned long long done;
};

[Exposed=Worker]
interface Certificates {
  Promise<CertificatePage> list(CertificateQuery query);

  /** Null if it is not there any more. */
  Promise<CertificateDetails?> details(DOMString sha256, double time);

  /** The DER of the certificate and the authorities above it; none if it is not there any more. */
  Promise<sequence<ArrayBuffer>> chain(DOMString sha256, double time);

  /**
   * Stores what is in a file: PKCS #12, PEM, DER, PKCS #7. `name` is the file's, for the words. The
   * password of a PKCS #12 file is UTF-8; it is no part of any JSON, and wiped after the call. Replaces
   * nothing and trusts nothing. Asks for the primary password if there is one and a key is to be stored.
   * A file with many certificates takes several calls, so that somebody can be told how far it is and can
   * stop it: each stores some, beginning with number `from`, which is 0 and then what the last call has
   * given as `done`, until that is `total`.
   * Fails with `password-wrong`, `file-damaged`, `file-algorithm-unsupported` and others.
   */
  Promise<ImportView> importFile(USVString name, ArrayBuffer file, ArrayBuffer? password, unsigned long long from);

  /** The octets of a file with the certificates; DER holds the first one only. */
  Promise<ArrayBuffer> exportFile(sequence<DOMString> sha256s, CertificateFormat format);

  /**
   * A PKCS #12 file with certificates of one's own, their private keys and the authorities above them,
   * encrypted with the password (UTF-8). Asks for the primary password if there is one.
   */
  Promise<ArrayBuffer> backUp(sequence<DOMString> sha256s, ArrayBuffer password, double time);

  /** The tokens on which a key can be made, by name; first the profile itself, empty. */
  Promise<sequence<USVString>> tokens();

  /**
   * Makes a key pair and gives the request for a certificate (PKCS #10, PEM) that an authority answers.
   * Asks for the token's password if it has one. Takes seconds.
   */
  Promise<ArrayBuffer> request(CertificateRequest request);

  /**
   * Makes a certificate that nobody vouches for, to learn the program with, and stores it with its key.
   * Asks for the primary password if there is one.
   */
  Promise<CertificateSummary> makeTryout(USVString name, USVString address, double time);

  /** How many certificates that are there were issued by this one. */
  Promise<unsigned long> dependents(DOMString sha256);

  /** Changes the trust for e-mail. Asks for the primary password if there is one. */
  Promise<undefined> setTrust(DOMString sha256, EmailTrust trust);

  /**
   * Takes certificates out of the profile, and with those of the person's own their private keys, for
   * good. Asks for the primary password if there is one and a key is among them. What is not there any
   * more is passed over.
   */
  Promise<undefined> remove(sequence<DOMString> sha256s);
};
