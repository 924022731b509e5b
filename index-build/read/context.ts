/** What all readers of one build share: the report, and one object for each thing that many files name. */
import type { BuildReport } from "../report.js";
import { CodeRefs, NamedRefs } from "./vocabulary/refs.js";
import { Texts } from "./vocabulary/texts.js";

export interface ReadContext {
  readonly report: BuildReport;
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
    texts,
    people: new NamedRefs(texts),
    companies: new NamedRefs(texts),
    keywords: new NamedRefs(texts),
    collections: new NamedRefs(texts),
    countries: new CodeRefs(texts),
    languages: new CodeRefs(texts),
  };
}
