/** What every response tells browsers not to do. */
import type { FastifyRequest } from "fastify";

/** For what is data: nothing in it may load or run anything. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * For the web chat, which loads only its own files, posters, and pictures that an answer holds. A question that is sent
 * before the scripts are there goes to the page's own address, which asks it once they are.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: https://image.tmdb.org",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** For pages that are read: but for the script that sets the theme they need none, and their forms lead to one another. */
export const SITE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: https://image.tmdb.org",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** For pages that lead nowhere and run nothing. */
export const LONE_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** For the documentation, which sets styles on its elements and draws its icons from data addresses. */
export const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": API_POLICY,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** A picture of its own may stand in anybody's page. */
export const FOR_ANY_PAGE = { "cross-origin-resource-policy": "cross-origin" } as const;

/** Half a year; for this host alone, since what else there is of its domain is somebody else's to say. */
const HTTPS_ONLY = { "strict-transport-security": "max-age=15552000" } as const;
const NOTHING_MORE = {} as const;

/** What is told besides where the request came by https: to us, or to the proxy before us. */
export function transportHeaders(
  { protocol }: Pick<FastifyRequest, "protocol">,
  publicUrl: string | undefined,
): Readonly<Record<string, string>> {
  return protocol === "https" || publicUrl?.startsWith("https:") ? HTTPS_ONLY : NOTHING_MORE;
}
