/** What a setting is: what it may hold, where it may stand, and how it is called and shown. */
import type { z } from "zod";
import type { Words } from "../words.js";

/** From the widest to the narrowest: what stands in a narrower one holds there. */
export const LEVELS = ["community", "channel", "topic"] as const;

export type Level = (typeof LEVELS)[number];

/** A value that people pick by its name. */
export interface SettingOption {
  readonly value: string;
  readonly words: Words;
  /** What else may be typed for it, folded. */
  readonly typed: readonly string[];
}

/** What a setting holds, as people give it. */
export type SettingForm =
  | { readonly kind: "choice"; readonly options: readonly SettingOption[] }
  | {
      readonly kind: "amount";
      readonly max: number;
      /** Those that have a button. */
      readonly presets: readonly number[];
      /** What is said in the place of 0. */
      readonly none: Words;
    }
  /** Names of commands. */
  | { readonly kind: "commands" }
  /** A time of day, "21:30", or none. */
  | { readonly kind: "hour"; readonly presets: readonly string[] }
  /** A time zone, "Europe/Madrid", or none. */
  | { readonly kind: "zone"; readonly presets: readonly string[] };

/** What stands for no time of day, and for no zone. */
export const NEVER = "off";
export const NO_ZONE = "";

export interface Declaration<Schema extends z.ZodType = z.ZodType> {
  /** What is stored fits it; anything else is as if it were not there. */
  readonly schema: Schema;
  /** What holds where nobody set anything, the operator included. */
  readonly fallback: z.output<Schema>;
  readonly form: SettingForm;
  readonly name: Words;
  /** What it does, in a sentence. */
  readonly help: Words;
  /** What it may be called when it is typed, folded; the first of each language is shown. */
  readonly typed: Readonly<Record<"es" | "en", readonly [string, ...string[]]>>;
  /** Platforms where it has an effect; all unless said. */
  readonly platforms?: readonly string[];
  /** Whether it is set of the very channel or topic where it is to hold: something is posted there. */
  readonly isOfPlace?: true;
}

export function declare<Schema extends z.ZodType>(declaration: Declaration<Schema>): Declaration<Schema> {
  return declaration;
}
