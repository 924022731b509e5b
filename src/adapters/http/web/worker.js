// @ts-check
/**
 * Without a connection: the chat stands as it was last seen, and says so where something is asked; every other page says so
 * itself. With one all comes from the network as it is now. Answers, pages and posters are not kept.
 */

const SHELL = "shell";
/** What the chat's page is made of. */
const PARTS = new Set(["script", "style", "manifest"]);
const POLICY =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const WORDS = {
  es: {
    title: "Sin conexión",
    text: "Esta página necesita la red, y ahora no llego a ella. Vuelve a intentarlo cuando haya conexión.",
    again: "Volver a intentarlo",
    home: "Ir a Claqueta",
  },
  en: {
    title: "No connection",
    text: "This page needs the network, which I cannot reach right now. Try again when there is a connection.",
    again: "Try again",
    home: "Go to Claqueta",
  },
};

if (self instanceof ServiceWorkerGlobalScope) serve(self);

/** @param {ServiceWorkerGlobalScope} worker */
function serve(worker) {
  const home = worker.registration.scope;
  worker.addEventListener("install", (event) => {
    event.waitUntil(Promise.all([keepShell(home), worker.skipWaiting()]));
  });
  worker.addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== location.origin) return;
    const isHome = pathname === new URL(home).pathname;
    if (request.mode === "navigate" && !isHome) {
      event.respondWith(fetch(request).catch(() => offline(home)));
    } else if (request.mode === "navigate") {
      event.respondWith(fromNetwork(request, home).catch(() => offline(home)));
    } else if (PARTS.has(request.destination)) {
      event.respondWith(fromNetwork(request, request.url));
    }
  });
}

/** The chat's page and all that it names. @param {string} home */
async function keepShell(home) {
  const page = await (await fetch(home)).text();
  const named = [...page.matchAll(/(?:href|src)="([\w/.-]+\.(?:css|js|svg|ico|webmanifest))"/gu)];
  const parts = named.map(([, path = ""]) => new URL(path, home).href);
  const cache = await caches.open(SHELL);
  await cache.addAll([home, new URL("styles/site.css", home).href, ...new Set(parts)]);
}

/**
 * As it is now, and kept; without a connection as it was.
 * @param {Request} request
 * @param {string} key what it is kept by: the chat's page is the same whatever it asks
 */
async function fromNetwork(request, key) {
  const cache = await caches.open(SHELL);
  try {
    const response = await fetch(request);
    if (response.ok && response.type === "basic") await cache.put(key, response.clone());
    return response;
  } catch (error) {
    const known = await cache.match(key);
    if (known) return known;
    throw error;
  }
}

/** @param {string} home */
function offline(home) {
  const language = navigator.languages
    .map((tag) => tag.slice(0, 2).toLowerCase())
    .find((tag) => tag in WORDS);
  const { title, text, again, home: toHome } = language === "en" ? WORDS.en : WORDS.es;
  const body = `<!doctype html>
<html lang="${language === "en" ? "en" : "es"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Claqueta</title>
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${home}styles/base.css">
<link rel="stylesheet" href="${home}styles/site.css">
</head>
<body>
<header class="bar"><div class="bar-inner"><p class="brand"><a href="${home}">Claqueta</a></p></div></header>
<main class="site">
<h1>${title}</h1>
<p>${text}</p>
<ul class="chips"><li><a class="chip" href="">${again}</a></li><li><a class="chip" href="${home}">${toHome}</a></li></ul>
</main>
</body>
</html>
`;
  const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY };
  return new Response(body, { status: 503, headers });
}
