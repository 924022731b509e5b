/** What all readers of one build share: the report, and one object for each thing that many files name. */
import type { BuildReport } from "../report.js";
import { SplitTables } from "./forms/going-on.js";
import { CodeRefs, NamedRefs } from "./vocabulary/refs.js";
import { Texts } from "./vocabulary/texts.js";
import { ThingNames } from "./vocabulary/thing-names.js";

export interface ReadContext {
  readonly report: BuildReport;
  /** Folders in which films of our own export lie. */
  readonly exports: Set<string>;
  /** What numbers of a database stand for. */
  readonly things: ThingNames;
  /** Tables of which further files may go on without a header. */
  readonly split: SplitTables;
  readonly texts: Texts;
  readonly people: NamedRefs;
  readonly companies: NamedRefs;
  readonly keywords: NamedRefs;
  readonly collections: NamedRefs;
  readonly countries: CodeRefs;
  readonly languages: CodeRefs;
}

export function newContext(report: BuildReport): ReadContext {
  const texts = new Texts();
  return {
    report,
    exports: new Set(),
    things: new ThingNames(),
    split: new SplitTables(),
    texts,
    people: new NamedRefs(texts),
    companies: new NamedRefs(texts),
    keywords: new NamedRefs(texts),
    collections: new NamedRefs(texts),
    countries: new CodeRefs(texts),
    languages: new CodeRefs(texts),
  };
}
