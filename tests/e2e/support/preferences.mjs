// Preferences, as Signet's windows and Thunderbird's settings write them.

/**
 * @param {Pick<import("./session.mjs").Session, "thunderbird">} session
 * @param {Record<string, boolean | number | string>} values
 */
export function setPreferences({ thunderbird }, values) {
  return thunderbird.run((all) => {
    for (const [name, value] of Object.entries(all)) {
      if (typeof value === "boolean") {
        Services.prefs.setBoolPref(name, value);
      } else if (typeof value === "number") {
        Services.prefs.setIntPref(name, value);
      } else {
        Services.prefs.setStringPref(name, value);
      }
    }
  }, values);
}
