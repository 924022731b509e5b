// @ts-check
/** The server's answers, and in words what kept one from coming. */
import { tag } from "./language.js";
import { WORDS } from "./words.js";

/** @typedef {import("../api/bodies.js").SentAnswer} Answer */
/** @typedef {Pick<import("../api/bodies.js").LineAnswer, "status" | "answer" | "line" | "page">} Outcome */
/** @typedef {{ label: string, value: string, insert: string }} Completion */
/** @typedef {import("../api/bodies.js").About} About */
/** @typedef {About["commands"][number]} CommandInfo */

/** Answers take milliseconds; whoever waits longer than this waits for a network that is gone. */
const PATIENCE = 15_000;

/** What is told to the reader instead of an answer. */
export class Trouble extends Error {
  /** @param {import("./words.js").Words} words */
  constructor(words) {
    super(words.en);
    this.words = words;
  }
}

/**
 * Rejects with a Trouble, or with an AbortError where `signal` aborts.
 * @param {string} line
 * @param {string | undefined} after what was asked before: the server remembers nothing of it
 * @param {AbortSignal} signal
 * @returns {Promise<Outcome>}
 */
export async function ask(line, after, signal) {
  const body = await get("ask", after === undefined ? { q: line } : { q: line, after }, signal);
  if (typeof body?.answer?.kind !== "string") throw new Trouble(WORDS.broken);
  return body;
}

/**
 * @param {string} line
 * @param {AbortSignal} signal
 * @returns {Promise<readonly Completion[]>}
 */
export async function complete(line, signal) {
  const body = await get("complete", { q: line }, signal);
  return Array.isArray(body?.completions) ? body.completions : [];
}

/** @returns {Promise<About>} */
export async function about() {
  return await get("about", {}, new AbortController().signal);
}

/**
 * Films that are rated best, page by page.
 * @param {number} page
 * @param {number} count
 * @param {AbortSignal} signal
 * @returns {Promise<readonly import("../api/bodies.js").SentLine[]>}
 */
export async function bestFilms(page, count, signal) {
  const body = await get("descubrir", { pagina: String(page), cantidad: String(count) }, signal);
  return body?.answer?.list?.lines ?? [];
}

/**
 * @param {string} path
 * @param {Readonly<Record<string, string>>} parameters
 * @param {AbortSignal} signal
 * @returns {Promise<any>}
 */
async function get(path, parameters, signal) {
  const stop = new AbortController();
  const late = new Trouble(WORDS.timeout);
  const timer = setTimeout(() => stop.abort(late), PATIENCE);
  const cancel = () => stop.abort(signal.reason);
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel, { once: true });
  try {
    const query = new URLSearchParams({ ...parameters, lang: tag() });
    const response = await fetch(`api/${path}?${query}`, { signal: stop.signal });
    return await read(response);
  } catch (error) {
    if (signal.aborted || error instanceof Trouble) throw error;
    throw new Trouble(navigator.onLine ? WORDS.unreachable : WORDS.offline);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", cancel);
  }
}

/** @param {Response} response */
async function read(response) {
  const body = await response.text();
  /** @type {unknown} */
  let told;
  try {
    const value = JSON.parse(body);
    if (response.ok) return value;
    // What the server says of the problem is in the reader's language, and knows more than we do.
    told = value?.detail;
  } catch {
    // Not ours: a proxy's page, most likely.
  }
  if (typeof told === "string") throw new Trouble({ es: told, en: told });
  throw new Trouble(response.status === 429 ? WORDS.busy : WORDS.broken);
}
