/** What proxies say of the client: addresses as they write them, made addresses that can be compared. */
import type { onRequestHookHandler } from "fastify";

const HEADER = "x-forwarded-for";
/** Proxies that a request came through; each adds its word at the end, and what is further off is the client's own. */
const MOST_HOPS = 20;
/** An address with its brackets and port has room. */
const LONGEST = 64;

/**
 * Some proxies add the client's port, which differs with every connection: without it one client is one, and an address
 * of a trusted proxy is known as such. Before anything reads the header.
 */
export const withoutPorts: onRequestHookHandler = ({ raw: { headers } }, _reply, done) => {
  const said = headers[HEADER];
  if (typeof said === "string") headers[HEADER] = addressesOf(said);
  done();
};

/** The last addresses of a header, without ports. */
export function addressesOf(header: string): string {
  const hops = header.slice(-MOST_HOPS * LONGEST).split(",");
  return hops.slice(-MOST_HOPS).map(addressOf).join(", ");
}

/** "192.0.2.1:4711" and "[2001:db8::1]:4711" are addresses with a port, "2001:db8::1" is one without. */
function addressOf(hop: string): string {
  const text = hop.trim();
  if (text.startsWith("[")) {
    const end = text.indexOf("]");
    return end === -1 ? text : text.slice(1, end);
  }
  const colon = text.indexOf(":");
  return colon !== -1 && colon === text.lastIndexOf(":") ? text.slice(0, colon) : text;
}
