/** What a kind of source is: how SOURCES names it, what of the environment it needs, and how it is made. */
import type { z } from "zod";
import type { Words } from "../../words.js";
import type { Timing } from "../http/client.js";
import type { Source } from "./source.js";

/** A source as the operator named it. */
export interface SourceSetting {
  readonly kind: string;
  /** The whole of it: "tmdb", "folder:/data/films". */
  readonly name: string;
  /** What stands after the colon; "" where nothing does. */
  readonly place: string;
}

/** What a source is given by the program. */
export interface SourceHost {
  /** Where it may keep what it was given: a folder of its own, which need not be there yet. */
  readonly folder: string;
  /** Folder of our own catalogue. */
  readonly starter: string;
  /** Patience with servers, for tests. */
  readonly timing?: Timing | undefined;
}

/** What variables were read as. Of none zod makes a type that allows no others beside it. */
type ValuesOf<Variables extends z.ZodRawShape> = keyof Variables extends never
  ? object
  : z.output<z.ZodObject<Variables>>;

export interface SourceKind<Variables extends z.ZodRawShape> {
  /** What stands before the colon. */
  readonly kind: string;
  /** How SOURCES names one: "folder:CARPETA". */
  readonly usage: Words;
  /** Its own variables of the environment. */
  readonly variables: Variables;
  /** What each of them expects, told where it holds something else. */
  readonly expected: Readonly<Record<keyof Variables, Words>>;
  /** The variable that it cannot do without. */
  readonly needs?: keyof Variables & string;
  /**
   * Reads what stands after the colon; undefined where that names no source. A kind without this has just one source,
   * which is called like the kind.
   */
  readPlace?(place: string): string | undefined;
  /**
   * Asks whether it would let us in, and changes nothing; tells what it said. Rejects with a SourceError where it would
   * not. A kind without this cannot be asked without fetching.
   */
  access?(setting: SourceSetting, values: ValuesOf<Variables>, timing: Timing): Promise<Words>;
  /** Its own module is best loaded here: most programs read settings, and only a refresh asks sources. */
  create(setting: SourceSetting, values: ValuesOf<Variables>, host: SourceHost): Promise<Source>;
}

/** The kind itself, with the types of its variables. */
export function defineSource<Variables extends z.ZodRawShape>(
  kind: SourceKind<Variables>,
): SourceKind<Variables> {
  return kind;
}
