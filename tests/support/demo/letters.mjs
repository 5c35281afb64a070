// The texts of the demonstration's mailbox: what people in a clinic's office write to Bob. Each has
// a subject of its own, by which journeys find it.

/**
 * @typedef {object} Letter
 * @property {string} subject
 * @property {string} body Lines end with LF; the encoder makes them CRLF.
 */

/** @type {Record<string, Letter>} */
export const LETTERS = {
  unsigned: {
    subject: "Lunch on Thursday?",
    body: `Hi Bob,

the new place by the station has a table for six at half past twelve. Shall I take it?

Carol
`,
  },
  rsa: {
    subject: "Rota for the first week of the month",
    body: `Dear Bob,

it hangs on the noticeboard, and here it is for your calendar:

  Monday     early   Ann, Henrik
  Tuesday    late    Henrik, Samira
  Wednesday  early   Samira, Ann

Please tell me by Friday if you need to swap.

Alice Moreau
Ward administration
`,
  },
  pss: {
    subject: "Änderung der Öffnungszeiten über die Feiertage",
    body: `Lieber Bob,

über die Feiertage schließt die Aufnahme bereits um 16 Uhr. Bitte hänge den Aushang in allen drei
Gebäuden auf und sag auch der Küche Bescheid.

Schöne Grüße
Alice Moreau
`,
  },
  ecdsa: {
    subject: "Compte rendu de la réunion budgétaire",
    body: `Bonjour Bob,

voici l’essentiel de la réunion d’hier : le budget du laboratoire est reconduit, l’achat du second
échographe est reporté au printemps, et la formation « premiers secours » est maintenue.

Bien à toi,
Carol Haddad
`,
  },
  opaque: {
    subject: "検査機器の保守点検について",
    body: `ボブ様

来週火曜日の午前中に、検査室の機器の保守点検を行います。
その間、緊急の検体は二階の検査室へお持ちください。

キャロル・ハダッド
`,
  },
  altered: {
    subject: "Invoice 2291: our bank details",
    body: `Dear Bob,

please pay invoice 2291 over 1,480.00 EUR by the end of the month to the account that you know:

  Harbour Clinic, IBAN DE02 1203 0000 0000 2020 51

Thank you
Alice Moreau
`,
  },
  wrongSender: {
    subject: "Please send me the staff list",
    body: `Bob,

I need the staff list with private telephone numbers before noon. Reply to this mail.

Alice
`,
  },
  expired: {
    subject: "Terminbestätigung Betriebsarzt",
    body: `Guten Tag Herr Lindqvist,

Ihr Termin beim Betriebsarzt ist bestätigt: Dienstag, 9:40 Uhr, Raum 2.17.

Mit freundlichen Grüßen
Alice Moreau
`,
  },
  notYetValid: {
    subject: "New badge readers from next month",
    body: `Dear all,

the badge readers at the side entrances are replaced next month. Your present badge goes on working.

Carol Haddad
Facilities
`,
  },
  unknownIssuer: {
    subject: "Quotation for 40 office chairs",
    body: `Dear Mr Lindqvist,

thank you for your enquiry. For forty chairs of the model Norrland we can offer 219.00 EUR apiece,
delivered and assembled.

Dmitri Novak
Novak Office Furniture
`,
  },
  notTrusted: {
    subject: "Приглашение на конференцию",
    body: `Уважаемый господин Линдквист!

Приглашаем Вас выступить на нашей весенней конференции с докладом об организации приёмного покоя.

С уважением,
Дмитрий Новак
`,
  },
  listFooter: {
    subject: "[harbour-staff] Car park closed on Saturday",
    body: `Hello everybody,

the lower car park is closed on Saturday from 7 to 14 h because of tree work.

Carol Haddad
Facilities
`,
  },
  weakDigest: {
    subject: "Meeting room 3 is free again",
    body: `Hi Bob,

room 3 is repaired. The projector's remote control is in the drawer.

Carol
`,
  },
  notForEmail: {
    subject: "Nightly backup report",
    body: `Backup of server ward-2 finished at 03:12.

  copied     48,211 files
  skipped    0
  errors     0
`,
  },
  malformed: {
    subject: "Ihre Bestellung Nr. 5530",
    body: `Lieber Bob,

die Handschuhe und die Verbandsmaterialien sind heute angekommen und liegen im Lager, Regal 4.

Alice Moreau
`,
  },
};

export const LIST_FOOTER = `_______________________________________________
harbour-staff mailing list
Leave it by a mail to harbour-staff-leave@harbour-clinic.example
`;
