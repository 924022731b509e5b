/** Stand-ins for Kaggle and for Wikidata's query service, on loopback ports, with their rules and their errors. */
import { createServer, type IncomingMessage } from "node:http";
import { close, listen } from "../http.js";

export interface StandIn {
  readonly url: string;
  /** "GET /api/v1/… 200" */
  readonly log: string[];
  close(): Promise<void>;
}

export interface KaggleWorld {
  readonly user: string;
  readonly key: string;
  readonly token: string;
  /** By "owner/slug". */
  readonly datasets: Map<string, { lastUpdated: string; zip: Buffer; open?: boolean }>;
  /** What happens to the next downloads, one after the other. */
  readonly faults: ("cut" | "truncated" | "html" | "500" | "429")[];
  /** What everything that is asked for comes to, for as long as it stands. */
  outage?: "500" | "404" | "html" | "timeout" | undefined;
}

/** Pages of whoever stands before a server that is down. */
const OUTAGES = {
  "500": [500, "<!doctype html><title>Internal Server Error</title>"],
  "404": [404, "<!doctype html><title>Not Found</title>"],
  html: [200, "<!doctype html><title>Maintenance</title>"],
} as const;

/**
 * Kaggle: a view and a download of each dataset, the download by way of a store at another origin, which refuses who
 * shows it credentials: they were not meant for it.
 */
export async function startKaggle(world: KaggleWorld): Promise<StandIn> {
  const log: string[] = [];
  const store = createServer((request, response) => {
    const [, path = "", signed] = /^\/store\/([^?]+)\?(signed)$/u.exec(request.url ?? "") ?? [];
    const dataset = world.datasets.get(path);
    const say = (status: number, body: string | Buffer, type = "text/plain") => {
      log.push(`store ${path} ${status}`);
      response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body) });
      response.end(body);
    };
    if (request.headers.authorization !== undefined) return say(400, "two ways to authenticate");
    if (signed === undefined || dataset === undefined) return say(403, "<Error/>");
    const fault = world.faults.shift();
    if (fault === "500" || fault === "429") return say(Number(fault), "busy");
    if (fault === "html") return say(200, "<!doctype html>", "text/html");
    if (fault === "truncated") return say(200, dataset.zip.subarray(0, dataset.zip.length - 30));
    if (fault !== "cut") return say(200, dataset.zip, "application/zip");
    log.push(`store ${path} cut`);
    response.writeHead(200, { "content-length": dataset.zip.length });
    response.write(dataset.zip.subarray(0, 100), () => response.socket?.destroy());
  });
  const storeUrl = await listen(store);
  const basic = `Basic ${Buffer.from(`${world.user}:${world.key}`).toString("base64")}`;
  const api = createServer((request, response) => {
    const tell = (status: number, body: object, headers = {}) => {
      log.push(`${request.method} ${request.url} ${status}`);
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(JSON.stringify(body));
    };
    const [, action, path = ""] =
      /^\/api\/v1\/datasets\/(view|download)\/([^/]+\/[^/]+)$/u.exec(request.url ?? "") ?? [];
    if (world.outage === "timeout") return void log.push("hang");
    if (world.outage !== undefined) {
      const [status, page] = OUTAGES[world.outage];
      log.push(`outage ${status}`);
      return void response.writeHead(status, { "content-type": "text/html" }).end(page);
    }
    const { authorization } = request.headers;
    const known = authorization === basic || authorization === `Bearer ${world.token}`;
    if (authorization !== undefined && !known) return tell(401, { code: 401, message: "Unauthenticated" });
    const dataset = world.datasets.get(path);
    if (action === undefined || dataset === undefined) return tell(404, { code: 404, message: "Not found" });
    if (!dataset.open && !known)
      return tell(403, { code: 403, message: "Permission 'datasets.get' was denied" });
    if (request.method !== "GET") return tell(405, { code: 405, message: "Method not allowed" });
    if (action === "view") return tell(200, { ref: path, lastUpdated: dataset.lastUpdated, totalBytes: 1 });
    return tell(302, {}, { location: `${storeUrl}/store/${path}?signed` });
  });
  const url = `${await listen(api)}/api/v1`;
  return { url, log, close: async () => void (await Promise.all([close(api), close(store)])) };
}

export interface WikidataWorld {
  /** Labels by TMDB id and by IMDb id. */
  readonly tmdb: Map<number, string>;
  readonly imdb: Map<string, string>;
  /** Labels of all languages ("mul") by TMDB id: told beside the Spanish ones to who asks for them. */
  readonly mul?: Map<number, string>;
  readonly faults: ("429" | "429-wait" | "500" | "cut" | "html" | "timeout")[];
}

/** The query service: it turns away who gives no contact, asks too much at once, or asks in no words it knows. */
export async function startWikidata(world: WikidataWorld): Promise<StandIn> {
  const log: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const tell = (status: number, text: string, headers: Record<string, string> = {}) => {
      log.push(`${request.method} ${status}`);
      response.writeHead(status, { "content-type": "text/plain", ...headers });
      response.end(text);
    };
    if (!/\S+@\S+|https?:\/\//u.test(request.headers["user-agent"] ?? "")) {
      return tell(403, "Please set a user-agent with contact information");
    }
    const fault = world.faults.shift();
    if (fault === "429") return tell(429, "Too Many Requests");
    if (fault === "429-wait") return tell(429, "Too Many Requests", { "retry-after": "1" });
    if (fault === "500") return tell(500, "java.util.concurrent.TimeoutException");
    if (fault === "html") return tell(200, "<html>");
    if (fault === "timeout") return void log.push("hang");
    const query = new URLSearchParams(body).get("query") ?? "";
    const values = (name: string) =>
      [
        ...(new RegExp(`VALUES \\?${name} \\{([^}]*)\\}`, "u").exec(query)?.[1] ?? "").matchAll(
          /"([^"]*)"/gu,
        ),
      ].map(([, value = ""]) => value);
    const [, language = "", among = ""] =
      /FILTER\(LANG\(\?label\) (?:= "(\w+)"|IN \(([^)]*)\))\)/u.exec(query) ?? [];
    const languages = [language, ...[...among.matchAll(/"(\w+)"/gu)].map(([, one = ""]) => one)];
    const known = /wdt:P4947/u.test(query) && /wdt:P345/u.test(query) && languages.includes("es");
    if (request.method !== "POST" || !known) return tell(400, "MalformedQueryException");
    if (values("tmdb").length > 500) return tell(413, "query too large");
    const cell = (value: string) => ({ type: "literal", value });
    const label = (value: string, language: string) => ({ ...cell(value), "xml:lang": language });
    const bindings = [
      ...values("tmdb").flatMap((id) => {
        const [spanish, all] = [world.tmdb.get(Number(id)), world.mul?.get(Number(id))];
        return [
          ...(spanish === undefined ? [] : [{ tmdb: cell(id), label: label(spanish, "es") }]),
          ...(all === undefined || !languages.includes("mul")
            ? []
            : [{ tmdb: cell(id), label: label(all, "mul") }]),
        ];
      }),
      ...values("imdb").flatMap((id) => {
        const spanish = world.imdb.get(id);
        return spanish === undefined ? [] : [{ imdb: cell(id), label: label(spanish, "es") }];
      }),
    ];
    const text = JSON.stringify({ head: { vars: ["tmdb", "imdb", "label"] }, results: { bindings } });
    if (fault === "cut") {
      log.push("cut");
      response.writeHead(200, { "content-length": text.length });
      return void response.write(text.slice(0, 20), () => response.socket?.destroy());
    }
    if (!/sparql-results\+json/u.test(request.headers.accept ?? "")) return tell(200, "<sparql/>");
    tell(200, text, { "content-type": "application/sparql-results+json" });
  });
  const url = `${await listen(server)}/sparql`;
  return { url, log, close: () => close(server) };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8");
}
