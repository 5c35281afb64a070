/** A file about words. */

/** What a thing can be. */
enum Kind {
  // The plain one.
  "plain",
  "half-plain",
  "u2"
};

enum Many { "a", "b", "c", "d", "e", "f", "g", "h", "i" };
