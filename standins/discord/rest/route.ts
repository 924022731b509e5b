/** A route: its pattern (as the official document writes it), who may use it, and what handles it. */
import type { Upload } from "../messages/message.js";
import type { World } from "../world.js";

export interface RestRequest {
  readonly world: World;
  /** Values of the pattern's parameters, in order. */
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly uploads: readonly Upload[];
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/**
 * Checks the request by the stand-in's own rules, throwing what Discord refuses, and gives what carries it out: in
 * between the official document has its say, and nothing is done for what is refused.
 */
export type Handler = (request: RestRequest) => () => Answer;

export interface Route {
  readonly method: string;
  readonly pattern: string;
  /** Bot: the Authorization header must bear its token. Token: the path itself is the secret. */
  readonly auth: "bot" | "token" | "none";
  /** Which parameter is the token of an interaction. */
  readonly interactionToken?: number;
  /** Exempt from the limit over all requests, and without a bucket. */
  readonly unlimited?: boolean;
  readonly handle: Handler;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const NO_CONTENT: Answer = { status: 204 };

interface Compiled {
  readonly route: Route;
  readonly segments: readonly string[];
}

export class RouteTable {
  readonly #byLength = new Map<number, Compiled[]>();

  constructor(routes: readonly Route[]) {
    for (const route of routes) {
      const segments = route.pattern.split("/");
      const same = this.#byLength.get(segments.length) ?? [];
      this.#byLength.set(segments.length, [...same, { route, segments }]);
    }
  }

  /** The route, or whether the path exists with other methods only. */
  find(method: string, path: string): { route: Route; params: string[] } | "other-method" | undefined {
    const parts = path.split("/").map(decode);
    let known = false;
    for (const { route, segments } of this.#byLength.get(parts.length) ?? []) {
      if (!segments.every((segment, index) => isParameter(segment) || segment === parts[index])) continue;
      known = true;
      if (route.method !== method) continue;
      return { route, params: parts.filter((_, index) => isParameter(segments[index] as string)) };
    }
    return known ? "other-method" : undefined;
  }
}

function isParameter(segment: string): boolean {
  return segment.startsWith("{");
}

function decode(part: string): string {
  if (!part.includes("%")) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
