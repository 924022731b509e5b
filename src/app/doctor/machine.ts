/** What runs the program: Node, memory, disk. */
import { existsSync, readFileSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { freemem } from "node:os";
import { dirname, join } from "node:path";
import { z } from "zod";
import { PACKAGE_ROOT } from "../../package-root.js";
import { bad, type Finding, good, warning } from "../../surface/finding.js";

/** Megabytes that serving 45,000 films takes, full text and recommendations included, with room (docs/benchmarks.md). */
const MEMORY_NEEDED = 400;
/** Megabytes that two versions of an index of that size take, and what is kept of its sources. */
const DISK_NEEDED = 500;

const MEGABYTE = 1_000_000;

const packageSchema = z.object({ engines: z.object({ node: z.string() }) });

export function nodeFinding(version = process.versions.node): Finding {
  const oldest = oldestNode();
  const [major = 0, minor = 0] = numbersOf(version);
  const [leastMajor = 0, leastMinor = 0] = numbersOf(oldest);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) {
    return good({ es: `Node ${version}`, en: `Node ${version}` });
  }
  return bad(
    {
      es: `Node ${version}: hace falta ${oldest} o posterior`,
      en: `Node ${version}: ${oldest} or newer is needed`,
    },
    {
      es: "instala la versión LTS de https://nodejs.org",
      en: "install the LTS version of https://nodejs.org",
    },
  );
}

/** "20.19", from what the package says it runs on. */
function oldestNode(): string {
  const text = readFileSync(join(PACKAGE_ROOT, "package.json"), "utf8");
  return packageSchema.parse(JSON.parse(text)).engines.node.replace(/^\D+/u, "");
}

function numbersOf(version: string): readonly number[] {
  return version.split(".").map(Number);
}

export interface Room {
  /** Bytes of memory that are free. */
  readonly memory: number;
  /** Bytes that the user may still write where the data lies. */
  readonly disk: number;
}

export async function roomIn(folder: string): Promise<Room> {
  const { bavail, bsize } = await statfs(existingAbove(folder));
  // What a container or a service may have; older versions of Node only know of the machine.
  const memory = process.availableMemory?.() ?? freemem();
  return { memory, disk: bavail * bsize };
}

export function roomFinding({ memory, disk }: Room): Finding {
  const [free, left] = [Math.floor(memory / MEGABYTE), Math.floor(disk / MEGABYTE)];
  const words = {
    es: `Sitio: ${free} MB de memoria y ${left} MB de disco libres`,
    en: `Room: ${free} MB of memory and ${left} MB of disk are free`,
  };
  if (free < MEMORY_NEEDED) {
    return warning(words, {
      es: `45.000 películas piden unos ${MEMORY_NEEDED} MB de memoria; el catálogo inicial, menos de la mitad`,
      en: `45,000 films take some ${MEMORY_NEEDED} MB of memory; the starter catalogue less than half`,
    });
  }
  if (left < DISK_NEEDED) {
    return warning(words, {
      es: `renovar los datos pide unos ${DISK_NEEDED} MB de disco; «npm run index -- prune» borra versiones viejas`,
      en: `refreshing the data takes some ${DISK_NEEDED} MB of disk; “npm run index -- prune” removes old versions`,
    });
  }
  return good(words);
}

/** The folder itself, or the nearest above it that is there. */
function existingAbove(folder: string): string {
  const above = dirname(folder);
  return existsSync(folder) || above === folder ? folder : existingAbove(above);
}
