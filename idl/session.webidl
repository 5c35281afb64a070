/** The module itself: how it is opened, what it is, and what it can do in this host. */

/** What signet_open() (module/host/signet.h) is given. */
dictionary OpenOptions {
  /** CONTRACT_HASH of the caller: both sides must be generated from the same IDL. */
  required DOMString contract;
  /** The caller's version, for the words when it does not fit. */
  required USVString version;
  /** Folder of an NSS database to open; null joins the NSS that the process has running. */
  USVString? profile = null;
  /** Opens that database for writing. Without it, nothing in the folder is changed. */
  boolean writable = false;
  /** File of the cache of fetched answers; null: none is kept. */
  USVString? answers = null;
  /** File of what was seen: valid signatures, and who signs with which certificate; null: nothing is remembered. */
  USVString? seen = null;
};

dictionary ModuleInformation {
  required DOMString version;
  required DOMString nss;
  /** True when the module opened NSS itself, false when the host had it open already. */
  required boolean ownsNss;
};

[Exposed=Worker]
interface Session {
  Promise<ModuleInformation> information();
};
