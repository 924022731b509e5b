/** Links and ids, anywhere in a text: what they lead to. */
import { idsIn } from "./ids.js";
import { mayLeadTo, type Reference, type Thing } from "./reference.js";
import { referenceOfPath, SITES } from "./sites.js";

/** What has none of these holds no link and no id: most texts end here. */
const MAY_HOLD = /[/:]|[tn][tm]\d{5}|tmdb|imdb|www\./i;

/**
 * A scheme, a host, a path. What may repeat is bounded, and a host begins where a word does, so that the time
 * is linear in the text's length.
 */
const LINK =
  /(?<![\p{L}\p{N}.@-])(https?:\/\/)?((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12})(?::\d{1,5})?([/?#][^\s<>"«»]*)?/giu;
/** A host without scheme and "www." is one only under such a name: "vol.ii/iii" is none. */
const COMMON_ENDINGS: ReadonlySet<string> = new Set(
  "com org net tv be es mx ar cl co pe uy it fr de uk us me io app ly gl info site online".split(" "),
);

/** Whatever else begins so is a link too, wherever it leads. */
const SCHEME = /(?<![\p{L}\p{N}])[a-z]{2,12}:\/\/\S/iu;

/**
 * What a link or an id in a text leads to; undefined where there is none. Of several, the first that may lead
 * to what is wanted, else the first that leads to anything.
 * @param wanted a film, unless said
 */
export function readReference(text: string, wanted: Thing = "film"): Reference | undefined {
  if (!MAY_HOLD.test(text)) return undefined;
  const references = referencesIn(text);
  return (
    references.find((reference) => mayLeadTo(reference, wanted)) ??
    references.find(({ kind }) => kind === "id" || kind === "name" || kind === "title") ??
    references[0]
  );
}

function referencesIn(text: string): Reference[] {
  const references: Reference[] = [];
  const rest = text.replace(LINK, (link: string, scheme?: string, host = "", path?: string) => {
    const name = host.toLowerCase();
    if (!isLink(name, scheme, path)) return link;
    references.push(...readLink(name, withoutClosing(path ?? "")));
    return " ";
  });
  references.push(...idsIn(rest));
  if (references.length === 0 && SCHEME.test(rest)) references.push({ kind: "elsewhere" });
  return references;
}

/** "The.Matrix" and "G.I.Jane" look like hosts: without a scheme there must be a path on a site. */
function isLink(host: string, scheme: string | undefined, path: string | undefined): boolean {
  if (scheme !== undefined) return true;
  if (path === undefined) return false;
  const ending = host.slice(host.lastIndexOf(".") + 1);
  return host.startsWith("www.") || COMMON_ENDINGS.has(ending) || SITES.test(host);
}

/** What a link leads to: by an id in it, else by what its path says. */
function readLink(host: string, path: string): Reference[] {
  const ids = idsIn(path);
  if (ids.length > 0) return ids;
  const [beforeQuery = ""] = path.split(/[?#]/, 1);
  return [referenceOfPath(host, beforeQuery.split("/").filter(Boolean).map(decoded))];
}

/** A part of a path as people read it; as it is where it was written wrongly. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const PAIRS: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** A link without what closes the sentence or the brackets that it stands in: not "Dune_(película)". */
function withoutClosing(path: string): string {
  const surplus = new Map(
    Object.entries(PAIRS).map(([close, open]) => [close, countOf(path, close) - countOf(path, open)]),
  );
  let end = path.length;
  for (; end > 0; end--) {
    const last = path.charAt(end - 1);
    const more = surplus.get(last);
    if (more === undefined ? !/[.,;:!'’*_~…`|]/.test(last) : more <= 0) break;
    if (more !== undefined) surplus.set(last, more - 1);
  }
  return path.slice(0, end);
}

function countOf(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
