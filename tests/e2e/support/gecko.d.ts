// What scripts that run inside the host see (Marionette.run and host/*.sys.mjs), as far as the
// journeys use it.
declare const Services: any;
declare const Cc: any;
declare const Ci: any;
declare const ChromeUtils: any;
declare const WebExtensionPolicy: any;

interface Document {
  /** The main window's tabs. */
  getElementById(id: "tabmail"): any;
}

declare module "smtp-server" {
  interface Session {
    envelope: { mailFrom: { address: string } | false; rcptTo: { address: string }[] };
  }
  type Callback = (error?: Error) => void;
  class SMTPServer {
    constructor(options: {
      authOptional?: boolean;
      disabledCommands?: string[];
      logger?: boolean;
      onMailFrom?: (address: { address: string }, session: Session, callback: Callback) => void;
      onRcptTo?: (address: { address: string }, session: Session, callback: Callback) => void;
      onData?: (stream: import("node:stream").Readable, session: Session, callback: Callback) => void;
    });
    server: import("node:net").Server;
    on(event: "error", listener: (error: Error) => void): void;
    listen(port: number, host: string, callback: () => void): void;
    close(callback: () => void): void;
  }
}
