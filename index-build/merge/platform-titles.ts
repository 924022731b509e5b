/** The titles of streaming platforms, each once. */
import { groupBy } from "../clean/duplicates.js";
import type { SourceParts } from "../read/parts.js";
import type { PlatformTitle } from "../records.js";
import type { BuildReport } from "../report.js";

type ReadTitle = SourceParts["platformTitles"][number];

/** A file of which more than this part of the titles stands in another of the same platform is another edition of it. */
const SAME_SHARE = 1 / 3;

/**
 * Each title once: of several editions of a catalogue the one that knows most, of several titles with one id in one
 * file the first. By platform, then in the platform's order.
 */
export function mergePlatformTitles(parts: SourceParts, report: BuildReport): PlatformTitle[] {
  const byId = new Map<string, ReadTitle>();
  const anew: PlatformTitle[] = [];
  for (const read of bestEditions(parts.platformTitles, report)) {
    const { title, place } = read;
    const known = byId.get(title.id);
    if (known === undefined) byId.set(title.id, read);
    else if (
      place.line === undefined ||
      known.place.file === place.file ||
      keyOf(known.title) === keyOf(title)
    )
      report.add("duplicate-platform-title", { ...place, detail: title.id });
    // Tables that are parts of one catalogue may each begin to count anew.
    else anew.push(title);
  }
  const taken = new Set(byId.keys());
  const renamed = anew.map((title) => ({ ...title, id: freeId(taken, title.id) }));
  return [...[...byId.values()].map(({ title }) => title), ...renamed].sort(
    (a, b) => compare(a.platform, b.platform) || a.id.length - b.id.length || compare(a.id, b.id),
  );
}

/** The titles of all files but those that are older or poorer editions of another one's catalogue, which is told. */
function bestEditions(read: readonly ReadTitle[], report: BuildReport): readonly ReadTitle[] {
  const byPlatform = groupBy(read, ({ title }) => title.platform);
  const unused = new Map<string, Set<ReadTitle>>();
  for (const titles of byPlatform.values()) {
    const files = [...groupBy(titles, ({ place }) => place.file)];
    if (files.length < 2) continue;
    const [best, ...others] = files.sort(
      ([nameA, a], [nameB, b]) => knownFacts(b) - knownFacts(a) || newest(a, b) || compare(nameB, nameA),
    );
    const [led = "", ledTitles = []] = best ?? [];
    const known = new Set(ledTitles.map(({ title }) => keyOf(title)));
    for (const [file, own] of others) {
      const shared = own.filter(({ title }) => known.has(keyOf(title))).length;
      if (shared > own.length * SAME_SHARE) {
        unused.set(file, new Set([...(unused.get(file) ?? []), ...own]));
        report.add("other-edition", { file, detail: `${shared}/${own.length} · ${led}` });
      } else for (const { title } of own) known.add(keyOf(title));
    }
  }
  return unused.size === 0 ? read : read.filter((one) => unused.get(one.place.file)?.has(one) !== true);
}

/** What two editions call the same. */
function keyOf({ type, title, releaseYear }: PlatformTitle): string {
  return `${type} ${releaseYear} ${title.toLowerCase()}`;
}

function knownFacts(titles: readonly ReadTitle[]): number {
  return titles.reduce((sum, { title }) => sum + factsOf(title), 0);
}

function factsOf(title: PlatformTitle): number {
  return Object.values(title).filter((value) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined,
  ).length;
}

/** The edition with the newest title first. */
function newest(a: readonly ReadTitle[], b: readonly ReadTitle[]): number {
  const day = (titles: readonly ReadTitle[]): string =>
    titles.reduce((best, { title }) => ((title.dateAdded ?? "") > best ? (title.dateAdded ?? "") : best), "");
  return compare(day(b), day(a));
}

/** "ns1" is "ns1x2" where the former is taken. */
function freeId(taken: Set<string>, id: string): string {
  let copy = 2;
  while (taken.has(`${id}x${copy}`)) copy += 1;
  taken.add(`${id}x${copy}`);
  return `${id}x${copy}`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
