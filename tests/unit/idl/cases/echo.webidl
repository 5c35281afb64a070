/** Gives back what it is given, in every type. For the round trip between script and C++. */

[Exposed=Worker]
interface Echo {
  Promise<undefined> nothing();
  Promise<Outer> outer(Outer value);
  Promise<boolean> truth(boolean value);
  Promise<long> small(long value);
  Promise<unsigned long> natural(unsigned long value);
  Promise<long long> wide(long long value);
  Promise<unsigned long long> wideNatural(unsigned long long value);
  Promise<double> real(double value);
  Promise<DOMString> text(DOMString value);
  Promise<Level> level(Level value);
  Promise<ArrayBuffer> octets(ArrayBuffer value);
  Promise<ArrayBuffer?> maybeOctets(ArrayBuffer? value);
  Promise<sequence<ArrayBuffer>> list(sequence<ArrayBuffer> value);
  Promise<record<DOMString, sequence<boolean>>> table(record<DOMString, sequence<boolean>> value);
  /** What was left out comes back as the default. */
  Promise<sequence<DOMString?>> defaults(optional DOMString first = "one",
                                         optional DOMString second,
                                         optional DOMString? third = null);
  /** Fails with this diagnostic. */
  Promise<undefined> fail(DOMString diagnostic);
};
