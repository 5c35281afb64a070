// Runs as the debugger of a worker that makes calls: the worker dies of the next message that it is to protect.

/* global Debugger, global */

const worker = new Debugger().addDebuggee(global);
worker.executeInGlobal(`{
  const before = self.onmessage;
  self.onmessage = (event) => {
    if (JSON.stringify(event.data).includes('"protect"')) {
      throw new Error("this worker dies of it");
    }
    return before.call(self, event);
  };
}`);
