// What scripts that run inside the host see (Marionette.run and host/*.sys.mjs), as far as the
// journeys use it.
declare const Services: any;
declare const Cc: any;
declare const Ci: any;
declare const ChromeUtils: any;
declare const WebExtensionPolicy: any;
