/**
 * Looking for certificates in the directory (LDAP) that the account completes addresses from: the mail program has
 * the connection, the module says what is asked and reads the answers.
 */

enum DirectoryScope { "base", "one", "subtree" };

/** Where in a directory people are, as the settings of the address book say. */
dictionary DirectoryPlace {
  /** Distinguished name. */
  required USVString base;
  required DirectoryScope scope;
  /** A filter (RFC 4515) that entries must pass, too; empty: none. */
  USVString filter = "";
  /** The attributes that hold addresses; empty: mail. */
  sequence<DOMString> addressAttributes = [];
};

/** One search to make (RFC 4511, 4.5.1). */
dictionary DirectorySearch {
  required USVString base;
  required DirectoryScope scope;
  required USVString filter;
  required sequence<DOMString> attributes;
  /** Entries, octets of all answers together, and values that are accepted. */
  required unsigned long mostEntries;
  required unsigned long mostOctets;
  required unsigned long mostValues;
  /** The addresses that it asks for. */
  required sequence<USVString> addresses;
};

/** One value of an entry that was found. */
dictionary DirectoryValue {
  /** Of the attribute, with its options. */
  required DOMString name;
  required ArrayBuffer octets;
};

/** What became of one search. */
dictionary DirectoryOutcome {
  /** What came, even if it did not end well. */
  required sequence<DirectoryValue> values;
  /** What went wrong with the connection, `fetch-…` or `directory-login-needed`; null: the server has answered. */
  ReasonCode? problem = null;
  /** resultCode of the login if that failed, otherwise of the search (RFC 4511, 4.1.9); 0: success. */
  long resultCode = 0;
  /** The question was asked by somebody who had logged in. */
  boolean loggedIn = false;
};

[Exposed=Worker]
interface DirectoryLookup {
  /** The searches that ask for these addresses: several in one, or one by one. What is no address is left out. */
  Promise<sequence<DirectorySearch>> searches(DirectoryPlace place, sequence<USVString> addresses, boolean oneByOne);

  /**
   * Takes what a search brought: ComposeSecurity counts with it from now on, or says why there is nothing. `host` is
   * the server's name, for words. Nothing is stored until it is used. Gives the addresses that are to be asked for
   * again, one by one, because there was too much for all of them together.
   */
  Promise<sequence<USVString>> take(USVString host, DirectorySearch search, DirectoryOutcome outcome);
};
