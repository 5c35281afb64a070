// `signet lookup` against OpenLDAP's server with everything in it that directories have.
import assert from "node:assert/strict";
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { freePort } from "../../support/ports.mjs";
import { ADMINISTRATOR, ADMINISTRATOR_PASSWORD, Slapd, startSilentServer, SUFFIX } from "../../support/slapd.mjs";
import { Pki } from "./pki.mjs";
import { objects } from "./support.mjs";

/** @type {Pki} */
let pki;
/** @type {Slapd} */
let directory;
/** @type {Slapd} */
let closed;
/** @type {{port: number, stop: () => void}} */
let silent;

const ADDRESS = (/** @type {string} */ name) => `${name}@example.com`;

/**
 * A certificate for encryption.
 *
 * @param {string} file
 * @param {string} name of the person
 * @param {string} [end]
 */
function certify(file, name, end) {
  pki.issue(
    file, "staff",
    `subjectAltName=email:${ADDRESS(name)}\nextendedKeyUsage=emailProtection\n` +
      "keyUsage=critical,digitalSignature,keyAgreement\n",
    { end },
  );
  return pki.der(file);
}

/** What `openssl cms -sign` makes of a person's certificate: with capabilities, and the authority. */
function signedValue(/** @type {string} */ file) {
  pki.write("nothing", "");
  pki.openssl(
    ..."cms -sign -binary -in nothing -outform DER -certfile staff.pem -signer".split(" "), `${file}.pem`,
    "-inkey", `${file}.key`, "-out", `${file}.p7s`,
  );
  return readFileSync(pki.at(`${file}.p7s`));
}

before(async () => {
  pki = new Pki();
  pki.authority("root");
  pki.authority("staff", "root");
  pki.authority("stranger");
  pki.issue("server", "root", "subjectAltName=IP:127.0.0.1\nextendedKeyUsage=serverAuth\n");
  const many = Array.from({ length: 50 }, (_, index) =>
    certify(`many${index}`, "many", index === 17 ? "20990101000000Z" : `2025${String((index % 11) + 1).padStart(2, "0")}28000000Z`));
  pki.issue("untrusted", "stranger", `subjectAltName=email:${ADDRESS("untrusted")}\nkeyUsage=keyAgreement\n`);
  const huge = pki.at("huge");
  writeFileSync(huge, Buffer.from([0x30, 0x84, 0x06, 0x40, 0x00, 0x00]));
  truncateSync(huge, 100 << 20);
  const star = certify("star", "star");
  const entries = [
    { name: "Good", addresses: [ADDRESS("good")], certificates: [certify("good", "good")] },
    {
      name: "Renewed", addresses: [ADDRESS("renewed")],
      certificates: [certify("old", "renewed", "20250301000000Z"), certify("new", "renewed")],
    },
    { name: "Late", addresses: [ADDRESS("late")], certificates: [certify("late", "late", "20250301000000Z")] },
    { name: "Signed", addresses: [ADDRESS("signed")], smime: (certify("signed", "signed"), [signedValue("signed")]) },
    { name: "Other", addresses: [ADDRESS("other")], certificates: [certify("elsewhere", "elsewhere")] },
    { name: "Many", addresses: [ADDRESS("many")], certificates: many },
    { name: "Untrusted", addresses: [ADDRESS("untrusted")], certificates: [pki.der("untrusted")] },
    { name: "Huge", addresses: [ADDRESS("huge")], smimeFile: huge },
    { name: "Star (*)", addresses: ["st*r@example.com", "a)(b@example.com"], certificates: [star] },
    { name: "Without", addresses: [ADDRESS("without")] },
  ];
  directory = await Slapd.start(pki.at("slapd"), entries, {
    tls: { key: pki.at("server.key"), certificate: pki.at("server.pem") },
    more: `dn: ou=elsewhere,${SUFFIX}\nobjectClass: referral\nobjectClass: extensibleObject\n` +
      "ou: elsewhere\nref: ldap://127.0.0.1:1/dc=trap\n\n" +
      `dn: cn=away,ou=people,${SUFFIX}\nobjectClass: referral\nobjectClass: extensibleObject\n` +
      "cn: away\nref: ldap://127.0.0.1:1/dc=trap\n\n",
  });
  closed = await Slapd.start(pki.at("closed"), entries.slice(0, 1), { login: true });
  silent = await startSilentServer();
});

after(async () => {
  silent?.stop();
  await directory?.stop();
  await closed?.stop();
  pki?.remove();
});

/**
 * @param {string} url
 * @param {string[]} addresses
 * @param {...string} more
 */
async function lookUp(url, addresses, ...more) {
  const { status, stdout, stderr } = await pki.ask([
    "lookup", "--json", "--cache", "", "--anchor", "root.pem", "--cert", "staff.pem", "--ldap", url,
    ...addresses, ...more,
  ]);
  return { status, stderr, answers: stdout ? objects(stdout) : [] };
}

/** @param {string} url @param {string} address @param {...string} more */
async function lookUpOne(url, address, ...more) {
  const { answers, status, stderr } = await lookUp(url, [address], ...more);
  assert.equal(stderr, "");
  return { status, ...answers[0] };
}

/** @param {any[]} reasons */
const codes = (reasons) => reasons.map(({ code }) => code);

/** @param {string} file */
function fingerprint(file) {
  const printed = pki.run(["cert", "validate", "--json", "--cache", "", "--anchor", "root.pem", "--purpose", "any", `${file}.pem`]);
  return objects(printed.stdout)[0].chain[0].sha256;
}

test("a good certificate is found, and can be used to encrypt", async () => {
  const answer = await lookUpOne(directory.url, ADDRESS("good"), "-o", "found.pem");
  assert.equal(answer.status, 0, JSON.stringify(answer));
  assert.equal(answer.certificate, fingerprint("good"));
  assert.deepEqual(answer.reasons, []);
  pki.write("letter", "From: ann@example.com\nTo: good@example.com\nSubject: Hello\n\nHello.\n");
  const encrypted = pki.run([
    "encrypt", "--cache", "", "--anchor", "root.pem", "--cert", "staff.pem", "--cert", "found.pem", "--no-self",
    "-o", "secret.eml", "letter",
  ]);
  assert.equal(encrypted.status, 0, encrypted.stderr);
  pki.openssl(..."cms -decrypt -in secret.eml -inkey good.key -recip good.pem -out opened".split(" "));
  assert.match(readFileSync(pki.at("opened"), "utf8"), /Hello\./);
});

test("several addresses are answered in their order, from one search", async () => {
  const names = ["renewed", "good", "without", "late", "signed", "untrusted"];
  const { answers, status } = await lookUp(directory.url, names.map(ADDRESS));
  assert.equal(status, 1);
  assert.deepEqual(answers.map(({ address }) => address), names.map(ADDRESS));
  assert.equal(answers[0].certificate, fingerprint("new"));
  assert.equal(answers[0].candidates.length, 2);
  assert.deepEqual(codes(answers[0].candidates[1].reasons), ["certificate-expired"]);
  assert.deepEqual(answers[1].reasons, []);
  assert.deepEqual(codes(answers[2].reasons), ["directory-nothing-found"]);
  assert.match(answers[2].reasons[0].text, /127\.0\.0\.1 has no certificate for without@example\.com/);
  assert.deepEqual(codes(answers[3].reasons), ["certificate-expired"]);
  assert.equal(answers[4].certificate, fingerprint("signed"));
  assert.deepEqual(codes(answers[5].reasons), ["issuer-unknown"]);
  const log = readFileSync(pki.at("slapd/slapd.log"), "utf8").trimEnd().split("\n");
  const searches = log.filter((line) => / SRCH base/.test(line) && line.includes("renewed@example.com"));
  assert.equal(searches.length, 1);
  assert.match(searches[0], /scope=2/);
});

test("a signed value brings capabilities and the authority in between", async () => {
  const { stdout } = await pki.ask([
    "lookup", "--json", "--cache", "", "--anchor", "root.pem", "--ldap", directory.url, ADDRESS("signed"),
  ]);
  const [answer] = objects(stdout);
  assert.equal(answer.certificate, fingerprint("signed"), stdout);
  // What OpenSSL announces.
  assert.ok(answer.candidates[0].capabilities.some((/** @type {string} */ text) =>
    text.includes("2.16.840.1.101.3.4.1.42")), stdout);
});

test("a certificate for another address is none", async () => {
  const answer = await lookUpOne(directory.url, ADDRESS("other"));
  assert.equal(answer.status, 1);
  assert.equal(answer.certificate, null);
  assert.deepEqual(codes(answer.reasons), ["directory-nothing-found"]);
});

test("of fifty candidates the valid one is taken", async () => {
  const answer = await lookUpOne(directory.url, ADDRESS("many"));
  assert.equal(answer.status, 0);
  assert.equal(answer.candidates.length, 50);
  assert.equal(answer.certificate, fingerprint("many17"));
  assert.ok(answer.candidates.slice(1).every((/** @type {any} */ { reasons }) =>
    codes(reasons).includes("certificate-expired")));
});

test("what is in an address has no meaning in the search", async () => {
  for (const local of ["*", "go*", "x)(|(mail=*", "good)(cn=*", "\\2a", "g\\6f\\6fd"]) {
    const answer = await lookUpOne(directory.url, `${local}@example.com`);
    assert.equal(answer.status, 1, local);
    assert.deepEqual(answer.candidates, [], local);
    assert.deepEqual(codes(answer.reasons), ["directory-nothing-found"], local);
  }
  // And is found where it really is: the entry, though its certificate is for another address.
  await lookUpOne(directory.url, "st*r@example.com");
  await lookUpOne(directory.url, "a)(b@example.com");
  const log = readFileSync(pki.at("slapd/slapd.log"), "utf8");
  assert.match(log, /filter="[^"]*\(mail=st\\2Ar@example\.com\)/i);
  assert.match(log, /filter="[^"]*\(mail=a\\29\\28b@example\.com\)/i);
  // What is no address is not asked for.
  const none = await lookUpOne(directory.url, "nobody");
  assert.deepEqual(codes(none.reasons), ["recipient-certificate-missing"]);
});

test("base, scope and filter of the URL are kept to", async () => {
  const base = `ldap://127.0.0.1:${directory.port}`;
  assert.equal((await lookUpOne(`${base}/${SUFFIX}`, ADDRESS("good"))).status, 0);
  assert.equal((await lookUpOne(`${base}/${SUFFIX}??one`, ADDRESS("good"))).status, 1);
  assert.equal((await lookUpOne(`${base}/${SUFFIX}??sub?(cn=Good)`, ADDRESS("good"))).status, 0);
  assert.equal((await lookUpOne(`${base}/${SUFFIX}??sub?(cn=Renewed)`, ADDRESS("good"))).status, 1);
  const wrong = await lookUpOne(`${base}/dc=nowhere`, ADDRESS("good"));
  assert.deepEqual(codes(wrong.reasons), ["fetch-refused"]);
});

test("referrals are not followed", async () => {
  const base = `ldap://127.0.0.1:${directory.port}`;
  const away = await lookUpOne(`${base}/ou=elsewhere,${SUFFIX}`, ADDRESS("good"));
  assert.deepEqual(codes(away.reasons), ["fetch-redirected-too-often"]);
  // References beside entries are passed over.
  assert.equal((await lookUpOne(directory.url, ADDRESS("good"))).status, 0);
});

test("an answer of 100 MiB is given up, and keeps nobody else from theirs", async () => {
  const begin = Date.now();
  const alone = await lookUpOne(directory.url, ADDRESS("huge"));
  assert.deepEqual(codes(alone.reasons), ["fetch-too-large"]);
  const { answers } = await lookUp(directory.url, [ADDRESS("huge"), ADDRESS("good")]);
  assert.deepEqual(codes(answers[0].reasons), ["fetch-too-large"]);
  assert.equal(answers[1].certificate, fingerprint("good"));
  assert.ok(Date.now() - begin < 15_000);
});

test("a server that hangs, or is not there, holds nobody up", async () => {
  const begin = Date.now();
  const hanging = await lookUpOne(`ldap://127.0.0.1:${silent.port}/${SUFFIX}`, ADDRESS("good"), "--fetch-time", "1");
  assert.equal(hanging.status, 1);
  assert.deepEqual(codes(hanging.reasons), ["fetch-no-answer"]);
  const handshake = await lookUpOne(`ldaps://127.0.0.1:${silent.port}/${SUFFIX}`, ADDRESS("good"), "--fetch-time", "1");
  assert.deepEqual(codes(handshake.reasons), ["fetch-no-answer"]);
  assert.ok(Date.now() - begin < 6000, `${Date.now() - begin} ms`);
  const absent = await lookUpOne(`ldap://127.0.0.1:${await freePort()}/${SUFFIX}`, ADDRESS("good"));
  assert.deepEqual(codes(absent.reasons), ["fetch-no-answer"]);
});

test("a login is made where it is wanted", async () => {
  const anonymous = await lookUpOne(closed.url, ADDRESS("good"));
  assert.deepEqual(codes(anonymous.reasons), ["directory-login-needed"]);
  pki.write("password", `${ADMINISTRATOR_PASSWORD}\n`);
  const known = await lookUpOne(closed.url, ADDRESS("good"), "--bind", ADMINISTRATOR, "--password-file", "password");
  assert.equal(known.status, 0, JSON.stringify(known));
  pki.write("wrong", "lancet\n");
  const refused = await lookUpOne(closed.url, ADDRESS("good"), "--bind", ADMINISTRATOR, "--password-file", "wrong");
  assert.deepEqual(codes(refused.reasons), ["directory-login-refused"]);
  // Never in plain text over a network.
  const open = await lookUp("ldap://ldap.invalid/dc=x", [ADDRESS("good")], "--bind", ADMINISTRATOR, "--password-file", "password");
  assert.equal(open.status, 2);
  assert.match(open.stderr, /everybody to read/);
});

test("TLS is had from the start or begun, with a server that can be trusted, or nothing is asked", async () => {
  const url = directory.tlsUrl.replace("localhost", "127.0.0.1");
  assert.equal((await lookUpOne(url, ADDRESS("good"), "--tls-ca", "root.pem")).status, 0);
  assert.equal((await lookUpOne(directory.url, ADDRESS("good"), "--start-tls", "--tls-ca", "root.pem")).status, 0);
  for (const [server, ...options] of [
    [url], [directory.url, "--start-tls"], [url, "--tls-ca", "stranger.pem"],
    [closed.url, "--start-tls", "--tls-ca", "root.pem"], // it has no TLS
    [directory.tlsUrl, "--tls-ca", "root.pem"], // its certificate does not name it
  ]) {
    const answer = await lookUpOne(server, ADDRESS("good"), ...options);
    assert.deepEqual(codes(answer.reasons), ["fetch-not-secure"], `${server} ${options}`);
  }
});

test("wrong usage is told", async () => {
  for (const url of ["http://example.com/", "ldapi://%2ftmp/", "ldap:///dc=x", "nonsense"]) {
    const { status, stderr } = await lookUp(url, [ADDRESS("good")]);
    assert.equal(status, 2, url);
    assert.match(stderr, /no LDAP URL/);
  }
  assert.equal((await lookUp(directory.tlsUrl, [ADDRESS("good")], "--start-tls")).status, 2);
});

test("without --json, there are words", async () => {
  const { status, stdout } = await pki.ask([
    "lookup", "--cache", "", "--anchor", "root.pem", "--cert", "staff.pem", "--ldap", directory.url,
    ADDRESS("good"), ADDRESS("without"),
  ]);
  assert.equal(status, 1);
  assert.match(stdout, /^good@example\.com: good, issued by staff, until 2099-01-01\n/);
  assert.match(stdout, /without@example\.com: no certificate that can be used\n {2}The directory on 127\.0\.0\.1 has no/);
});
