/** Kinds of variables of the environment that several sources have: what they may hold, and the words for it. */
import { z } from "zod";
import type { Words } from "../words.js";

/** An address without the slash at its end. */
export const address = (standard: string) =>
  z
    .url({ protocol: /^https?$/u })
    .transform((url) => url.replace(/\/+$/u, ""))
    .default(standard);

export const ADDRESS: Words = { es: "una dirección http o https", en: "an http or https address" };

/** A whole number within bounds, both included. */
export const whole = (least: number, most: number, standard: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/u)
    .transform(Number)
    .refine((value) => value >= least && value <= most)
    .default(standard);

/** A word without spaces, which no error shows. */
export const secret = z
  .string()
  .transform((value) => value.trim())
  .refine((value) => /^\S+$/u.test(value))
  .optional();
