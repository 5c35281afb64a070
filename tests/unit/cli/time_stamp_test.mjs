// `signet verify` and `signet inspect` with time-stamps that OpenSSL makes in the run.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { signatureOf, timeStamp, withTimeStamps } from "../../support/time_stamps.mjs";
import { Pki } from "./pki.mjs";
import { objects } from "./support.mjs";

const DAY = 86_400_000;
const pki = new Pki();
after(() => pki.remove());

/** @param {number} days from now */
const inDays = (days) => new Date(Date.now() + days * DAY).toISOString().replace(/\.\d+Z/, "Z");
/** As `openssl ca` takes it. @param {number} days */
const end = (days) => inDays(days).replace(/[-:T]/g, "");

const CLOCK = "extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n";
/** @type {Buffer} */
let signed;

before(() => {
  pki.authority("root");
  pki.authority("between", "root");
  pki.authority("stranger");
  pki.issue(
    "ann", "root",
    "subjectAltName=email:ann@example.com\nextendedKeyUsage=emailProtection\nkeyUsage=critical,digitalSignature\n",
    { end: end(2) },
  );
  pki.issue("clock", "root", CLOCK);
  pki.issue("clock-below", "between", CLOCK);
  pki.issue("clock-short", "root", CLOCK, { end: end(3) });
  pki.issue("clock-strange", "stranger", CLOCK);
  pki.write("text", "The contract holds.\r\n");
  pki.openssl(
    ..."cms -sign -binary -nodetach -in text -outform DER -signer ann.pem -inkey ann.key -out plain.p7m".split(" "),
  );
  signed = readFileSync(pki.at("plain.p7m"));
});

/** @param {string} name @param {Parameters<typeof timeStamp>[2]} [options] @param {string} [chain] */
const tokenOf = (name, options, chain) =>
  timeStamp(
    signatureOf(signed),
    {
      certificate: pki.at(`${name}.pem`), key: pki.at(`${name}.key`),
      ...(chain ? { chain: pki.at(chain) } : {}),
    },
    options,
  );

/** @param {Buffer[]} tokens @param {string} [at] @param {string[]} [more] */
function verdict(tokens, at = inDays(5), more = []) {
  pki.write("stamped.p7m", withTimeStamps(signed, ...tokens));
  const result = pki.run(["verify", "--anchor", "root.pem", "--at", at, ...more, "--json", "stamped.p7m"]);
  assert.equal(result.stderr, "");
  return objects(result.stdout)[0];
}

/** @param {{code: string}[]} reasons */
const codes = (reasons) => reasons.map(({ code }) => code);

for (const [name, options] of /** @type {[string, Parameters<typeof timeStamp>[2]][]} */ ([
  ["as it comes", {}],
  ["SHA-512, exact to the second", { digest: "sha512", settings: "accuracy=secs:1, millisecs:500, microsecs:100" }],
  ["with its name, a fraction of a second and ordering", {
    settings: "tsa_name=yes\nclock_precision_digits=3\nordering=yes",
  }],
  ["the older attribute for its certificate", { settings: "ess_cert_id_alg=sha1" }],
])) {
  test(`expired since, and stamped in time: ${name}`, () => {
    const seen = verdict([tokenOf("clock", options)]);
    assert.equal(seen.signature, "expired-since");
    assert.equal(seen.reasons[0].code, "expired-since-stamped");
    assert.match(seen.reasons[0].text, /clock confirms that this had been signed by then/);
    const [stamp] = seen.signers[0].time_stamps;
    assert.deepEqual([stamp.valid, stamp.authority, stamp.reasons], [true, "CN=clock", []]);
    assert.ok(Math.abs(Date.parse(stamp.time) - Date.now()) < 600_000);
    assert.match(stamp.sha256, /^[0-9a-f]{64}$/);
  });
}

test("before the end it is simply valid, and the stamp is shown", () => {
  const seen = verdict([tokenOf("clock")], inDays(1));
  assert.equal(seen.signature, "valid");
  assert.equal(seen.signers[0].time_stamps[0].valid, true);
  assert.equal(seen.reasons[0].code, "valid");
  assert.ok(!codes(seen.reasons).some((code) => code.startsWith("time-stamp")));
});

test("the authority's own authorities come from the token or from --cert", () => {
  const alone = tokenOf("clock-below");
  const without = verdict([alone]);
  assert.equal(without.reasons[0].code, "expired-since-claimed");
  assert.deepEqual(codes(without.signers[0].time_stamps[0].reasons), ["time-stamp-not-trusted", "issuer-unknown"]);
  assert.equal(verdict([alone], undefined, ["--cert", "between.pem"]).reasons[0].code, "expired-since-stamped");
  assert.equal(verdict([tokenOf("clock-below", {}, "between.pem")]).reasons[0].code, "expired-since-stamped");
  const bare = tokenOf("clock", { withCertificate: false });
  assert.deepEqual(
    codes(verdict([bare]).signers[0].time_stamps[0].reasons),
    ["time-stamp-not-trusted", "signer-certificate-missing"],
  );
});

test("stamps that nothing rests on are named, and make a valid signature no worse", () => {
  const good = tokenOf("clock");
  const changed = Buffer.from(good);
  changed[changed.length - 10] ^= 1; // in the signature
  /** @type {[string, Buffer, string[]][]} */
  const cases = [
    ["of something else",
      timeStamp(Buffer.from("x"), { certificate: pki.at("clock.pem"), key: pki.at("clock.key") }),
      ["time-stamp-mismatched"]],
    ["no token", Buffer.from("0500", "hex"), ["time-stamp-malformed", "malformed"]],
    ["another object", signed, ["time-stamp-malformed", "content-type-unsupported"]],
    ["SHA-1", tokenOf("clock", { digest: "sha1" }), ["time-stamp-method-refused"]],
    ["changed", changed, ["time-stamp-invalid", "signature-mismatch"]],
    ["a stranger's", tokenOf("clock-strange"), ["time-stamp-not-trusted", "issuer-unknown"]],
  ];
  for (const [name, token, reasons] of cases) {
    const late = verdict([token]);
    assert.equal(late.reasons[0].code, "expired-since-claimed", name);
    assert.deepEqual(codes(late.signers[0].time_stamps[0].reasons), reasons, name);
    assert.ok(codes(late.reasons).includes(reasons[0]), name);
    const early = verdict([token], inDays(1));
    assert.equal(early.signature, "valid", name);
    assert.ok(codes(early.signers[0].reasons).includes(reasons[0]), name);
    // One that holds is not lost among those that do not.
    assert.equal(verdict([token, good]).reasons[0].code, "expired-since-stamped", name);
  }
});

test("nothing rests on an authority whose own certificate has expired", () => {
  const token = tokenOf("clock-short");
  assert.equal(verdict([token], inDays(2.5)).reasons[0].code, "expired-since-stamped");
  const late = verdict([token], inDays(5));
  assert.equal(late.reasons[0].code, "expired-since-claimed");
  assert.deepEqual(codes(late.signers[0].time_stamps[0].reasons), ["time-stamp-expired", "certificate-expired"]);
});

test("a revoked authority confirms nothing", () => {
  const token = tokenOf("clock-below", {}, "between.pem");
  pki.crl("root", "root.crl");
  pki.crl("between", "between.crl");
  const local = ["--crl", "root.crl", "--crl", "between.crl"];
  const good = verdict([token], undefined, local);
  assert.equal(good.reasons[0].code, "expired-since-stamped");
  assert.deepEqual(
    good.signers[0].time_stamps[0].revocation.map((/** @type {{state: string}} */ { state }) => state),
    ["good", "good"],
  );
  pki.revoke("clock-below", "between");
  pki.crl("between", "between.crl");
  const bad = verdict([token], undefined, local);
  assert.equal(bad.reasons[0].code, "expired-since-claimed");
  assert.deepEqual(
    codes(bad.signers[0].time_stamps[0].reasons).slice(0, 2), ["time-stamp-not-trusted", "certificate-revoked"],
  );
});

test("inspect says what a time-stamp states", () => {
  pki.write("stamped.p7m", withTimeStamps(signed, tokenOf("clock", { settings: "tsa_name=yes" })));
  const text = pki.run(["inspect", "stamped.p7m"]).stdout;
  assert.match(text, /time-stamp token .*\n\s+time: 20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ\n\s+stamped: SHA-256 /);
  assert.match(text, /policy: 1\.2\.3\.4\.1\n/);
  assert.match(text, /authority: CN=clock\n/);
  assert.match(text, /signing certificate/);
});
