/** "¿cuántas … hay?" and who appears most: what the commands of figures tell. */
import type { OptionValues } from "../../chat/answer/schema.js";
import type { Steps } from "../../steps.js";
import { betterKnownAs } from "../filters/roles.js";
import { AMBIGUOUS_PLATFORMS } from "../lexicon/filters/places.js";
import { COUNT, FREQUENT_ACTOR, RELEASED } from "../lexicon/questions/questions.js";
import { PatternSet } from "../patterns/pattern-set.js";
import { isPiece } from "../spans/pieces.js";
import { placesOf } from "../spans/sentence.js";
import { filtersIn } from "./discovery.js";
import { asks, type Reader, type Reading } from "./reading.js";

const PATTERNS = new PatternSet<"count" | "released" | "actor">([
  ["count", COUNT],
  ["released", RELEASED],
  ["actor", FREQUENT_ACTOR],
]);

const CALENDAR = new PatternSet(calendar());

interface CalendarDate {
  readonly option: "mes" | "dia";
  readonly value: number;
}

/** Days and months as people write them, in both languages; 2024-01-01 was a Monday. */
function* calendar(): Generator<readonly [CalendarDate, readonly string[]]> {
  for (let at = 0; at < 12; at++)
    yield [{ option: "mes", value: at + 1 }, names({ month: "long" }, Date.UTC(2024, at, 1))];
  for (let at = 0; at < 7; at++)
    yield [{ option: "dia", value: at + 1 }, names({ weekday: "long" }, Date.UTC(2024, 0, at + 1))];
  yield [{ option: "mes", value: 9 }, ["[en|de] [el] [mes] [de] setiembre"]];
}

/** Words that are spelt right. */
export const countWords = (): Iterable<string> => [...PATTERNS.words, ...CALENDAR.words];

/** With what may stand before them: "en el mes de enero", "un día lunes", "on Fridays". */
function names(format: Intl.DateTimeFormatOptions, time: number): string[] {
  const of = (tag: string) =>
    new Intl.DateTimeFormat(tag, { ...format, timeZone: "UTC" }).format(new Date(time));
  return [
    `[en|de|del|un|el|los|al] [mes|meses|dia|dias] [de] (${of("es")}${format.weekday ? "[s]" : ""})`,
    `[in|on|during|of] [the|a|any] [month|months|day] [of] (${of("en")}[s])`,
  ];
}

/** The only option that is there, and the command that counts by it. */
const COMMANDS: Readonly<Record<string, readonly [command: string, option: string]>> = {
  pais: ["pais", "pais"],
  idioma: ["idioma", "idioma"],
  plataforma: ["plataforma cantidad", "plataforma"],
  franquicia: ["franquicia", "nombre"],
  productora: ["productora", "nombre"],
};

export function* counts(reader: Reader): Steps<Reading | undefined> {
  const { sentence } = reader;
  const cues = PATTERNS.all(sentence.spelt);
  const [actor] = cues.filter(({ meaning }) => meaning === "actor");
  const [count] = cues.filter(({ meaning }) => meaning === "count");
  if (actor) return yield* frequentActor(reader, placesOf([actor]));
  if (!count) return undefined;
  const places = placesOf(cues);
  const day = yield* countByCalendar(reader, places);
  if (day) return day;
  const { options, left, people, said } = yield* filtersIn(reader, places);
  const score = Math.max(0.2, 0.96 - 0.15 * telling(sentence, left));
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
  const rated = countRated(reader, options, score);
  if (rated) return rated;
  const [command, option] = (others.length === 0 && only && COMMANDS[only[0]]) || ["descubrir", ""];
  return option === "" || only === undefined
    ? asks(reader, command, options, score)
    : asks(reader, command, { [option]: only[1] }, score);
}

/** "¿Cuántas se estrenaron un viernes?" */
function* countByCalendar(reader: Reader, places: ReadonlySet<number>): Steps<Reading | undefined> {
  const { sentence } = reader;
  const dates = CALENDAR.all(sentence.spelt).sort((a, b) => b.to - b.from - (a.to - a.from));
  const [date] = dates;
  if (date === undefined) return undefined;
  const { option, value } = date.meaning;
  // "Un lunes, o sea, en día lunes": the same said again.
  const same = dates.filter(({ meaning }) => meaning.option === option && meaning.value === value);
  const { left, options } = yield* filtersIn(reader, new Set([...places, ...placesOf(same)]));
  if (telling(sentence, left) > 0 || Object.keys(options).length > 0) return undefined;
  return asks(reader, option, { [option]: value }, 0.97);
}

/** "¿Cuántas de Netflix de 2018 pasan de 7?": what a platform has of a year, by its note. */
function countRated(reader: Reader, options: OptionValues, score: number): Reading | undefined {
  const { plataforma, productora, nota_min: puntaje, desde, hasta, tipo, cantidad, ...others } = options;
  const platform = plataforma ?? (productora === undefined ? undefined : platformOfHouse(reader));
  if (platform === undefined || puntaje === undefined || desde === undefined || desde !== hasta)
    return undefined;
  if (Object.keys(others).length > 0 || (plataforma !== undefined && productora !== undefined))
    return undefined;
  return asks(reader, "plataforma puntaje", { plataforma: platform, puntaje, anio: desde }, score);
}

/** The platform that is called like the house that is named: "las de Disney". */
function platformOfHouse({ sentence }: Reader): string | undefined {
  const houses = sentence.pieces.filter((piece) => isPiece(piece, "company"));
  const names = new Set(houses.map(({ from, to }) => sentence.spelt.slice(from, to).join(" ")));
  const [id] =
    Object.entries(AMBIGUOUS_PLATFORMS).find(([, all]) => all.some((name) => names.has(name))) ?? [];
  return id;
}

/** How many of some words may say what is counted: not those of everyday talk. */
function telling(sentence: Reader["sentence"], places: readonly number[]): number {
  return places.filter((place) => !sentence.isEveryday(place)).length;
}

function* frequentActor(reader: Reader, places: ReadonlySet<number>): Steps<Reading | undefined> {
  const { options, left } = yield* filtersIn(reader, places);
  const { plataforma, desde, hasta } = options;
  if (plataforma === undefined) return undefined;
  const asked: OptionValues = {
    plataforma,
    ...(desde !== undefined && desde === hasta ? { anio: desde } : {}),
  };
  return asks(reader, "plataforma actor", asked, Math.max(0.2, 0.96 - 0.15 * left.length));
}
