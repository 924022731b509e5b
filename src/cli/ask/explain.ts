/** `ask --explain`: why a text means what it means, as tables for whoever tunes or doubts the engine. */
import { filmText } from "../../catalog/labels.js";
import { understand } from "../../chat/ask.js";
import { describe } from "../../chat/command/describe.js";
import type { Bot, Edition } from "../../chat/contract.js";
import { decimal, list, number } from "../../chat/format.js";
import { parseLine, question } from "../../chat/line/parse.js";
import { type Locale, say } from "../../chat/locale.js";
import type {
  ExplainedCandidate,
  ExplainedStep,
  Explanation,
  NamedKind,
  NamedRows,
  Resolution,
} from "../../find/port.js";
import { tableLines } from "../../surface/table.js";
import type { Words } from "../../words.js";

/** More candidates than this say nothing more. */
const MOST_CANDIDATES = 12;

const TIERS: Readonly<Record<ExplainedStep["tier"], Words>> = {
  letters: { es: "mismas letras", en: "same letters" },
  slips: { es: "erratas", en: "slips" },
  sound: { es: "suena parecido", en: "sounds alike" },
  ear: { es: "de oído", en: "by ear" },
  words: { es: "mismas palabras", en: "same words" },
};

const KINDS: Readonly<Record<NamedKind, Words>> = {
  film: { es: "película", en: "film" },
  actor: { es: "intérprete", en: "actor" },
  director: { es: "director", en: "director" },
  collection: { es: "saga", en: "franchise" },
  company: { es: "productora", en: "company" },
};

/** The part of a line that names something, and what kind of thing that is. */
export interface NamedPart {
  readonly kind: NamedKind;
  readonly text: string;
}

/** The first option of the line's command that names a thing; a film by all of the line where there is none. */
export function namedPart(bot: Bot, line: string): NamedPart {
  const text = question(line);
  try {
    const understood = understand(bot, text);
    const asked = understood?.kind === "question" ? understood : parseLine(bot.program.commands, text);
    const { command, options } = asked;
    const said = understood?.kind === "question" ? understood.said : undefined;
    for (const { name, kind } of describe(command)) {
      const value = options[name];
      if (isNamedKind(kind) && typeof value === "string") return { kind, text: said ?? value };
    }
  } catch {
    // No command: then all of it is the title. What is wrong with a command is told without --explain.
  }
  return { kind: "film", text };
}

function isNamedKind(kind: string): kind is NamedKind {
  return Object.hasOwn(KINDS, kind);
}

/** How the named part of `line` was read, as JSON can hold it: rows with the names of what they are. */
export function explanationObject({ edition }: Bot, { kind, text }: NamedPart, locale: Locale): object {
  const { candidates, ...explanation } = edition.find.explain(kind, text);
  const nameOf = namesOf(edition, kind, locale);
  return {
    kind,
    text,
    ...explanation,
    candidates: candidates.map((candidate) => ({ name: nameOf(candidate.row), ...candidate })),
  };
}

/** How the named part of `line` was read, as tables and sentences in the reader's language. */
export function explanationText({ edition }: Bot, { kind, text }: NamedPart, locale: Locale): string {
  const explanation = edition.find.explain(kind, text);
  const nameOf = namesOf(edition, kind, locale);
  const limit = decimal(locale, explanation.limit);
  const floor = decimal(locale, explanation.floor);
  return [
    `${text} (${say(locale, KINDS[kind])}) → ${verdict(explanation.resolution, nameOf, locale)}`,
    stepTable(explanation.steps, locale),
    candidateTable(explanation.candidates, kind, nameOf, locale),
    say(locale, {
      es:
        `Una respuesta cuesta ${limit} ediciones como máximo y, si no es lo escrito, tiene al menos ` +
        `${floor} puntos (fama − coste).`,
      en:
        `An answer costs ${limit} edits at most and, if it is not what was typed, scores at least ` +
        `${floor} (fame − cost).`,
    }),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

type NameOf<Row> = (row: Row) => string;

function namesOf<Kind extends NamedKind>(
  { catalog }: Pick<Edition, "catalog">,
  kind: Kind,
  locale: Locale,
): NameOf<NamedRows[Kind]> {
  const { people, collections, companies } = catalog;
  const names: { readonly [Each in NamedKind]: NameOf<NamedRows[Each]> } = {
    film: (row) => filmText(catalog, row, locale.tag),
    actor: (row) => people.name.get(row),
    director: (row) => people.name.get(row),
    collection: (row) => collections.name.get(row),
    company: (row) => companies.name.get(row),
  };
  return names[kind];
}

function verdict<Row>(resolution: Resolution<Row>, nameOf: NameOf<Row>, locale: Locale): string {
  const names = (rows: readonly Row[]) => list(locale, rows.slice(0, MOST_CANDIDATES).map(nameOf));
  switch (resolution.kind) {
    case "found": {
      const fit =
        resolution.fit === "exact" ? { es: "exacta", en: "exact" } : { es: "parecida", en: "close" };
      return `${nameOf(resolution.value)} (${say(locale, fit)})`;
    }
    case "choices":
      return say(locale, {
        es: `pregunta entre ${names(resolution.values)}`,
        en: `asks between ${names(resolution.values)}`,
      });
    case "none": {
      const { suggestions } = resolution;
      if (suggestions.length === 0) return say(locale, { es: "ninguna", en: "none" });
      return say(locale, {
        es: `ninguna; sugiere ${names(suggestions)}`,
        en: `none; suggests ${names(suggestions)}`,
      });
    }
  }
}

function stepTable(steps: Explanation<unknown>["steps"], locale: Locale): string {
  const head = say(locale, {
    es: "búsqueda|texto|erratas|comparadas|cercanas",
    en: "tier|text|slips|compared|near",
  });
  const rows = steps.map(({ tier, text, edits, compared, kept }) => [
    say(locale, TIERS[tier]),
    text,
    String(edits),
    number(locale, compared),
    number(locale, kept),
  ]);
  return table(head.split("|"), rows);
}

/** Only a film has a year that may be typed. */
function candidateTable<Row>(
  candidates: readonly ExplainedCandidate<Row>[],
  kind: NamedKind,
  nameOf: NameOf<Row>,
  locale: Locale,
): string {
  const before = say(locale, { es: "clave|búsqueda|escritura|parte", en: "key|tier|spelling|part" });
  const after = say(locale, { es: "fama|puntos", en: "fame|score" });
  const year = kind === "film" ? [say(locale, { es: "año", en: "year" })] : [];
  const head = [say(locale, KINDS[kind]), ...before.split("|"), ...year, ...after.split("|")];
  const rows = candidates
    .slice(0, MOST_CANDIDATES)
    .map((candidate) => [
      nameOf(candidate.row),
      candidate.key,
      say(locale, TIERS[candidate.tier]),
      ...[candidate.spelling, candidate.part].map((value) => decimal(locale, value)),
      ...(kind === "film" ? [decimal(locale, candidate.year)] : []),
      ...[candidate.fame, candidate.score].map((value) => decimal(locale, value)),
    ]);
  return table(head, rows);
}

/** Nothing where there are no rows. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  return tableLines({ head, rows }, Number.POSITIVE_INFINITY).join("\n");
}
