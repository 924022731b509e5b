/**
 * Names as people give them, asked as whole lines of the whole bot, by kind: right (answered, or among the first five
 * that it asks back), another thing answered, asked back, nothing found.
 */
import { rate } from "../../bench/tools/figures.js";
import { printTable } from "../../bench/tools/table.js";
import { createEdition } from "../../src/app/bot/edition.js";
import { createPorts } from "../../src/app/bot/ports.js";
import { createProgram } from "../../src/app/bot/program.js";
import { createLog } from "../../src/app/log.js";
import { type Catalog, filmById, rowById } from "../../src/catalog/catalog.js";
import type { Strings } from "../../src/catalog/columns.js";
import { filmTitles } from "../../src/catalog/film.js";
import { filmText } from "../../src/catalog/labels.js";
import type { HasRows } from "../../src/catalog/rows.js";
import { ask } from "../../src/chat/ask.js";
import type { Bot } from "../../src/chat/contract.js";
import { parseLocale } from "../../src/chat/locale.js";
import type { Outcome } from "../../src/chat/outcome.js";
import { fold } from "../../src/find/encode/fold.js";
import { type GivenName, givenNames, recentFilms } from "../questions/read.js";

/** Of a question back, what is looked at before asking anew. */
const FIRST_CHOICES = 5;
const MINIMUM_VOTES = 2000;

type Verdict = "right" | "asked right" | "other" | "nothing";

interface Judged {
  readonly name: GivenName;
  readonly verdict: Verdict;
  readonly asked: boolean;
  readonly got: string;
}

export async function evaluateNames(catalog: Catalog, showMisses: boolean): Promise<void> {
  const names = givenNames();
  if (names === undefined) {
    process.stdout.write("  ../shared/eval is not here: no names\n");
    return;
  }
  const bot: Bot = {
    edition: createEdition(catalog),
    program: createProgram({ minimumVotes: MINIMUM_VOTES }),
    ports: createPorts(createLog("error", process.env)),
  };
  const locale = parseLocale("es");
  const judged: Judged[] = [];
  for (const name of names) {
    const outcome = await ask(bot, name.input, { locale, now: new Date() });
    judged.push(judge(catalog, name, outcome));
  }
  const kinds = [...new Set(names.map(({ kind }) => kind))];
  printTable([...kinds, "all"].map((kind) => row(kind, judged)));
  const near = answeredAmongLacking(bot);
  if (near !== undefined)
    process.stdout.write(
      `\n  ${near.asked} recent films the catalogue lacks: ${near.answers.length} answered with another\n`,
    );
  if (!showMisses) return;
  for (const answer of near?.answers ?? []) process.stdout.write(`  lacking: ${answer}\n`);
  for (const { name, verdict, got } of judged) {
    if (verdict === "right" || verdict === "asked right") continue;
    process.stdout.write(
      `  ${verdict} · ${name.kind}: “${name.input}” → ${got}; wanted ${JSON.stringify(name.expected)}\n`,
    );
  }
}

/** Titles of films that the catalogue lacks, asked with and without their year: each answer is another film. */
function answeredAmongLacking({
  edition,
}: Bot): { readonly asked: number; readonly answers: string[] } | undefined {
  const { catalog, find } = edition;
  const lacking = recentFilms()?.filter(({ id }) => filmById(catalog, id) === undefined);
  if (lacking === undefined) return undefined;
  const answers = lacking.flatMap(({ title, year }) =>
    [title, `${title} (${year})`].flatMap((text) => {
      const found = find.film(text);
      // A film of the very name is an answer, where no year was typed.
      if (found.kind !== "found" || (found.fit === "exact" && text === title)) return [];
      return `“${text}” → ${filmText(catalog, found.value, "en")}`;
    }),
  );
  return { asked: lacking.length, answers };
}

function row(kind: string, judged: readonly Judged[]): Record<string, string> {
  const own = judged.filter(({ name }) => kind === "all" || name.kind === kind);
  const count = (...verdicts: readonly Verdict[]) =>
    rate(own.filter(({ verdict }) => verdicts.includes(verdict)).length, own.length);
  return {
    kind,
    names: String(own.length),
    right: count("right", "asked right"),
    "another thing": count("other"),
    asked: rate(own.filter(({ asked }) => asked).length, own.length),
    nothing: count("nothing"),
  };
}

function judge(catalog: Catalog, name: GivenName, outcome: Outcome): Judged {
  const { status, answer, result } = outcome;
  const asked = status === "choices";
  const choices = (answer.choices ?? [])
    .slice(0, FIRST_CHOICES)
    .map(({ options }) => idOfChoice(catalog, options));
  const given = asked ? choices : status === "ok" ? idsOfResult(result) : [];
  const got = `${status}: ${given.map((id) => shown(catalog, id)).join(" | ")}`;
  return { name, verdict: verdictOf(catalog, name, given, outcome), asked, got };
}

function verdictOf(
  catalog: Catalog,
  { ids, expected, input }: GivenName,
  given: readonly GivenId[],
  { status }: Outcome,
): Verdict {
  // "Say that there is none"; where words stand beside it, what they describe is right too, and so is a film of that
  // very name that the catalogue has got since.
  if (ids === null) {
    return status === "ok" && expected === null && !given.some((id) => isCalled(catalog, id, input))
      ? "other"
      : "right";
  }
  const hit = given.some((id) => ids.includes(id));
  if (status === "ok") return hit ? "right" : "other";
  return hit ? "asked right" : "nothing";
}

/** Whether all words of a film's title, up to a colon, stand in what was typed. */
function isCalled(catalog: Catalog, id: GivenId, input: string): boolean {
  const row = typeof id === "number" ? filmById(catalog, id) : undefined;
  if (row === undefined) return false;
  const typed = new Set(fold(input).split(" "));
  return Object.values(filmTitles(catalog, row)).some((title) =>
    fold(String(title).split(":")[0] ?? "")
      .split(" ")
      .every((word) => typed.has(word)),
  );
}

/** Film ids as numbers; others as "p:Name", "c:Name", "co:Name". */
type GivenId = number | string;

interface Named {
  readonly name: string;
}

interface FilmLike {
  readonly id?: number;
  readonly film?: { readonly id: number };
}

/** What the results of the commands have in common. */
interface AnyResult {
  readonly film?: { readonly id: number };
  readonly person?: Named;
  readonly collection?: Named;
  readonly company?: Named;
  readonly films?: readonly FilmLike[];
  readonly matches?: readonly FilmLike[];
}

function idsOfResult(result: unknown): readonly GivenId[] {
  const { film, person, collection, company, films, matches } = (result ?? {}) as AnyResult;
  if (film) return [film.id];
  if (person) return [`p:${person.name}`];
  if (collection) return [`c:${collection.name}`];
  if (company) return [`co:${company.name}`];
  return (films ?? matches ?? [])
    .slice(0, FIRST_CHOICES)
    .flatMap((entry) => entry.film?.id ?? entry.id ?? []);
}

const EXACT = /^(tmdb|person|collection|company):(-?\d+)$/;

function idOfChoice(catalog: Catalog, options: Readonly<Record<string, unknown>>): GivenId {
  for (const value of Object.values(options)) {
    const [, prefix, written] = EXACT.exec(String(value)) ?? [];
    const id = Number(written);
    if (prefix === "tmdb") return id;
    if (prefix === "person") return `p:${nameIn(catalog.people, id)}`;
    if (prefix === "collection") return `c:${nameIn(catalog.collections, id)}`;
    if (prefix === "company") return `co:${nameIn(catalog.companies, id)}`;
  }
  return "–";
}

function nameIn<Row extends number>(
  table: { readonly id: Int32Array; readonly name: Strings<Row> } & HasRows<Row>,
  id: number,
): string {
  const row = rowById(table, id);
  return row === undefined ? "–" : table.name.get(row);
}

function shown(catalog: Catalog, id: GivenId): string {
  if (typeof id === "string") return id;
  const row = filmById(catalog, id);
  return row === undefined ? String(id) : `${catalog.films.title.get(row)} (${id})`;
}
