/** Datasets of Kaggle as sources. */
import { ADDRESS, address, secret } from "../../variables.js";
import { defineSource } from "../kind.js";
import type { KaggleSettings } from "./client.js";

const DATASET = /^([\w-]{1,80})\/([\w-]{1,120})$/u;

export const kaggle = defineSource({
  kind: "kaggle",
  usage: { es: "kaggle:DUEÑO/CONJUNTO", en: "kaggle:OWNER/DATASET" },
  variables: {
    KAGGLE_API_URL: address("https://www.kaggle.com/api/v1"),
    KAGGLE_USERNAME: secret,
    KAGGLE_KEY: secret,
  },
  expected: {
    KAGGLE_API_URL: ADDRESS,
    KAGGLE_USERNAME: { es: "el nombre de usuario de Kaggle", en: "the user name at Kaggle" },
    KAGGLE_KEY: { es: "la clave o el token de Kaggle", en: "the key or token of Kaggle" },
  },
  readPlace: (place) => (DATASET.test(place) ? place : undefined),
  async access({ place }, values, timing) {
    const { kaggleAccess } = await import("./access.js");
    return kaggleAccess(place, settingsOf(values), timing);
  },
  async create({ name, place }, values, { folder, timing }) {
    const { KaggleSource } = await import("./source.js");
    const [, owner = "", slug = ""] = DATASET.exec(place) ?? [];
    return new KaggleSource(name, { owner, slug }, settingsOf(values), folder, timing);
  },
});

function settingsOf(values: {
  readonly KAGGLE_API_URL: string;
  readonly KAGGLE_USERNAME?: string | undefined;
  readonly KAGGLE_KEY?: string | undefined;
}): KaggleSettings {
  return { url: values.KAGGLE_API_URL, username: values.KAGGLE_USERNAME, key: values.KAGGLE_KEY };
}
