// When the main window says that a certificate of one's own expires.

import assert from "node:assert/strict";
import { test } from "node:test";
import "./gecko_stub.mjs";

const { stageOf } = await import("../../../xul-ui/host/expiry.sys.mjs");

const DAY = 24 * 60 * 60 * 1000;

test("it is said 30, 14 and 3 days before, and when it has happened", () => {
  const stages = [31, 30, 15, 14, 4, 3, 1, 0, -5].map((days) => stageOf(days * DAY, 0));
  assert.deepEqual(stages, [null, 30, 30, 14, 14, 3, 3, 0, 0]);
});
