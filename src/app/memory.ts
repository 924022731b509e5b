/** What is served with little memory: everything but charts, or nothing, and that in one clear line. */
import { join } from "node:path";
import { getHeapStatistics } from "node:v8";
import { bytesInMemory } from "../catalog/open.js";
import { currentVersion, isVersionName } from "../catalog/versions/versions.js";
import { OperatorError } from "../words.js";

const MEGABYTE = 1_048_576;

/** Bytes that serving takes beside the index's own, with everything but charts, measured at 45,000 films. */
const BESIDE_INDEX = 80 * MEGABYTE;
/** Bytes that Node's heap has to have: `--max-old-space-size=64`, of which 40 MB are used. */
const LEAST_HEAP = 64 * MEGABYTE;
/** Bytes with which there is room for the thread that draws, and its libraries. */
const WITH_CHARTS = 384 * MEGABYTE;

export interface Memory {
  /** Bytes that the process may have, as its container or service says; Infinity where nothing does. */
  readonly limit: number;
  /** Bytes that Node's heap may have. */
  readonly heap: number;
}

export function memoryHere(): Memory {
  const limit = process.constrainedMemory?.() ?? 0;
  // Without a limit it is 0, or more than there is.
  const isLimited = limit > 0 && limit < Number.MAX_SAFE_INTEGER;
  return {
    limit: isLimited ? limit : Number.POSITIVE_INFINITY,
    heap: getHeapStatistics().heap_size_limit,
  };
}

/** Whether charts may be drawn; else they are told as figures. */
export function hasRoomForCharts({ limit }: Memory): boolean {
  return limit >= WITH_CHARTS;
}

/**
 * Nobody learns from a process that the system killed why it was.
 * @throws OperatorError where the index in use is certain not to fit
 */
export function assertFits({ limit, heap }: Memory, dataDir: string): void {
  const shown = (bytes: number) => Math.ceil(bytes / MEGABYTE);
  if (heap < LEAST_HEAP) {
    throw new OperatorError({
      es: `Node solo puede usar ${shown(heap)} MB (--max-old-space-size en NODE_OPTIONS): dale 64 o más, mejor 96`,
      en: `Node may use ${shown(heap)} MB only (--max-old-space-size in NODE_OPTIONS): give it 64 or more, better 96`,
    });
  }
  const needed = indexBytes(dataDir) + BESIDE_INDEX;
  if (needed <= limit) return;
  throw new OperatorError({
    es: `No cabe: el índice de ${dataDir} pide ${shown(needed)} MB de memoria y el límite es de ${shown(limit)}. Súbelo, o sirve menos películas (el catálogo inicial: un DATA_DIR vacío)`,
    en: `It does not fit: the index in ${dataDir} takes ${shown(needed)} MB of memory, and the limit is ${shown(limit)}. Raise it, or serve fewer films (the starter catalogue: an empty DATA_DIR)`,
  });
}

/** Bytes of the version in use that are kept in memory; 0 where there is none, which is told by whoever opens it. */
function indexBytes(dataDir: string): number {
  try {
    const version = currentVersion(dataDir);
    if (version === undefined || !isVersionName(version)) return 0;
    return bytesInMemory(join(dataDir, version));
  } catch {
    return 0;
  }
}
