/** "¿cuántas … hay?" and who appears most: what the commands of figures tell. */
import type { OptionValues } from "../../chat/answer/schema.js";
import { betterKnownAs } from "../filters/roles.js";
import { COUNT, FREQUENT_ACTOR, RELEASED } from "../lexicon/questions.js";
import { PatternSet } from "../patterns/pattern-set.js";
import { filtersIn } from "./discovery.js";
import { asks, type Reader, type Reading } from "./reading.js";

const PATTERNS = new PatternSet<"count" | "released" | "actor">([
  ["count", COUNT],
  ["released", RELEASED],
  ["actor", FREQUENT_ACTOR],
]);

/** Days and months as people write them, in both languages; 2024-01-01 was a Monday. */
const CALENDAR = new PatternSet<{ readonly option: "mes" | "dia"; readonly value: number }>([
  ...Array.from(
    { length: 12 },
    (_, at) => [{ option: "mes", value: at + 1 }, names({ month: "long" }, Date.UTC(2024, at, 1))] as const,
  ),
  ...Array.from(
    { length: 7 },
    (_, at) =>
      [{ option: "dia", value: at + 1 }, names({ weekday: "long" }, Date.UTC(2024, 0, at + 1))] as const,
  ),
  [{ option: "mes", value: 9 }, ["setiembre"]],
]);

export const COUNT_WORDS = [...PATTERNS.words, ...CALENDAR.words];

function names(format: Intl.DateTimeFormatOptions, time: number): string[] {
  const of = (tag: string) =>
    new Intl.DateTimeFormat(tag, { ...format, timeZone: "UTC" }).format(new Date(time));
  return [of("es"), `${of("es")}${format.weekday ? "[s]" : ""}`, of("en"), `${of("en")}s`];
}

/** The only option that is there, and the command that counts by it. */
const COMMANDS: Readonly<Record<string, readonly [command: string, option: string]>> = {
  pais: ["pais", "pais"],
  idioma: ["idioma", "idioma"],
  plataforma: ["plataforma cantidad", "plataforma"],
  franquicia: ["franquicia", "nombre"],
  productora: ["productora", "nombre"],
};

export function counts(reader: Reader): Reading | undefined {
  const { sentence } = reader;
  const cues = PATTERNS.all(sentence.spelt);
  const [actor] = cues.filter(({ meaning }) => meaning === "actor");
  const [count] = cues.filter(({ meaning }) => meaning === "count");
  if (actor) return frequentActor(reader, placesOf([actor]));
  if (!count) return undefined;
  const places = placesOf(cues);
  const [day] = CALENDAR.all(sentence.spelt);
  if (day) {
    const { option, value } = day.meaning;
    const { left, options } = filtersIn(reader, new Set([...places, ...placesOf([day])]));
    if (left.length === 0 && Object.keys(options).length === 0)
      return asks(reader, option, { [option]: value }, 0.97);
  }
  const { options, left, people, said } = filtersIn(reader, places);
  const score = Math.max(0.2, 0.96 - 0.15 * left.length);
  if (said === 0) return undefined;
  const [person] = people;
  if (person !== undefined && said === 1) {
    const { catalog } = sentence.edition;
    return asks(
      reader,
      betterKnownAs(catalog, person),
      { nombre: `person:${catalog.people.id[person]}` },
      score,
    );
  }
  const [only, ...others] = Object.entries(options).filter(
    ([name]) => name !== "tipo" && name !== "cantidad",
  );
  const [command, option] = (others.length === 0 && only && COMMANDS[only[0]]) || ["descubrir", ""];
  return option === "" || only === undefined
    ? asks(reader, command, options, score)
    : asks(reader, command, { [option]: only[1] }, score);
}

function frequentActor(reader: Reader, places: ReadonlySet<number>): Reading | undefined {
  const { options, left } = filtersIn(reader, places);
  const { plataforma, desde, hasta } = options;
  if (plataforma === undefined) return undefined;
  const asked: OptionValues = {
    plataforma,
    ...(desde !== undefined && desde === hasta ? { anio: desde } : {}),
  };
  return asks(reader, "plataforma actor", asked, Math.max(0.2, 0.96 - 0.15 * left.length));
}

function placesOf(matches: readonly { readonly from: number; readonly to: number }[]): Set<number> {
  return new Set(matches.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
}
