/** `npm run store -- backup FILE | restore FILE [--force] | migrate | check`: what is stored, for whoever runs the bot. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { runTool } from "../app/tool.js";
import { type Locale, say } from "../chat/locale.js";
import { backUp } from "../store/dump/backup.js";
import { checkStore } from "../store/dump/check.js";
import type { Counts } from "../store/dump/format.js";
import { restore } from "../store/dump/restore.js";
import type { Engine } from "../store/engine.js";
import type { UnavailableCode } from "../store/errors.js";
import { migrate } from "../store/migrations/migrate.js";
import { connecting } from "../store/opening/connect.js";
import { isStoreThere, type StorePlace } from "../store/place.js";
import { newerSchema, SCHEMA_VERSION } from "../store/version.js";
import { OperatorError, type Words } from "../words.js";
import { isMain } from "./is-main.js";

const NOTHING_YET: Words = {
  es: "Aún no hay nada guardado en esta carpeta",
  en: "Nothing is stored yet in this folder",
};

const USAGE: Words = {
  es: "Uso: npm run store -- backup ARCHIVO | restore ARCHIVO [--force] | migrate | check",
  en: "Usage: npm run store -- backup FILE | restore FILE [--force] | migrate | check",
};

export type Arguments =
  | { readonly action: "backup"; readonly file: string }
  | { readonly action: "restore"; readonly file: string; readonly force: boolean }
  | { readonly action: "migrate" }
  | { readonly action: "check" };

/** Undefined for what is no usage. */
export function readArguments(args: readonly string[]): Arguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { force: { type: "boolean", default: false } },
      allowPositionals: true,
    });
    const [action, file, ...more] = positionals;
    const { force } = values;
    if (more.length > 0) return undefined;
    if (action === "restore" && file !== undefined) return { action, file: resolve(file), force };
    if (force) return undefined;
    if (action === "backup" && file !== undefined) return { action, file: resolve(file) };
    return (action === "migrate" || action === "check") && file === undefined ? { action } : undefined;
  } catch {
    // An unknown flag.
    return undefined;
  }
}

/**
 * Does what was asked, and says so on `output`. @returns whether all is well
 * @throws OperatorError for what the operator can mend
 */
export async function runStore(
  asked: Arguments,
  place: StorePlace,
  locale: Locale,
  output: (line: string) => void,
): Promise<boolean> {
  // To open it would make an empty one, of whoever looks; and the folder may be another than the bot's.
  const isToBeThere = asked.action === "backup" || asked.action === "check";
  if (isToBeThere && !isStoreThere(place)) throw new OperatorError(where(NOTHING_YET, place));
  const { connect, codeOf } = connecting(place);
  let engine: Engine | undefined;
  try {
    engine = await connect();
    return await perform(asked, engine, (words) => output(say(locale, words)));
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    const code = engine ? engine.codeOf(error) : codeOf(error);
    if (code !== undefined) throw new OperatorError(where(NOT_AVAILABLE[code], place), { cause: error });
    throw fileError(error) ?? error;
  } finally {
    await engine?.close().catch(() => undefined);
  }
}

/** With the folder that it is about; the address of a database holds its password. */
function where({ es, en }: Words, { databaseUrl, folder }: StorePlace): Words {
  return databaseUrl === undefined ? { es: `${es}: ${folder}`, en: `${en}: ${folder}` } : { es, en };
}

async function perform(asked: Arguments, engine: Engine, tell: (words: Words) => void): Promise<boolean> {
  switch (asked.action) {
    case "backup": {
      if (existsSync(asked.file)) throw exists(asked.file);
      const counts = await backUp(engine, asked.file, new Date());
      tell({
        es: `Copia hecha y comprobada: ${asked.file} (${rows(counts).es})`,
        en: `Backed up and checked: ${asked.file} (${rows(counts).en})`,
      });
      return true;
    }
    case "restore": {
      if (!asked.force) await refuseToReplace(engine);
      const counts = await restore(engine, asked.file);
      tell({ es: `Restaurado: ${rows(counts).es}`, en: `Restored: ${rows(counts).en}` });
      return true;
    }
    case "migrate": {
      const before = await engine.version();
      await migrate(engine);
      tell(
        before === SCHEMA_VERSION
          ? {
              es: `Ya estaba al día (esquema ${before}).`,
              en: `It was up to date already (schema ${before}).`,
            }
          : {
              es: `Esquema ${before} → ${SCHEMA_VERSION}.`,
              en: `Schema ${before} → ${SCHEMA_VERSION}.`,
            },
      );
      return true;
    }
    case "check":
      return check(engine, tell);
  }
}

async function check(engine: Engine, tell: (words: Words) => void): Promise<boolean> {
  const { engine: kind, schema, counts, faults } = await checkStore(engine);
  if (schema > SCHEMA_VERSION) throw newerSchema(schema);
  const name = { sqlite: "SQLite", postgres: "PostgreSQL" }[kind];
  tell({
    es: `${name}, esquema ${schema} (este programa: ${SCHEMA_VERSION})`,
    en: `${name}, schema ${schema} (this program: ${SCHEMA_VERSION})`,
  });
  for (const [table, count] of Object.entries(counts)) {
    tell({ es: `  ${table}: ${count}`, en: `  ${table}: ${count}` });
  }
  for (const fault of faults) tell({ es: `Dañado: ${fault}`, en: `Damaged: ${fault}` });
  if (faults.length === 0) tell({ es: "Todo en orden.", en: "All is well." });
  return faults.length === 0;
}

/** What is stored, and whoever is using it, would be overrun. */
async function refuseToReplace(engine: Engine): Promise<void> {
  if (await engine.inUse()) {
    throw new OperatorError({
      es: "Otro programa tiene abiertos los datos: páralo antes, o usa --force para reemplazarlos así",
      en: "Another program has the data open: stop it first, or use --force to replace it as it is",
    });
  }
  const { counts } = await checkStore(engine);
  const { schema_versions: _, ...held } = counts;
  if (Object.values(held).every((count) => count === 0)) return;
  throw new OperatorError({
    es: `Ya hay datos guardados (${rows(held).es}): usa --force para reemplazarlos por los de la copia`,
    en: `Something is stored already (${rows(held).en}): use --force to replace it by the backup’s`,
  });
}

function rows(counts: Counts): Words {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    es: total === 1 ? "1 fila" : `${total} filas`,
    en: total === 1 ? "1 row" : `${total} rows`,
  };
}

function exists(file: string): OperatorError {
  return new OperatorError({ es: `${file} ya existe`, en: `${file} exists already` });
}

/** Neither the address of the database nor what it said: both may hold what nobody should read. */
const NOT_AVAILABLE: Readonly<Record<UnavailableCode, Words>> = {
  away: { es: "No se puede conectar con la base de datos", en: "The database cannot be reached" },
  timeout: { es: "La base de datos no responde a tiempo", en: "The database does not answer in time" },
  busy: { es: "La base de datos está ocupada", en: "The database is busy" },
  full: { es: "No queda sitio en el disco", en: "There is no room left on the disk" },
  broken: {
    es: "Los archivos de datos no se pueden leer o escribir",
    en: "The files of the data cannot be read or written",
  },
  refused: {
    es: "La base de datos no admite ese usuario, esa clave o esa base (DATABASE_URL)",
    en: "The database does not accept that user, password or database (DATABASE_URL)",
  },
  newer: {
    es: "Los datos son de una versión más nueva del programa",
    en: "The data is of a newer version of the program",
  },
  closed: { es: "La base de datos está cerrada", en: "The database is closed" },
};

/** A backup that cannot be read or written. */
function fileError(error: unknown): OperatorError | undefined {
  if (!(error instanceof Error) || !("code" in error) || !("path" in error)) return undefined;
  const { code, path } = error;
  return new OperatorError(
    {
      es: `No se puede leer o escribir ${path} (${code})`,
      en: `${path} cannot be read or written (${code})`,
    },
    { cause: error },
  );
}

function main(): Promise<number> {
  return runTool({
    usage: USAGE,
    readArguments,
    run: async (asked, { store, locale }) =>
      (await runStore(asked, store, locale, (line) => void process.stdout.write(`${line}\n`))) ? 0 : 1,
  });
}

if (isMain(import.meta.url)) process.exitCode = await main();
