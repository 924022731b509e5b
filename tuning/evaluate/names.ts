/**
 * Names as people give them, asked as whole lines of the whole bot, by kind: right (answered, or among the first five
 * that it asks back), another thing answered, asked back, nothing found.
 */
import { rate } from "../../bench/tools/figures.js";
import { printTable } from "../../bench/tools/table.js";
import { createEdition } from "../../src/app/bot/edition.js";
import { createPorts } from "../../src/app/bot/ports.js";
import { createProgram } from "../../src/app/bot/program.js";
import type { Catalog } from "../../src/catalog/catalog.js";
import { ask } from "../../src/chat/ask.js";
import type { Bot } from "../../src/chat/contract.js";
import type { Outcome } from "../../src/chat/dispatch.js";
import { parseLocale } from "../../src/chat/locale.js";
import { type GivenName, givenNames } from "../questions/read.js";

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
  const log = { error: (error: unknown) => process.stderr.write(`${String(error)}\n`) };
  const bot: Bot = {
    edition: createEdition(catalog),
    program: createProgram({ minimumVotes: MINIMUM_VOTES }),
    ports: createPorts(log as unknown as Parameters<typeof createPorts>[0]),
  };
  const locale = parseLocale("es");
  const judged: Judged[] = [];
  for (const name of names) {
    const outcome = await ask(bot, name.input, { locale, now: new Date() });
    judged.push(judge(catalog, name, outcome));
  }
  const kinds = [...new Set(names.map(({ kind }) => kind))];
  printTable([...kinds, "all"].map((kind) => row(kind, judged)));
  if (!showMisses) return;
  for (const { name, verdict, got } of judged) {
    if (verdict === "right" || verdict === "asked right") continue;
    process.stdout.write(
      `  ${verdict} · ${name.kind}: “${name.input}” → ${got}; wanted ${JSON.stringify(name.expected)}\n`,
    );
  }
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
  const asked = outcome.status === "choices";
  const given = asked
    ? (outcome.answer.choices ?? []).slice(0, FIRST_CHOICES).map(({ options }) => idOfChoice(catalog, options))
    : outcome.status === "ok"
      ? idsOfResult(outcome.result)
      : [];
  const got = `${outcome.status}: ${given.map((id) => shown(catalog, id)).join(" | ")}`;
  const wanted = name.ids;
  const verdict = ((): Verdict => {
    if (wanted === null) return outcome.status === "ok" ? "other" : "right";
    if (given.length === 0) return "nothing";
    const hit = given.some((id) => wanted.includes(id));
    if (asked) return hit ? "asked right" : "nothing";
    return hit ? "right" : "other";
  })();
  return { name, verdict, asked, got };
}

/** Film ids as numbers; others as "p:Name", "c:Name", "co:Name". */
type GivenId = number | string;

function idsOfResult(result: unknown): readonly GivenId[] {
  const { film, person, collection, company, films, matches } = (result ?? {}) as Record<string, any>;
  if (person) return [`p:${person.name}`];
  if (collection) return [`c:${collection.name}`];
  if (company) return [`co:${company.name}`];
  if (film) return [film.id];
  const list = films ?? matches ?? [];
  return list.slice(0, FIRST_CHOICES).map((entry: any) => entry.film?.id ?? entry.id);
}

function idOfChoice(catalog: Catalog, options: Readonly<Record<string, unknown>>): GivenId {
  for (const value of Object.values(options)) {
    const [, prefix, id] = /^(tmdb|person|collection|company):(-?\d+)$/.exec(String(value)) ?? [];
    if (prefix === "tmdb") return Number(id);
    if (prefix === "person") return `p:${nameIn(catalog.people, Number(id))}`;
    if (prefix === "collection") return `c:${nameIn(catalog.collections, Number(id))}`;
    if (prefix === "company") return `co:${nameIn(catalog.companies, Number(id))}`;
  }
  return "–";
}

function nameIn(
  table: { readonly id: Int32Array; readonly name: { get(row: never): string } },
  id: number,
): string {
  const at = table.id.indexOf(id);
  return at < 0 ? "–" : table.name.get(at as never);
}

function shown(catalog: Catalog, id: GivenId): string {
  if (typeof id === "string") return id;
  const at = catalog.films.id.indexOf(id);
  if (at < 0) return String(id);
  return `${catalog.films.title.get(at as never)} (${id})`;
}
