/** Wikidata as a source. */
import { z } from "zod";
import { ADDRESS, address } from "../../variables.js";
import { defineSource } from "../kind.js";

export const wikidata = defineSource({
  kind: "wikidata",
  usage: { es: "wikidata", en: "wikidata" },
  variables: {
    WIKIDATA_URL: address("https://query.wikidata.org/sparql"),
    WIKIDATA_CONTACT: z
      .string()
      .regex(/^[^\s()]+[@.][^\s()]+$/u)
      .optional(),
  },
  expected: {
    WIKIDATA_URL: ADDRESS,
    WIKIDATA_CONTACT: {
      es: "un correo o una dirección donde localizarte",
      en: "an e-mail or an address where you can be reached",
    },
  },
  needs: "WIKIDATA_CONTACT",
  async create(_setting, { WIKIDATA_URL: url, WIKIDATA_CONTACT: contact }, { folder, timing }) {
    const { WikidataSource } = await import("./source.js");
    return new WikidataSource({ url, contact }, folder, timing);
  },
});
