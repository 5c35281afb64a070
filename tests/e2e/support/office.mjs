// Bob's desk in the Harbour Clinic, for journeys in which he writes to Carol.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { exportPkcs12 } from "../../support/demo/authority.mjs";
import { BOB, CAROL, harbourAuthorities } from "../../support/demo/harbour.mjs";
import { Outbox } from "./sent_mail.mjs";

/**
 * The clinic's authorities and two of its people, in a folder of their own that goes at the end.
 * @param {string} journey For the folder's name.
 */
export function harbourOffice(journey) {
  const folder = mkdtempSync(path.join(tmpdir(), `signet-${journey}-`));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const { root, staff } = harbourAuthorities(folder);
  const bob = staff.certify("bob", BOB);
  const carol = staff.certify("carol", CAROL);
  const key = { file: path.join(folder, "bob.p12"), password: "harbour" };
  exportPkcs12(bob, key.file, key.password);
  return { folder, root, staff, bob, carol, key, outbox: new Outbox(folder, root.certificate) };
}
