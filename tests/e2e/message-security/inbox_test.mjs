// Each message of the demonstration's inbox: the icon in its header and the words of the Message
// Security window, which are the command line's.

import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { manifest, messageWith, startClinic } from "../support/clinic.mjs";
import { journeys } from "../support/journey.mjs";
import { verify } from "../support/signet.mjs";

const anchors = manifest.anchors.flatMap((anchor) => ["--anchor", anchor]);

/** @type {Record<string, string>} */
const HEADINGS = {
  pen: "Valid signature",
  "broken-pen": "Problem with the signature",
};

/** The command line writes dates alike everywhere, the host as its language does: 3 May, May 3. */
function asTheHostWrites(/** @type {string} */ text) {
  return text.replace(/\b(\d{1,2}) ([A-Z][a-z]+) (\d{4})\b/g, "$2 $1, $3");
}

journeys("message-security-inbox", startClinic, (journey) => {
  for (const { file, subject, about, icon, signature, reason } of manifest.messages) {
    journey(`${about}: ${icon}, ${reason}`, async ({ mail, signet }) => {
      await mail.select(subject);
      const header = await signet.judged(subject);
      assert.equal(header.phase, "judged");
      assert.equal(header.signature, icon);
      assert.equal(header.encryption, "none");
      assert.equal(header.shown, icon !== "none");
      assert.equal(header.hostIcons, false);

      const { status, verdicts } = verify("--revocation", "local", "--cache", "", ...anchors, file);
      assert.equal(verdicts.length, 1);
      assert.equal(verdicts[0].signature, signature);
      assert.equal(verdicts[0].reasons[0].code, reason);
      assert.equal(status, signature === "valid" ? 0 : 1);

      if (header.shown) {
        const shown = await signet.openMessageSecurity();
        assert.equal(shown.subject, subject);
        assert.equal(shown.icon, icon);
        assert.equal(shown.verdict, HEADINGS[icon]);
        const sentences = verdicts[0].reasons.flatMap(({ text, remedy }) => [text, remedy]);
        assert.deepEqual(shown.sentences, sentences.filter(Boolean).map(asTheHostWrites));
        await signet.closeMessageSecurity();
      }
    });
  }

  journey("the window names the signer, and Enter opens it", async (session) => {
    const { mail, signet } = session;
    const { subject } = messageWith({ about: "signed with ECDSA" });
    await mail.select(subject);
    await signet.judged(subject);
    const shown = await signet.openMessageSecurity("Enter");
    assert.equal(shown.facts["Signed by"], "Carol Haddad");
    assert.equal(shown.facts["E-mail address"], "carol@harbour-clinic.example");
    assert.match(shown.facts["Issued by"], /Harbour Clinic Staff CA/);
    assert.match(shown.facts["Certificate valid"], /20\d\d/);
    assert.ok(shown.hasCertificateButton);
    await session.screenshot("message-security-valid", "signet:message-security");
    await signet.closeMessageSecurity();
  });

  journey("View Signature Certificate shows the signer's certificate", async (session) => {
    const { mail, signet, thunderbird } = session;
    const { subject } = messageWith({ about: "signed with RSA" });
    await mail.select(subject);
    await signet.judged(subject);
    await signet.openMessageSecurity();
    await thunderbird.run(() => {
      const { document: shown } = Services.wm.getMostRecentWindow("signet:message-security");
      shown.querySelector("button.view-certificate").click();
    });
    const query = await thunderbird.waitFor("the certificate's tab", () => {
      const { currentURI } = document.getElementById("tabmail").selectedBrowser ?? {};
      return currentURI?.spec.startsWith("about:certificate?") ? currentURI.spec : "";
    });
    const [first] = new URLSearchParams(query.slice(query.indexOf("?"))).getAll("cert");
    const certificate = new X509Certificate(Buffer.from(first, "base64"));
    assert.match(certificate.subject, /CN=Alice Moreau/);
    await thunderbird.run(() => document.getElementById("tabmail").closeTab());
    await signet.closeMessageSecurity();
  });

  journey("in the dark", async (session) => {
    const { mail, signet, thunderbird } = session;
    await thunderbird.run(async () => {
      const { AddonManager } = ChromeUtils.importESModule(
        "resource://gre/modules/AddonManager.sys.mjs",
      );
      const dark = await AddonManager.getAddonByID("thunderbird-compact-dark@mozilla.org");
      await dark.enable();
    });
    for (const wanted of ["valid", "altered"]) {
      const { subject } = messageWith({ reason: wanted });
      await mail.select(subject);
      await signet.judged(subject);
      await session.screenshot(`message-header-dark-${wanted}`);
      await signet.openMessageSecurity();
      await session.screenshot(`message-security-dark-${wanted}`, "signet:message-security");
      await signet.closeMessageSecurity();
    }
  });
});
