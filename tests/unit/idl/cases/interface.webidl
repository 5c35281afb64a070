/** How calls look. */

dictionary Options {
  boolean quick = false;
};

/** What can be asked. */
[Exposed=Worker]
interface Service {
  Promise<undefined> ping();

  /** Takes what there is. */
  Promise<sequence<ArrayBuffer>> everything(
      boolean truth, long number, double real, DOMString name, ArrayBuffer octets,
      ArrayBuffer? more, sequence<ArrayBuffer> list, optional Options options = {});
  Promise<ArrayBuffer?> mixed(long first, optional long second = 5, optional USVString third,
                              optional double? function = null);
};
