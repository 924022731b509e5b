// @ts-check
/** Lets the page open without a connection: `worker.js`, where the browser has such workers and the address allows them. */

export function keepOffline() {
  if (!("serviceWorker" in navigator)) return;
  // What is seen comes first.
  addEventListener("load", () => {
    navigator.serviceWorker.register(new URL("worker.js", import.meta.url)).catch(() => {
      // Storage may be forbidden; then the page needs the network, as any does.
    });
  });
}
