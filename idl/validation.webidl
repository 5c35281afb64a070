/** Checking certificates: what the person wants asked over the network, what was fetched, and what is stored of it. */

/** Who is asked (OCSP) whether a certificate was revoked. */
enum OcspChoice { "off", "certificate", "chosen" };

/**
 * What the person's settings say. The module keeps none of it: the settings are the mail program's, and go with
 * each question.
 */
dictionary ValidationSettings {
  /** "certificate": the service that a certificate names; "chosen": `responderUrl`, for every certificate. */
  required OcspChoice ocsp;
  USVString responderUrl = "";
  /**
   * The certificate (DER) with whose key the chosen service signs its answers. Null: those count that the authority
   * itself, or whom it has certified for this, has signed.
   */
  ArrayBuffer? responderCertificate = null;
  /** Fetch lists of revoked certificates (CRLs). */
  required boolean crls;
  /** Fetch certificates of authorities that a message should have brought. */
  required boolean issuers;
  /** A certificate of which it is not known whether it was revoked is refused. */
  required boolean require;
  /** False: nothing can be fetched now. */
  boolean online = true;
};

enum FetchKind { "issuer", "crl", "ocsp" };

/** One thing to fetch, by http or https. */
dictionary FetchRequest {
  required FetchKind kind;
  required USVString url;
  /** POST this; null: GET. */
  ArrayBuffer? body = null;
  /** Media types of the body and of the answer that is expected. */
  required DOMString contentType;
  required DOMString accept;
  /** Octets of answer that are accepted. */
  required unsigned long mostOctets;
  /** The person has chosen this address, so that it may lie in a private network; others come from certificates. */
  required boolean chosen;
};

/** What became of one fetch: an answer or a problem. */
dictionary FetchOutcome {
  ArrayBuffer? answer = null;
  /** One of the codes `fetch-…`. */
  ReasonCode? problem = null;
  /** With fetch-refused: the status of HTTP. */
  DOMString status = "";
};

/** A judgement that waits for answers from the network. */
dictionary PendingFetches {
  /** For the call that brings the answers. */
  required unsigned long long question;
  /** To be made at the same time; outcomes are given in this order. */
  required sequence<FetchRequest> fetches;
};

/** One answer that is stored for later. */
dictionary StoredAnswerView {
  required FetchKind kind;
  /** With the kind, its name here. */
  required DOMString key;
  required USVString url;
  /** Who issued it; of a certificate, its owner. */
  required USVString issuer;
  /** OCSP: the owner of the certificate that it is about, where it is known. */
  required USVString subject;
  /** Milliseconds since 1970-01-01T00:00:00Z; of a certificate, its validity. */
  required double thisUpdate;
  required double expires;
  required double octets;
};

[Exposed=Worker]
interface Validation {
  /** All stored answers, the last used first. */
  Promise<sequence<StoredAnswerView>> answers();

  /** Removes one. */
  Promise<undefined> remove(FetchKind kind, DOMString key);

  /** What to fetch to have a stored answer anew; null: it is no longer there, or a certificate. */
  Promise<FetchRequest?> renewal(FetchKind kind, DOMString key);

  /**
   * Stores what that fetch brought. Null: it is stored, or nothing newer came; otherwise why not. It counts for
   * nothing until a question verifies it.
   */
  Promise<Reason?> renew(FetchKind kind, DOMString key, FetchOutcome outcome, double time);

  /** Whether none of these addresses (as text, of IPv4 or IPv6) lies in a private network or this computer. */
  Promise<boolean> arePublic(sequence<DOMString> addresses);
};
