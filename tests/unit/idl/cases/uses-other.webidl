/** Types of another file. */

dictionary Holder {
  required Kind kind;
  sequence<Outer> outers = [];
};
