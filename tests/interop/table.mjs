// The table of what other programs make of Signet's messages, and whose each hole is.

/**
 * @typedef {object} Section
 * @property {string} title
 * @property {string[]} labels heads of the columns that name a case
 * @property {string[]} programs heads of the columns with a result
 * @property {{ labels: string[], results: boolean[] }[]} rows
 */

/** @typedef {{ program: string, applies: (title: string, labels: string[]) => boolean, why: string }} Hole */

/**
 * The known holes: each says whose it is. A result that no hole explains, and a hole that explains
 * nothing any more, are failures of the run.
 * @type {Hole[]}
 */
export const HOLES = [
  {
    program: "gpgsm",
    applies: (title, [name]) => title.startsWith("They verify") && name === "ECDSA P-521 with SHA-512",
    why: "version 2.2 refuses what OpenSSL signs with P-521 as well.",
  },
  {
    program: "gpgsm",
    applies: (title, [, cipher]) => title.startsWith("They decrypt") && cipher === "AES-256-GCM",
    why: "version 2.2 has no authenticated encryption; 2.3.2 and later have.",
  },
  {
    program: "gpgsm",
    applies: (title, [name]) => title.startsWith("They decrypt") && name?.startsWith("RSA-OAEP") === true,
    why: "version 2.2 has no RSA-OAEP.",
  },
  {
    program: "gpgsm",
    applies: (title, [name]) => title.startsWith("They decrypt") && name?.startsWith("ECDH") === true,
    why: "version 2.2 crashes when it imports an EC key from a PKCS #12 file.",
  },
  {
    program: "NSS cmsutil",
    applies: (title, [, cipher]) => title.startsWith("They decrypt") && cipher === "AES-256-GCM",
    why: "its CMS code does not know AuthEnvelopedData.",
  },
  {
    program: "NSS cmsutil",
    applies: (title, [name]) => title.startsWith("They decrypt") && name?.startsWith("RSA-OAEP") === true,
    why: "its CMS code reads RSA-OAEP from NSS 3.100 on; Debian 12 has 3.87.",
  },
  {
    program: "NSS cmsutil",
    applies: (title, [name]) => title.startsWith("They decrypt") && name?.startsWith("ECDH") === true,
    why: "its CMS code reads ECDH from NSS 3.99 on; Debian 12 has 3.87.",
  },
];

/** @param {string[]} cells */
function line(cells) {
  return `| ${cells.join(" | ")} |\n`;
}

/**
 * @param {Section[]} sections
 * @returns {{ text: string, unexplained: string[], unused: string[] }}
 */
export function writeTable(sections) {
  /** @type {string[]} */
  const unexplained = [];
  const used = new Set();
  let text =
    "## They read ours\n\n" +
    "`no` has the number of a hole, explained below with whose it is. Ed25519, X25519 and ML-KEM are not in\n" +
    "the table: the NSS of Debian 12, which Signet runs on here, does not have them.\n";
  for (const { title, labels, programs, rows } of sections) {
    text += `\n### ${title}\n\n`;
    text += line([...labels, ...programs]);
    text += line([...labels, ...programs].map(() => "---"));
    for (const row of rows) {
      const cells = row.results.map((works, column) => {
        if (works) {
          return "yes";
        }
        const program = programs[column];
        const hole = HOLES.findIndex(
          (candidate) => candidate.program === program && candidate.applies(title, row.labels),
        );
        if (hole < 0) {
          unexplained.push(`${title}: ${row.labels.join(", ")}: ${program}`);
          return "no";
        }
        used.add(hole);
        return `no (${hole + 1})`;
      });
      text += line([...row.labels, ...cells]);
    }
  }
  text += "\n### Holes\n\n";
  HOLES.forEach(({ program, why }, index) => {
    text += `${index + 1}. ${program}: ${why}\n`;
  });
  const unused = HOLES.filter((_, index) => !used.has(index)).map(({ why }) => why);
  return { text, unexplained, unused };
}
