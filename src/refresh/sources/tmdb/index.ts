/** TMDB as a source. */
import { z } from "zod";
import { ADDRESS, address, whole } from "../../variables.js";
import { defineSource } from "../kind.js";

/** TMDB allows about twice as many. */
const FASTEST = 20;

export const tmdb = defineSource({
  kind: "tmdb",
  usage: { es: "tmdb", en: "tmdb" },
  variables: {
    TMDB_TOKEN: z
      .string()
      .transform((token) => token.trim().replace(/^Bearer\s+/iu, ""))
      .refine((token) => /^\S+$/u.test(token))
      .optional(),
    TMDB_REGION: z
      .string()
      .regex(/^[A-Za-z]{2}$/u)
      .transform((region) => region.toUpperCase())
      .default("ES"),
    TMDB_API_URL: address("https://api.themoviedb.org"),
    TMDB_FILES_URL: address("https://files.tmdb.org"),
    TMDB_RATE: whole(1, FASTEST, FASTEST),
    TMDB_FILMS: whole(1, 5_000_000, 50_000),
    TMDB_REQUESTS: whole(1, 5_000_000, 30_000),
  },
  expected: {
    TMDB_TOKEN: { es: "el token de lectura de la API de TMDB", en: "the read access token of TMDB's API" },
    TMDB_REGION: { es: "un país como ES o MX", en: "a country like ES or MX" },
    TMDB_API_URL: ADDRESS,
    TMDB_FILES_URL: ADDRESS,
    TMDB_RATE: { es: "de 1 a 20", en: "1 to 20" },
    TMDB_FILMS: { es: "un número entero desde 1", en: "a whole number from 1" },
    TMDB_REQUESTS: { es: "un número entero desde 1", en: "a whole number from 1" },
  },
  needs: "TMDB_TOKEN",
  async access(_setting, { TMDB_TOKEN: token, TMDB_API_URL: apiUrl }, timing) {
    const { tmdbAccess } = await import("./access.js");
    return tmdbAccess({ token, apiUrl }, timing);
  },
  async create(_setting, values, { folder, timing }) {
    const { TmdbSource } = await import("./source.js");
    const settings = {
      token: values.TMDB_TOKEN,
      region: values.TMDB_REGION,
      apiUrl: values.TMDB_API_URL,
      filesUrl: values.TMDB_FILES_URL,
      rate: values.TMDB_RATE,
      films: values.TMDB_FILMS,
      requests: values.TMDB_REQUESTS,
    };
    return new TmdbSource(settings, folder, timing);
  },
});
