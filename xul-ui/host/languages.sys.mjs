/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The languages of Signet: the folders of locales/, and which of them the host's language is.
//
// Relies on: Services.locale.appLocalesAsBCP47 and negotiateLanguages.

/** English first: what is missing in another language is said in English. */
export const LANGUAGES = ["en-US", "ar", "de", "es", "fr", "ja"];

/** What the host calls them where it has several of one; the host's registry wants the very name. */
export const REGIONAL = {
  "es-AR": "es",
  "es-ES": "es",
  "es-MX": "es",
  "ja-JP-mac": "ja",
};

/** Those that have help.xhtml. */
const LANGUAGES_OF_HELP = ["en-US", "de"];

/** @returns {string} Of those that have help, the one that the person reads best. */
export function languageOfHelp() {
  const { locale } = Services;
  const [best] = locale.negotiateLanguages(
    locale.appLocalesAsBCP47,
    LANGUAGES_OF_HELP,
    LANGUAGES_OF_HELP[0],
    locale.langNegStrategyLookup,
  );
  return best;
}

export const requirements = [
  {
    name: "Services.locale.negotiateLanguages",
    test: () => typeof Services.locale.negotiateLanguages === "function",
  },
];
