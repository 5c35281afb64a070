// The people of the interoperability tests: a root, an authority under it, and one person for each
// kind of key, made by OpenSSL in the run; and the stores of the other programs with them.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

export const PASSWORD = "interop";

/** @typedef {{ name: string, key: string[] }} Person */

/** @type {Person[]} */
export const PEOPLE = [
  { name: "rsa", key: ["rsa:2048"] },
  { name: "p256", key: ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"] },
  { name: "p384", key: ["ec", "-pkeyopt", "ec_paramgen_curve:P-384"] },
  { name: "p521", key: ["ec", "-pkeyopt", "ec_paramgen_curve:P-521"] },
];

/** @param {string} name */
export function addressOf(name) {
  return `${name}@example.com`;
}

/**
 * Runs a program that must succeed.
 * @param {string} folder
 * @param {string} program
 * @param {string[]} args
 * @param {string | Buffer} [input]
 */
export function run(folder, program, args, input) {
  return execFileSync(program, args, { cwd: folder, input, stdio: ["pipe", "pipe", "pipe"] });
}

/**
 * Runs a program that may fail.
 * @param {string} folder
 * @param {string} program
 * @param {string[]} args
 * @param {string | Buffer} [input]
 */
export function attempt(folder, program, args, input) {
  const result = spawnSync(program, args, { cwd: folder, input, timeout: 60_000 });
  return { status: result.status ?? -1, out: result.stdout, err: result.stderr.toString() };
}

/** @param {string} folder */
function makeAuthorities(folder) {
  run(folder, "openssl", [
    ..."req -x509 -newkey rsa:2048 -nodes -keyout root.key -out root.pem -days 30".split(" "),
    "-subj", "/CN=Interop Root", "-addext", "keyUsage=critical,keyCertSign,cRLSign",
  ]);
  run(folder, "openssl", [
    ..."req -newkey rsa:2048 -nodes -keyout ca.key -out ca.csr -subj".split(" "), "/CN=Interop CA",
  ]);
  writeFileSync(
    path.join(folder, "ca.ext"),
    "basicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign,cRLSign\n" +
      "subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n",
  );
  run(folder, "openssl", [
    ..."x509 -req -in ca.csr -CA root.pem -CAkey root.key -CAcreateserial -days 30".split(" "),
    ..."-extfile ca.ext -out ca.pem".split(" "),
  ]);
}

/**
 * @param {string} folder
 * @param {Person} person
 */
function makePerson(folder, { name, key }) {
  run(folder, "openssl", [
    "req", "-newkey", ...key, "-nodes", "-keyout", `${name}.key`, "-out", `${name}.csr`,
    "-subj", `/CN=Person ${name}`,
  ]);
  const agree = name === "rsa" ? "keyEncipherment" : "keyAgreement";
  writeFileSync(
    path.join(folder, `${name}.ext`),
    `subjectAltName=email:${addressOf(name)}\nextendedKeyUsage=emailProtection\n` +
      `keyUsage=critical,digitalSignature,${agree}\n` +
      "subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n",
  );
  run(folder, "openssl", [
    ..."x509 -req -CA ca.pem -CAkey ca.key -CAcreateserial -days 30".split(" "),
    "-in", `${name}.csr`, "-extfile", `${name}.ext`, "-out", `${name}.pem`,
  ]);
  run(folder, "openssl", [
    "pkcs12", "-export", "-in", `${name}.pem`, "-inkey", `${name}.key`, "-certfile", "ca.pem",
    "-name", name, "-out", `${name}.p12`, "-passout", `pass:${PASSWORD}`,
  ]);
}

/** @param {string} folder */
function fillNss(folder) {
  mkdirSync(path.join(folder, "nss"));
  run(folder, "certutil", ["-N", "-d", "sql:nss", "--empty-password"]);
  run(folder, "certutil", "-A -d sql:nss -n root -t ,C, -i root.pem".split(" "));
  for (const { name } of PEOPLE) {
    run(folder, "pk12util", ["-i", `${name}.p12`, "-d", "sql:nss", "-W", PASSWORD, "-K", ""]);
  }
}

/** @param {string} folder */
export function gpgsm(folder) {
  return ["--homedir", path.join(folder, "gnupg"), "--batch", "--disable-dirmngr",
    "--disable-crl-checks", "--disable-policy-checks"];
}

/** @param {string} folder */
function fillGnupg(folder) {
  const home = path.join(folder, "gnupg");
  mkdirSync(home, { mode: 0o700 });
  writeFileSync(path.join(home, "gpg-agent.conf"), "allow-loopback-pinentry\n");
  const digest = run(folder, "openssl", "x509 -in root.pem -noout -fingerprint -sha1".split(" "));
  const fingerprint = digest.toString().trim().replace(/^.*=/, "");
  writeFileSync(path.join(home, "trustlist.txt"), `${fingerprint} S relax\n`);
  for (const certificate of ["root.pem", "ca.pem"]) {
    attempt(folder, "gpgsm", [...gpgsm(folder), "--import", certificate]);
  }
  for (const { name } of PEOPLE) {
    attempt(folder, "gpgsm", [...gpgsm(folder), "--import", `${name}.pem`]);
    if (name !== "rsa") {
      continue; // gpgsm 2.2 crashes: the table says what follows from that
    }
    // Nor does it read how PKCS #12 files are encrypted today.
    run(folder, "openssl", [
      ..."pkcs12 -export -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1".split(" "),
      "-in", `${name}.pem`, "-inkey", `${name}.key`, "-out", "old.p12", "-passout", `pass:${PASSWORD}`,
    ]);
    attempt(folder, "gpgsm", [...gpgsm(folder), ..."--pinentry-mode loopback".split(" "),
      ..."--passphrase-fd 0 --import old.p12".split(" ")], PASSWORD);
  }
}

/** @param {string} folder */
export function makePeople(folder) {
  makeAuthorities(folder);
  for (const person of PEOPLE) {
    makePerson(folder, person);
  }
  writeFileSync(path.join(folder, "password"), `${PASSWORD}\n`);
  fillNss(folder);
  fillGnupg(folder);
}

/** @param {string} folder */
export function stopGnupg(folder) {
  attempt(folder, "gpgconf", ["--homedir", path.join(folder, "gnupg"), "--kill", "all"]);
}
