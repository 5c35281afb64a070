// What the tests of the command line share: a folder with a CA and people made by OpenSSL.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const build = process.env.SIGNET_BUILD ?? path.resolve("build/release");
export const signet = path.join(build, "signet");

/** A folder of files that the programs under test work in. */
export class Workbench {
  constructor() {
    this.folder = mkdtempSync(path.join(tmpdir(), "signet-cli-"));
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** @param {string} name */
  at(name) {
    return path.join(this.folder, name);
  }

  /**
   * @param {string} name
   * @param {string | Buffer} content
   */
  write(name, content) {
    writeFileSync(this.at(name), content);
  }

  /** @param {string[]} args */
  openssl(...args) {
    execFileSync("openssl", args, { cwd: this.folder, stdio: ["ignore", "pipe", "pipe"] });
  }

  /**
   * @param {string[]} args
   * @param {string | Buffer} [input]
   */
  run(args, input) {
    return spawnSync(signet, args, { cwd: this.folder, encoding: "utf8", input, maxBuffer: 2 ** 28 });
  }

  /** ca.pem and ca.key. */
  makeAuthority() {
    this.openssl(
      ..."req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 30".split(" "),
      "-subj", "/CN=Clinic CA",
      "-addext", "keyUsage=critical,keyCertSign,cRLSign",
    );
  }

  /**
   * A person of the authority: <name>.pem, <name>.key and <name>.p12.
   *
   * @param {string} name
   * @param {string} password of the PKCS #12 file
   * @param {string[]} [newkey] arguments of `openssl req` that make the key
   */
  makePerson(name, password, newkey = ["-newkey", "rsa:2048"]) {
    this.openssl(
      "req", ...newkey, ..."-nodes -keyout".split(" "), `${name}.key`, "-out", `${name}.csr`,
      "-subj", `/CN=${name} Example`,
    );
    this.write(
      `${name}.ext`,
      `subjectAltName=email:${name}@example.com\nextendedKeyUsage=emailProtection\n` +
        "keyUsage=critical,digitalSignature,keyEncipherment,keyAgreement\n" +
        "subjectKeyIdentifier=hash\n",
    );
    this.openssl(
      ..."x509 -req -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -in".split(" "),
      `${name}.csr`, "-extfile", `${name}.ext`, "-out", `${name}.pem`,
    );
    this.openssl(
      ..."pkcs12 -export -certfile ca.pem -passout".split(" "), `pass:${password}`,
      "-inkey", `${name}.key`, "-in", `${name}.pem`, "-out", `${name}.p12`,
    );
  }
}

/** @param {string} output */
export function objects(output) {
  return output
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}
