// `signet cert validate --revocation online` against real servers on loopback: OpenSSL's responder, a
// web server for CRLs and issuers, and the ways in which servers fail.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { after, before, test } from "node:test";

import { Pki, Web } from "./pki.mjs";
import { objects } from "./support.mjs";

/** @type {Pki} */
let pki;
/** @type {Web} */
let web;
/** @type {{ url: string, stop: () => void }[]} */
const responders = [];

before(async () => {
  pki = new Pki();
  web = await new Web().start();
  pki.authority("root");
  pki.crl("root", "root.crl");
  web.serve("/root.crl", readFileSync(pki.at("root.crl")), "application/pkix-crl");
  pki.authority("middle", "root", `crlDistributionPoints=URI:${web.url}/root.crl\n`);
  pki.issue("delegate", "middle", "extendedKeyUsage=OCSPSigning\nnoCheck=ignored\n");
  pki.issue("late", "middle", "extendedKeyUsage=OCSPSigning\nnoCheck=ignored\n", { end: "20250601000000Z" });
  pki.issue("impostor", "middle", "keyUsage=digitalSignature\n");
  for (const signer of ["middle", "delegate", "late", "impostor"]) {
    responders.push(await pki.responder("middle", signer));
  }
  const [own, delegated, late, impostor] = responders;
  pki.person("good", "middle", `authorityInfoAccess=OCSP;URI:${own.url}\n`);
  pki.person("revoked", "middle", `authorityInfoAccess=OCSP;URI:${own.url}\n`);
  pki.revoke("revoked", "middle");
  pki.person("delegated", "middle", `authorityInfoAccess=OCSP;URI:${delegated.url}\n`);
  pki.person("lateone", "middle", `authorityInfoAccess=OCSP;URI:${late.url}\n`);
  pki.person("impostorone", "middle", `authorityInfoAccess=OCSP;URI:${impostor.url}\n`);
  pki.person("forgotten", "middle", `authorityInfoAccess=OCSP;URI:${own.url}\n`);
  // The responder does not know what is not in its index.
  const index = readFileSync(pki.at("middle.index"), "utf8");
  pki.write("middle.index", index.split("\n").filter((line) => !line.endsWith("/CN=forgotten")).join("\n"));
  await Promise.all(responders.map((responder) => pki.refresh(responder, "middle")));
});

after(() => {
  for (const responder of responders) {
    responder.stop();
  }
  web.stop();
  pki.remove();
});

const online = [
  "cert", "validate", "--json", "--anchor", "root.pem", "--revocation", "online", "--require-revocation",
];

/** @param {string[]} args */
async function ask(...args) {
  const result = await pki.ask([...online, "--allow-private-addresses", ...args]);
  assert.equal(result.stderr, "");
  return { status: result.status, ...objects(result.stdout)[0] };
}

/** @param {any[]} reasons */
const codes = (reasons) => reasons.map(({ code }) => code);

/**
 * A person whose status is to be had at this page of the web server alone.
 *
 * @param {string} name
 * @param {string} page
 */
function personWithCrl(name, page) {
  pki.person(name, "middle", `crlDistributionPoints=URI:${web.url}${page}\n`);
}

test("OpenSSL's responder: good, by the authority itself and by its delegate", async () => {
  for (const name of ["good", "delegated"]) {
    const answer = await ask("--cert", "middle.pem", `${name}.pem`);
    assert.equal(answer.status, 0, JSON.stringify(answer.reasons));
    assert.deepEqual(
      answer.revocation.map((/** @type {any} */ { state, evidence }) => [state, evidence]),
      [["good", "ocsp"], ["good", "crl"]],
    );
    assert.deepEqual(
      answer.fetches.map((/** @type {any} */ { kind, method, outcome }) => [kind, method, outcome]),
      [["ocsp", "POST", "answered"], ["crl", "GET", "answered"]],
    );
  }
});

test("a CRL that is at hand is asked for on condition: by its tag, and by its date", async () => {
  const octets = readFileSync(pki.at("root.crl"));
  const date = "Sat, 01 Nov 2025 10:00:00 GMT";
  for (const { name, given, field, value } of [
    { name: "tagged", given: "ETag", field: "if-none-match", value: '"crl-1"' },
    { name: "dated", given: "Last-Modified", field: "if-modified-since", value: date },
  ]) {
    /** @type {any[]} */
    const requests = [];
    web.pages.set(`/${name}.crl`, (request, response) => {
      requests.push(request.headers);
      const unchanged = request.headers[field] === value;
      response.writeHead(unchanged ? 304 : 200, { [given]: value });
      response.end(unchanged ? undefined : octets);
    });
    pki.person(name, "root", `crlDistributionPoints=URI:${web.url}/${name}.crl
`);
    for (let i = 0; i < 3; ++i) {
      const answer = await ask(`${name}.pem`);
      assert.equal(answer.status, 0, JSON.stringify(answer.reasons));
      assert.equal(answer.fetches[0].outcome, "answered");
    }
    assert.equal(requests.length, 3);
    assert.deepEqual(requests.map((headers) => headers[field]), [undefined, value, value]);
  }
});

test("a CRL that has changed takes the place of the one that is at hand", async () => {
  let version = 1;
  web.pages.set("/changing.crl", (request, response) => {
    const tag = `"${version}"`;
    const unchanged = request.headers["if-none-match"] === tag;
    response.writeHead(unchanged ? 304 : 200, { ETag: tag })
      .end(unchanged ? undefined : readFileSync(pki.at(version === 1 ? "root.crl" : "changed.crl")));
  });
  pki.person("changing", "root", `crlDistributionPoints=URI:${web.url}/changing.crl
`);
  assert.equal((await ask("changing.pem")).status, 0);
  pki.revoke("changing", "root");
  pki.crl("root", "changed.crl");
  assert.equal((await ask("changing.pem")).status, 0);
  version = 2;
  for (let i = 0; i < 2; ++i) {
    assert.deepEqual(codes((await ask("changing.pem")).reasons), ["certificate-revoked"]);
  }
});

test("a server that claims that nothing has changed when nothing is at hand is refused", async () => {
  web.pages.set("/never.crl", (_request, response) => response.writeHead(304).end());
  pki.person("never", "root", `crlDistributionPoints=URI:${web.url}/never.crl
`);
  assert.deepEqual(codes((await ask("never.pem")).reasons), ["revocation-unknown", "fetch-refused"]);
});

test("all answers for one certificate have one time together", async () => {
  // Each round alone would be in time: two missing issuers, one after the other, then a CRL.
  const slowly = (/** @type {Buffer} */ octets) =>
    (/** @type {any} */ _request, /** @type {import("node:http").ServerResponse} */ response) => {
      setTimeout(() => response.writeHead(200).end(octets), 700);
    };
  pki.authority("upper", "root");
  web.pages.set("/upper.cer", slowly(pki.der("upper")));
  pki.authority("lower", "upper", `authorityInfoAccess=caIssuers;URI:${web.url}/upper.cer
`);
  web.pages.set("/lower.cer", slowly(pki.der("lower")));
  pki.person("patient", "lower", `authorityInfoAccess=caIssuers;URI:${web.url}/lower.cer
`);
  const fetch = ["cert", "validate", "--json", "--anchor", "root.pem", "--revocation", "online",
    "--allow-private-addresses", "--cache", ""];
  const enough = await pki.ask([...fetch, "--fetch-time-together", "60", "patient.pem"]);
  assert.equal(enough.status, 0, enough.stdout);
  const short = await pki.ask([...fetch, "--fetch-time-together", "1", "patient.pem"]);
  assert.equal(short.status, 1);
  const [answer] = objects(short.stdout);
  assert.equal(answer.valid, false);
  assert.ok(answer.fetches.some((/** @type {any} */ { outcome }) => outcome !== "answered"), short.stdout);
});

test("OpenSSL's responder: revoked, unknown, expired signer, signer without the right", async () => {
  const revoked = await ask("--cert", "middle.pem", "revoked.pem");
  assert.equal(revoked.status, 1);
  assert.deepEqual(codes(revoked.reasons), ["certificate-revoked"]);
  for (const [name, code] of [
    ["forgotten", "revocation-responder-failed"],
    ["lateone", "revocation-answer-unauthorized"],
    ["impostorone", "revocation-answer-unauthorized"],
  ]) {
    const answer = await ask("--cert", "middle.pem", `${name}.pem`);
    assert.equal(answer.status, 1);
    assert.deepEqual(codes(answer.reasons), ["revocation-unknown", code], name);
    assert.equal(answer.revocation[0].state, "unknown");
  }
});

test("one responder for every certificate: its answers count by the certificate that was given", async () => {
  pki.issue("chosen", "root", "extendedKeyUsage=OCSPSigning\nnoCheck=ignored\n");
  const chosen = await pki.responder("middle", "chosen");
  responders.push(chosen);
  await pki.refresh(chosen, "middle");
  pki.person("nowhere", "middle", "authorityInfoAccess=OCSP;URI:http://192.0.2.1/\n");
  const index = ["--cert", "middle.pem", "--anchor", "middle.pem", "--responder", chosen.url];
  const without = await ask(...index, "nowhere.pem");
  assert.deepEqual(codes(without.reasons), ["revocation-unknown", "revocation-answer-unauthorized"]);
  // Also without --allow-private-addresses: the person has chosen this server.
  const result = await pki.ask([...online, ...index, "--responder-cert", "chosen.pem", "nowhere.pem"]);
  const [answer] = objects(result.stdout);
  assert.equal(result.status, 0, result.stdout);
  assert.deepEqual(answer.fetches.map((/** @type {any} */ { url }) => url), [chosen.url]);
  const wrong = await pki.ask([...online, "--responder", "ftp://example.com/", "nowhere.pem"]);
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /http/);
});

test("an answer of another day: outdated then, from the future before", async () => {
  const later = new Date(Date.now() + 9 * 86400e3).toISOString();
  assert.ok(codes((await ask("--cert", "middle.pem", "--at", later, "good.pem")).reasons).includes("revocation-answer-outdated"));
  const earlier = new Date(Date.now() - 86400e3).toISOString();
  assert.ok(codes((await ask("--cert", "middle.pem", "--at", earlier, "good.pem")).reasons).includes("revocation-answer-from-future"));
});

test("an old answer played again, and one for another certificate", async () => {
  pki.ocsp("good", "middle", "good.ocsp");
  pki.openssl(
    ..."ocsp -issuer middle.pem -cert good.pem -reqout nonce.req".split(" "),
  );
  pki.openssl(
    ..."ocsp -index middle.index -CA middle.pem -reqin nonce.req -rsigner middle.pem".split(" "),
    ..."-rkey middle.key -ndays 1 -respout replayed.ocsp".split(" "),
  );
  for (const [name, file, code] of [
    ["replay", "replayed.ocsp", "revocation-answer-mismatched"],
    ["mistaken", "good.ocsp", "revocation-answer-mismatched"],
  ]) {
    web.serve(`/${name}`, readFileSync(pki.at(file)), "application/ocsp-response");
    pki.person(name, "middle", `authorityInfoAccess=OCSP;URI:${web.url}/${name}\n`);
    assert.deepEqual(codes((await ask("--cert", "middle.pem", `${name}.pem`)).reasons), ["revocation-unknown", code]);
  }
  // About the right certificate, but made for somebody else's question.
  pki.person("again", "middle", `authorityInfoAccess=OCSP;URI:${web.url}/again\n`);
  pki.openssl(..."ocsp -issuer middle.pem -cert again.pem -reqout nonce.req".split(" "));
  pki.openssl(
    ..."ocsp -index middle.index -CA middle.pem -reqin nonce.req -rsigner middle.pem".split(" "),
    ..."-rkey middle.key -ndays 1 -respout again.ocsp".split(" "),
  );
  web.serve("/again", readFileSync(pki.at("again.ocsp")), "application/ocsp-response");
  assert.deepEqual(
    codes((await ask("--cert", "middle.pem", "again.pem")).reasons),
    ["revocation-unknown", "revocation-answer-replayed"],
  );
});

test("CRLs over the network", async () => {
  pki.crl("middle", "middle.crl");
  web.serve("/middle.crl", readFileSync(pki.at("middle.crl")), "application/pkix-crl");
  personWithCrl("listed", "/middle.crl");
  const good = await ask("--cert", "middle.pem", "listed.pem");
  assert.equal(good.status, 0, JSON.stringify(good.reasons));
  pki.revoke("listed", "middle");
  pki.crl("middle", "middle.crl");
  web.serve("/middle.crl", readFileSync(pki.at("middle.crl")), "application/pkix-crl");
  assert.deepEqual(codes((await ask("--cert", "middle.pem", "listed.pem")).reasons), ["certificate-revoked"]);
});

test("a missing issuer is fetched where the certificate says, as a certificate or a bundle", async () => {
  pki.der("middle");
  pki.openssl(..."crl2pkcs7 -nocrl -certfile middle.pem -certfile root.pem -outform DER -out bundle.p7c".split(" "));
  for (const [name, file] of [["orphan", "middle.der"], ["foundling", "bundle.p7c"]]) {
    web.serve(`/${file}`, readFileSync(pki.at(file)), "application/pkix-cert");
    pki.person(
      name, "middle",
      `authorityInfoAccess=caIssuers;URI:${web.url}/${file},OCSP;URI:${responders[0].url}\n`,
    );
    await pki.refresh(responders[0], "middle");
    const answer = await ask("--cache", "", `${name}.pem`);
    assert.equal(answer.status, 0, JSON.stringify(answer.reasons));
    assert.deepEqual(
      answer.fetches.map((/** @type {any} */ { kind }) => kind),
      ["issuer", "ocsp", "crl"],
    );
    const offline = await pki.ask([
      "cert", "validate", "--json", "--anchor", "root.pem", "--cache", "", `${name}.pem`,
    ]);
    const local = objects(offline.stdout)[0];
    assert.deepEqual(codes(local.reasons), ["issuer-unknown"]);
    assert.deepEqual(local.fetches[0].outcome, "not-made");
  }
});

test("nothing is fetched unless it is asked for, and that is visible", async () => {
  web.asked.length = 0;
  const result = await pki.ask([
    "cert", "validate", "--json", "--anchor", "root.pem", "--cert", "middle.pem", "--cache", "", "good.pem",
  ]);
  const answer = objects(result.stdout)[0];
  assert.equal(answer.valid, true);
  assert.deepEqual(
    answer.revocation.map((/** @type {any} */ { state }) => state),
    ["not-checked", "not-checked"],
  );
  assert.deepEqual(codes(answer.warnings), ["revocation-not-checked", "revocation-not-checked"]);
  assert.deepEqual(web.asked, []);
  assert.equal(answer.fetches.length, 2);
  assert.ok(Buffer.from(answer.fetches[0].body, "base64").length > 50);
});

test("stored answers serve where the network does not, and only there", async () => {
  web.serve("/stored.crl", readFileSync(pki.at("root.crl")));
  pki.authority("kept", "root", `crlDistributionPoints=URI:${web.url}/stored.crl\n`);
  pki.crl("kept", "kept.crl");
  web.serve("/kept.crl", readFileSync(pki.at("kept.crl")));
  web.serve("/kept.crt", pki.der("kept"));
  pki.person(
    "saver", "kept",
    `crlDistributionPoints=URI:${web.url}/kept.crl\nauthorityInfoAccess=caIssuers;URI:${web.url}/kept.crt\n`,
  );
  const cache = ["--cache", "own/answers"];
  const first = await ask(...cache, "saver.pem");
  assert.equal(first.status, 0, JSON.stringify(first.reasons));
  // Again, with the network: the answers are asked anew, the issuer is not.
  web.asked.length = 0;
  assert.equal((await ask(...cache, "saver.pem")).status, 0);
  assert.deepEqual(web.asked.sort(), ["GET /kept.crl", "GET /stored.crl"]);
  for (const page of ["/kept.crl", "/stored.crl", "/kept.crt"]) {
    web.pages.delete(page);
  }
  const offline = await ask(...cache, "saver.pem");
  assert.equal(offline.status, 0, JSON.stringify(offline.reasons));
  assert.deepEqual(
    offline.fetches.map((/** @type {any} */ { outcome }) => outcome),
    ["failed", "failed"],
  );
  web.asked.length = 0;
  const local = ["cert", "validate", "--json", "--anchor", "root.pem", "--require-revocation", ...cache];
  assert.equal((await pki.ask([...local, "saver.pem"])).status, 0);
  assert.deepEqual(web.asked, []);
  // What has expired is no help.
  const later = new Date(Date.now() + 30 * 86400e3).toISOString();
  const expired = await pki.ask([...local, "--at", later, "saver.pem"]);
  assert.equal(expired.status, 1);
  assert.equal((await pki.ask([...local, "--revocation", "off", "saver.pem"])).status, 1);
});

test("servers on this computer are not asked unless that is allowed", async () => {
  web.asked.length = 0;
  const result = await pki.ask([...online, "--cache", "", "--cert", "middle.pem", "good.pem"]);
  const answer = objects(result.stdout)[0];
  assert.equal(result.status, 1);
  assert.ok(codes(answer.reasons).includes("fetch-address-refused"));
  assert.deepEqual(web.asked, []);
  // Nor where a name leads there.
  pki.person("named", "middle", `crlDistributionPoints=URI:${web.url?.replace("127.0.0.1", "localhost")}/x\n`);
  const named = objects((await pki.ask([...online, "--cache", "", "--cert", "middle.pem", "named.pem"])).stdout)[0];
  assert.ok(codes(named.reasons).includes("fetch-address-refused"));
  assert.deepEqual(web.asked, []);
  // Behind a proxy, addresses in URLs count.
  const proxied = await pki.ask([...online, "--cache", "", "--cert", "middle.pem", "good.pem"], {
    http_proxy: `${web.url}`,
  });
  assert.ok(codes(objects(proxied.stdout)[0].reasons).includes("fetch-address-refused"));
  assert.deepEqual(web.asked, []);
});

test("signet verify asks online too, once for many messages of one sender", async () => {
  pki.crl("middle", "verify.crl");
  web.serve("/verify.crl", readFileSync(pki.at("verify.crl")));
  personWithCrl("ann", "/verify.crl");
  pki.write("text", "Content-Type: text/plain\n\nHello.\n");
  pki.openssl(
    ..."cms -sign -in text -signer ann.pem -inkey ann.key -certfile middle.pem -out ann.eml".split(" "),
    ..."-from ann@example.com -to bob@example.com -subject Hello".split(" "),
  );
  web.asked.length = 0;
  const verify = [
    "verify", "--json", "--anchor", "root.pem", "--revocation", "online", "--allow-private-addresses",
    "--require-revocation", "--cache", "",
  ];
  const good = await pki.ask([...verify, "ann.eml", "ann.eml", "ann.eml"]);
  assert.equal(good.status, 0, good.stdout + good.stderr);
  assert.deepEqual(
    objects(good.stdout)[2].signers[0].revocation.map((/** @type {any} */ { state }) => state),
    ["good", "good"],
  );
  assert.deepEqual(web.asked.sort(), ["GET /root.crl", "GET /verify.crl"]);
  pki.revoke("ann", "middle");
  pki.crl("middle", "verify.crl");
  web.serve("/verify.crl", readFileSync(pki.at("verify.crl")));
  const revoked = await pki.ask([...verify, "ann.eml"]);
  assert.equal(revoked.status, 1);
  assert.equal(objects(revoked.stdout)[0].reasons[0].code, "certificate-revoked");
  web.pages.delete("/verify.crl");
  const failed = objects((await pki.ask([...verify, "ann.eml"])).stdout)[0];
  assert.deepEqual(
    failed.reasons.map((/** @type {any} */ { code }) => code),
    ["revocation-unknown", "fetch-refused"],
  );
  // Nobody asked: visible, and neither good nor bad.
  const local = objects(
    (await pki.ask(["verify", "--json", "--anchor", "root.pem", "--cache", "", "ann.eml"])).stdout,
  )[0];
  assert.equal(local.signature, "valid");
  assert.deepEqual(
    local.reasons.map((/** @type {any} */ { code, severity }) => [code, severity]),
    [["valid", "information"], ["revocation-not-checked", "information"]],
  );
});

test("each way in which a server fails has its own words, in bounded time", async () => {
  const silent = createServer(() => {}); // takes the connection, and says nothing
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  const silentPort = /** @type {import("node:net").AddressInfo} */ (silent.address()).port;
  const closed = createServer();
  closed.listen(0, "127.0.0.1");
  await once(closed, "listening");
  const closedPort = /** @type {import("node:net").AddressInfo} */ (closed.address()).port;
  closed.close();

  const crl = readFileSync(pki.at("root.crl"));
  /** @type {NodeJS.Timeout[]} */
  const timers = [];
  web.pages.set("/drip", (_request, response) => {
    response.writeHead(200, { "Content-Length": crl.length });
    let sent = 0;
    timers.push(
      setInterval(() => {
        response.write(crl.subarray(sent % crl.length, (sent % crl.length) + 1));
        sent += 1;
      }, 20),
    );
  });
  web.serve("/page", "<!DOCTYPE html><title>Log in</title>", "text/html");
  web.serve("/damaged", crl.subarray(0, crl.length - 20));
  web.pages.set("/cut", (_request, response) => {
    response.writeHead(200, { "Content-Length": crl.length });
    response.write(crl.subarray(0, 100), () => response.destroy());
  });
  web.pages.set("/endless", (_request, response) => {
    response.writeHead(200);
    const piece = Buffer.alloc(1 << 16, 0x30);
    const more = () => {
      while (!response.destroyed && response.write(piece)) {
        // until the buffer is full
      }
    };
    response.on("drain", more);
    more();
  });
  web.pages.set("/huge", (_request, response) => {
    response.writeHead(200, { "Content-Length": 1 << 30 });
    response.write("0");
  });
  for (const [page, target] of [["/loop", "/loop"], ["/elsewhere", "file:///etc/passwd"]]) {
    web.pages.set(page, (_request, response) => response.writeHead(302, { Location: target }).end());
  }
  const short = ["--fetch-time", "0.5"];
  const cases = [
    ["silent", `http://127.0.0.1:${silentPort}/`, "fetch-no-answer", short],
    ["closed", `http://127.0.0.1:${closedPort}/`, "fetch-no-answer", []],
    ["drip", `${web.url}/drip`, "fetch-too-slow", ["--fetch-time", "1.5"]],
    ["absent", `${web.url}/absent`, "fetch-refused", []],
    ["page", `${web.url}/page`, "fetch-answer-not-expected", []],
    ["damaged", `${web.url}/damaged`, "fetch-answer-damaged", []],
    ["cut", `${web.url}/cut`, "fetch-cut-short", []],
    ["huge", `${web.url}/huge`, "fetch-too-large", []],
    ["loop", `${web.url}/loop`, "fetch-redirected-too-often", []],
    ["elsewhere", `${web.url}/elsewhere`, "fetch-answer-not-expected", []],
    ["insecure", `${web.url?.replace("http:", "https:")}/`, "fetch-not-secure", []],
  ];
  for (const [name, url, code, options] of cases) {
    pki.person(`f${name}`, "middle", `crlDistributionPoints=URI:${url}\n`);
    const answer = await ask("--cert", "middle.pem", ...options, `f${name}.pem`);
    assert.equal(answer.status, 1);
    const reason = answer.reasons.find((/** @type {any} */ each) => each.code === code);
    assert.ok(reason, `${name}: ${JSON.stringify(answer.reasons)}`);
    assert.equal(reason.certificate, answer.chain[0].sha256);
    assert.match(reason.text, /127\.0\.0\.1/);
    assert.equal(answer.revocation[0].state, "unknown");
  }
  // An OCSP answer may have a mebibyte, which an endless one reaches at once.
  pki.person("fendless", "middle", `authorityInfoAccess=OCSP;URI:${web.url}/endless\n`);
  assert.ok(codes((await ask("--cert", "middle.pem", "fendless.pem")).reasons).includes("fetch-too-large"));
  for (const timer of timers) {
    clearInterval(timer);
  }
  silent.close();
});
