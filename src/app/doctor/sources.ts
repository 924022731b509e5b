/** Whether the sources of data let us in, and give anything. */
import type { RefreshSettings } from "../../refresh/settings.js";
import { accessOf } from "../../refresh/sources/index.js";
import { bad, type Finding, good, warning } from "../../surface/finding.js";
import { OperatorError } from "../../words.js";

/** @param patience milliseconds for each */
export async function sourceFindings(
  { sources, values }: RefreshSettings,
  patience: number,
): Promise<readonly Finding[]> {
  const timing = { timeout: patience, backOff: [], longestWait: 0 };
  const asked = sources.map(async (setting) => accessOf(setting, values, timing)?.then(good, failed));
  const findings = (await Promise.all(asked)).filter((finding) => finding !== undefined);
  const isUnused = values.TMDB_TOKEN !== undefined && !sources.some(({ kind }) => kind === "tmdb");
  return isUnused ? [...findings, UNUSED] : findings;
}

const UNUSED = warning(
  {
    es: "TMDB_TOKEN: está puesto, y SOURCES no nombra tmdb: no se usa",
    en: "TMDB_TOKEN: is set, and SOURCES does not name tmdb: it is not used",
  },
  { es: "pon SOURCES=tmdb,starter", en: "set SOURCES=tmdb,starter" },
);

function failed(error: unknown): Finding {
  if (!(error instanceof OperatorError)) throw error;
  return bad(error.words, {
    es: "revisa su clave y la conexión (docs/refresh.md); mientras tanto se sirve lo que hay",
    en: "check its key and the connection (docs/refresh.md); meanwhile what is there is served",
  });
}
