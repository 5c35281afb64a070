/** The window of the first start: with what each identity can sign and be encrypted for, and what to choose. */

enum SetUpState {
  /** What is chosen can be used. */
  "chosen",
  /** A certificate that can be used is proposed, in place of none or of one that cannot. */
  "proposed",
  /** No certificate that can be used is here. */
  "missing"
};

/** One use of one identity. */
dictionary SetUpUseView {
  required SetUpState state;
  /** The chosen one where the state is "chosen", the proposed one where it is "proposed". */
  CertificateSummary? certificate = null;
  /** What the preferences hold when `certificate` is chosen. Empty: there is none. */
  required DOMString databaseKey;
  /** Of what is chosen, or why nothing can be; empty: all is well. */
  required sequence<Reason> reasons;
};

dictionary SetUpIdentityView {
  required USVString address;
  required SetUpUseView signing;
  required SetUpUseView encryption;
};

dictionary SetUpView {
  /** In the order given. */
  required sequence<SetUpIdentityView> identities;
  /**
   * The window is of use to a person who did not ask for it: something is proposed, or there are
   * identities and none of them has anything that can be used. Whoever has all that is to be had is
   * left alone.
   */
  required boolean isOfUse;
};

[Exposed=Worker]
interface SetUp {
  /**
   * Judges what identities have chosen, as AccountSecurity.view() does, at a time (milliseconds since
   * 1970-01-01T00:00:00Z). Asks for no password and writes nothing.
   */
  Promise<SetUpView> view(sequence<IdentityChoices> identities, double time);
};
