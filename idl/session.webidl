/** The module itself: what it is and what it can do in this host. */

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
