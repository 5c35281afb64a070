// The Harbour Clinic: who works there, and the authorities that certify them.

import path from "node:path";
import { Authority } from "./authority.mjs";

export const DOMAIN = "harbour-clinic.example";
export const BOB = { name: "Bob Lindqvist", address: `bob@${DOMAIN}`, user: "bob" };
export const CAROL = { name: "Carol Haddad", address: `carol@${DOMAIN}` };
export const DAN = { name: "Dan Okafor", address: `dan@${DOMAIN}` };
/** Somebody of whom no test has a certificate. */
export const ERIN = `erin@${DOMAIN}`;

/** @param {string} folder Where they keep their files. */
export function harbourAuthorities(folder) {
  const root = new Authority(path.join(folder, "root"), "Harbour Clinic", "Harbour Clinic Root CA");
  const staff = new Authority(
    path.join(folder, "staff"), "Harbour Clinic", "Harbour Clinic Staff CA", root);
  return { root, staff };
}
