/** The Security menu, the status icons and the Message Security window of the compose window. */

enum EncryptionChoice { "never", "required" };
enum StatusIcon { "absent", "pen", "key" };

/** What the person has chosen for the message being written. */
dictionary ComposeChoices {
  required boolean sign;
  required EncryptionChoice encryption;
};

/** How the menu and the status icons look, and whether the message may be sent. */
dictionary ComposeSecurityView {
  required boolean signChecked;
  required EncryptionChoice encryption;
  required boolean signIconShown;
  required boolean encryptIconShown;
  required boolean maySend;
  /** Why the message may not be sent; empty when it may. */
  required sequence<Reason> reasons;
};

[Exposed=Worker]
interface ComposeSecurity {
  /** The state of menu, icons and sending for these choices. */
  Promise<ComposeSecurityView> view(ComposeChoices choices);
};
