/** Whether our own server could listen where it should. */
import { createServer } from "node:net";
import { z } from "zod";
import type { HttpSettings } from "../../adapters/http/settings.js";
import { bad, type Finding, good } from "../../surface/finding.js";

const readySchema = z.object({ status: z.string(), version: z.string(), films: z.number() });

/** @param patience milliseconds for whoever listens there already to say who they are */
export async function portFinding(
  { host, port }: Pick<HttpSettings, "host" | "port">,
  patience: number,
): Promise<Finding> {
  const where = `${host}:${port}`;
  const code = await obstacle(host, port);
  switch (code) {
    case undefined:
      return good({ es: `Puerto: ${where} está libre`, en: `Port: ${where} is free` });
    case "EADDRINUSE":
      return (await isOurs(host, port, patience)) ? running(where) : occupied(where);
    case "EACCES":
      return bad(
        {
          es: `Puerto: ${where} pide permisos de administrador`,
          en: `Port: ${where} takes an administrator's rights`,
        },
        { es: "pon PORT a 1024 o más", en: "set PORT to 1024 or above" },
      );
    default:
      return bad(
        {
          es: `Puerto: no se puede escuchar en ${where} (${code})`,
          en: `Port: ${where} cannot be listened on (${code})`,
        },
        {
          es: "HOST tiene que ser una dirección de esta máquina: 127.0.0.1, o 0.0.0.0 para todas",
          en: "HOST has to be an address of this machine: 127.0.0.1, or 0.0.0.0 for all",
        },
      );
  }
}

/** The system's code where nobody may listen there now. */
function obstacle(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", ({ code = "?" }: NodeJS.ErrnoException) => resolve(code));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

async function isOurs(host: string, port: number, patience: number): Promise<boolean> {
  const loopback = new Map([
    ["0.0.0.0", "127.0.0.1"],
    ["::", "[::1]"],
  ]);
  try {
    const response = await fetch(`http://${loopback.get(host) ?? host}:${port}/readyz`, {
      signal: AbortSignal.timeout(patience),
    });
    return readySchema.safeParse(await response.json()).success;
  } catch {
    // Whoever it is does not speak as we do.
    return false;
  }
}

function running(where: string): Finding {
  return good({
    es: `Puerto: en ${where} ya responde Claqueta`,
    en: `Port: Claqueta answers at ${where} already`,
  });
}

function occupied(where: string): Finding {
  return bad(
    { es: `Puerto: ${where} lo ocupa otro programa`, en: `Port: another program occupies ${where}` },
    {
      es: "ciérralo, o pon otro número en PORT (0: cualquiera libre)",
      en: "close it, or set another number in PORT (0: any free one)",
    },
  );
}
