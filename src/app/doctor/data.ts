/** The data: whether it is there, loads, how old it is, and whether a new version could be written beside it. */
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { openNewest } from "../../catalog/versions/newest.js";
import { hasIndex, storedVersions } from "../../catalog/versions/versions.js";
import { catalogLine } from "../../chat/answer/catalog-line.js";
import { type Locale, parseLocale } from "../../chat/locale.js";
import { readState } from "../../refresh/run/state.js";
import { bad, type Finding, good, warning } from "../../surface/finding.js";
import { OperatorError, type Words } from "../../words.js";
import type { Config } from "../config/config.js";

const DAY = 86_400_000;
/** Whoever refreshes by schedule, and has not in so many days, would want to know. */
const STALE_DAYS = 8;

export function dataFindings(
  { dataDir, locale, refresh }: Pick<Config, "dataDir" | "locale" | "refresh">,
  now: Date,
): readonly Finding[] {
  const writes = refresh.cron !== undefined || !existsSync(dataDir);
  return [
    indexFinding(dataDir, locale, now),
    ...(writes && !isWritable(dataDir) ? [unwritable(dataDir)] : []),
    ...(refresh.cron === undefined ? [] : refreshFindings(dataDir, now)),
  ];
}

function indexFinding(dataDir: string, locale: Locale, now: Date): Finding {
  try {
    if (!hasIndex(dataDir) && storedVersions(dataDir).length === 0) {
      return warning(
        { es: `Datos: aún no hay índice en ${dataDir}`, en: `Data: there is no index in ${dataDir} yet` },
        {
          es: "«npm start» lo construye del catálogo inicial en medio minuto; si ya tenías uno, revisa DATA_DIR",
          en: "“npm start” builds it from the starter catalogue in half a minute; if you had one, check DATA_DIR",
        },
      );
    }
    const { catalog, fault } = openNewest(dataDir);
    const age = agoWords(now.getTime() - Date.parse(catalog.manifest.dataDate));
    const words = inEach(locale, (one) => `${catalogLine(catalog, one)} (${age[one.language]})`);
    const found = { es: `Datos: ${words.es}`, en: `Data: ${words.en}` };
    if (fault === undefined) return good(found);
    return warning({ es: `${found.es}. ${fault.words.es}`, en: `${found.en}. ${fault.words.en}` });
  } catch (error) {
    if (error instanceof OperatorError) return bad(labelled(error.words));
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return bad(
      { es: `Datos: no se puede leer ${dataDir} (${code})`, en: `Data: ${dataDir} cannot be read (${code})` },
      {
        es: "tiene que ser una carpeta que pueda leer quien arranca el bot",
        en: "it has to be a folder that whoever starts the bot may read",
      },
    );
  }
}

function labelled({ es, en }: Words): Words {
  return { es: `Datos: ${es}`, en: `Data: ${en}` };
}

/** Both languages, the operator's own as it is spoken where they are. */
function inEach(locale: Locale, words: (locale: Locale) => string): Words {
  const [es, en] = [parseLocale("es"), parseLocale("en")];
  return {
    es: words(locale.language === "es" ? locale : es),
    en: words(locale.language === "en" ? locale : en),
  };
}

function agoWords(milliseconds: number): Words {
  const days = Math.max(0, Math.floor(milliseconds / DAY));
  const months = Math.floor(days / 30);
  if (days < 1) return { es: "de hoy", en: "today's" };
  if (days < 2) return { es: "de hace un día", en: "a day old" };
  if (months < 2) return { es: `de hace ${days} días`, en: `${days} days old` };
  return { es: `de hace ${months} meses`, en: `${months} months old` };
}

function isWritable(folder: string): boolean {
  if (!existsSync(folder)) {
    const above = dirname(folder);
    return above !== folder && isWritable(above);
  }
  try {
    accessSync(folder, constants.W_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

function unwritable(dataDir: string): Finding {
  return bad(
    {
      es: `Datos: no se puede escribir en ${dataDir}, y ahí irían las versiones nuevas`,
      en: `Data: ${dataDir} cannot be written to, where new versions would go`,
    },
    {
      es: "da permiso de escritura al usuario que arranca el bot, o pon DATA_DIR en otra carpeta",
      en: "give the user who starts the bot the right to write there, or set DATA_DIR to another folder",
    },
  );
}

function refreshFindings(dataDir: string, now: Date): readonly Finding[] {
  const { lastSuccess, lastFailure } = readState(dataDir);
  const findings: Finding[] = [];
  const since = lastSuccess === null ? undefined : now.getTime() - Date.parse(lastSuccess);
  if (since === undefined || since > STALE_DAYS * DAY) {
    const when =
      since === undefined
        ? { es: "todavía no se han renovado nunca", en: "it has never been refreshed yet" }
        : {
            es: `la última renovación es ${agoWords(since).es}`,
            en: `the last refresh is ${agoWords(since).en}`,
          };
    findings.push(
      warning(
        { es: `Datos: ${when.es}`, en: `Data: ${when.en}` },
        { es: "pruébalo a mano: npm run refresh", en: "try it by hand: npm run refresh" },
      ),
    );
  }
  if (lastFailure !== null && (lastSuccess === null || lastFailure.at > lastSuccess)) {
    findings.push(
      warning({
        es: `Datos: lo último que falló al renovar: ${lastFailure.es}`,
        en: `Data: what last failed in a refresh: ${lastFailure.en}`,
      }),
    );
  }
  return findings;
}
