// Drives tests/interop/BouncyCastle.java: one Java process that answers commands, through pipes with
// names, so that a test can ask it synchronously as it asks other programs.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readSync, writeSync } from "node:fs";
import path from "node:path";

const JARS = ["bcprov", "bcutil", "bcpkix"].map((name) => `/usr/share/java/${name}.jar`);
const SOURCE = path.resolve("tests/interop/BouncyCastle.java");

/** Whether Debian's packages are here: libbcmail-java, and a JDK (openjdk-17-jdk-headless). */
export function hasBouncyCastle() {
  return JARS.every((jar) => existsSync(jar)) && spawnSync("java", ["--list-modules"]).stdout?.includes("jdk.compiler");
}

export class BouncyCastle {
  /** @param {string} folder where the files of the commands are */
  constructor(folder) {
    const [to, from] = [path.join(folder, "to-java"), path.join(folder, "from-java")];
    execFileSync("mkfifo", [to, from]);
    // Both ends are opened here first, so that nobody waits for the other.
    const forJava = [openSync(to, "r+"), openSync(from, "r+")];
    this.java = spawn("java", ["-cp", JARS.join(":"), SOURCE], {
      cwd: folder,
      stdio: [forJava[0] ?? "ignore", forJava[1] ?? "ignore", "inherit"],
    });
    this.write = openSync(to, "w");
    this.read = openSync(from, "r");
    forJava.forEach((descriptor) => closeSync(descriptor));
  }

  /**
   * @param {string[]} words
   * @returns {string | null} null: it was done; otherwise why not
   */
  ask(...words) {
    writeSync(this.write, `${words.join("\t")}\n`);
    let answer = "";
    const buffer = Buffer.alloc(4096);
    while (!answer.endsWith("\n")) {
      const count = readSync(this.read, buffer);
      if (count === 0) {
        throw new Error(`Bouncy Castle ended: ${answer}`);
      }
      answer += buffer.toString("utf8", 0, count);
    }
    return answer === "yes\n" ? null : answer.trim();
  }

  stop() {
    closeSync(this.write);
    closeSync(this.read);
    this.java.kill();
  }
}
