/** Every type a member can have, with and without a default. */
dictionary Inner {
  required boolean flag;
};

enum Level { "low", "very-high" };

dictionary Outer {
  /** Of each plain type. */
  required boolean truth;
  required long small;
  required unsigned long natural;
  required long long wide;
  required unsigned long long wideNatural;
  required double real;
  required DOMString text;
  required USVString scalarText;
  required ArrayBuffer octets;
  required Level level;
  required Inner inner;
  required sequence<Inner> list;
  required record<DOMString, double> table;
  required double? maybe;
  /** Backslash \\ and question marks ??/ must harm no output. */
  boolean yes = true;
  long least = -2147483648;
  double half = 0.5;
  double whole = 3;
  DOMString quoted = "back\slash ??/";
  Level start = "very-high";
  sequence<DOMString> none = [];
  record<USVString, sequence<long>> empty = {};
  ArrayBuffer? blob = null;
  USVString? given = "here";
  /** Not required and without a default. */
  USVString absent;
  /** A keyword of C++. */
  boolean default = false;
};
