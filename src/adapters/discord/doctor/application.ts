/** What Discord knows of the application, beside what the settings say of it. */
import { z } from "zod";
import { bad, type Finding, good, warning } from "../../../surface/finding.js";
import type { DiscordSettings } from "../settings.js";
import { personalLink, serverLink } from "./invite-links.js";

export const applicationSchema = z.object({
  id: z.string(),
  name: z.string(),
  verify_key: z.string(),
  interactions_endpoint_url: z.string().nullish(),
  approximate_guild_count: z.int().optional(),
  /** Which ways of being installed are on; absent where nobody has looked at that page. */
  integration_types_config: z.record(z.string(), z.unknown()).nullish(),
});

export type Application = z.output<typeof applicationSchema>;

const SERVER = "0";
const PERSON = "1";

/** Everything that is said of the application, in the order in which one sets it up. */
export function applicationFindings(application: Application, settings: DiscordSettings): readonly Finding[] {
  return [
    identity(application, settings),
    ...delivery(application, settings),
    installation(application),
    ...invitation(application),
  ];
}

function identity({ id, name }: Application, { applicationId }: DiscordSettings): Finding {
  if (applicationId === undefined || applicationId === id) {
    return good({
      es: `Discord: la aplicación es ${name} (${id})`,
      en: `Discord: the application is ${name} (${id})`,
    });
  }
  return bad(
    {
      es: `Discord: DISCORD_APPLICATION_ID es ${applicationId}, y el token es de ${name} (${id})`,
      en: `Discord: DISCORD_APPLICATION_ID is ${applicationId}, but the token is that of ${name} (${id})`,
    },
    {
      es: "quita DISCORD_APPLICATION_ID: el número se averigua solo",
      en: "remove DISCORD_APPLICATION_ID: the id is found by itself",
    },
  );
}

/** Interactions take one way: where an address is set in the portal, the gateway is told of none. */
function delivery(
  { verify_key: key, interactions_endpoint_url: endpoint }: Application,
  { mode, publicKey, messages }: DiscordSettings,
): readonly Finding[] {
  if (mode === "gateway") {
    if (endpoint) return [endpointInTheWay(endpoint)];
    const heard = messages
      ? { es: "oye también mensajes", en: "it hears messages too" }
      : { es: "solo comandos", en: "commands only" };
    return [
      good({
        es: `Discord: conexión por gateway (${heard.es}); no le hace falta ningún intent privilegiado`,
        en: `Discord: connects to the gateway (${heard.en}); it needs no privileged intent`,
      }),
    ];
  }
  const findings: Finding[] = [];
  if (publicKey?.toLowerCase() !== key.toLowerCase()) {
    findings.push(
      bad(
        {
          es: "Discord: DISCORD_PUBLIC_KEY no es la de esta aplicación: ninguna interacción pasaría la firma",
          en: "Discord: DISCORD_PUBLIC_KEY is not this application's: no interaction would pass its signature",
        },
        {
          es: "copia la de General Information → Public Key",
          en: "copy the one at General Information → Public Key",
        },
      ),
    );
  }
  return [...findings, endpointFinding(endpoint)];
}

function endpointInTheWay(endpoint: string): Finding {
  return bad(
    {
      es: `Discord: el portal manda los comandos a ${hostOf(endpoint)}, y DISCORD_MODE es gateway: aquí no llegaría ninguno`,
      en: `Discord: the portal sends commands to ${hostOf(endpoint)}, and DISCORD_MODE is gateway: none would arrive here`,
    },
    {
      es: "vacía General Information → Interactions Endpoint URL, o pon DISCORD_MODE=http",
      en: "empty General Information → Interactions Endpoint URL, or set DISCORD_MODE=http",
    },
  );
}

const ENDPOINT = "/discord/interactions";

function endpointFinding(endpoint: string | null | undefined): Finding {
  const advice = {
    es: `con el bot en marcha, pon https://TU-DOMINIO${ENDPOINT} en General Information → Interactions Endpoint URL`,
    en: `while the bot runs, enter https://YOUR-DOMAIN${ENDPOINT} at General Information → Interactions Endpoint URL`,
  };
  if (!endpoint) {
    return warning(
      {
        es: "Discord: el portal no tiene dirección a la que mandar los comandos",
        en: "Discord: the portal has no address to send commands to",
      },
      advice,
    );
  }
  if (URL.canParse(endpoint) && new URL(endpoint).pathname.endsWith(ENDPOINT)) {
    return good({
      es: `Discord: los comandos llegan por HTTP a ${hostOf(endpoint)}`,
      en: `Discord: commands arrive over HTTP at ${hostOf(endpoint)}`,
    });
  }
  return warning(
    {
      es: `Discord: la dirección del portal, en ${hostOf(endpoint)}, no acaba en ${ENDPOINT}`,
      en: `Discord: the portal's address, at ${hostOf(endpoint)}, does not end in ${ENDPOINT}`,
    },
    advice,
  );
}

/** Without what stands in its path and query, which may be meant for nobody. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : "?";
}

function installation({ integration_types_config: ways }: Application): Finding {
  const server = { es: "en servidores", en: "in servers" };
  const person = { es: "por personas", en: "by people" };
  if (!ways || (ways[SERVER] !== undefined && ways[PERSON] !== undefined)) {
    return good({
      es: `Discord: se puede instalar ${server.es} y ${person.es}`,
      en: `Discord: it can be installed ${server.en} and ${person.en}`,
    });
  }
  const only = ways[SERVER] === undefined ? person : server;
  return warning(
    { es: `Discord: solo se puede instalar ${only.es}`, en: `Discord: it can only be installed ${only.en}` },
    {
      es: "marca las dos casillas de Installation → Installation Contexts y guarda",
      en: "tick both boxes at Installation → Installation Contexts and save",
    },
  );
}

function invitation({ id, approximate_guild_count: servers = 0 }: Application): readonly Finding[] {
  const many = servers === 1 ? { es: "servidor", en: "server" } : { es: "servidores", en: "servers" };
  const there =
    servers === 0
      ? warning(
          { es: "Discord: no está en ningún servidor", en: "Discord: it is in no server" },
          {
            es: "abre el enlace que sigue y elige el tuyo",
            en: "open the link that follows and choose yours",
          },
        )
      : good({ es: `Discord: está en ${servers} ${many.es}`, en: `Discord: it is in ${servers} ${many.en}` });
  return [
    there,
    good({
      es: `Discord: para añadirlo a un servidor: ${serverLink(id)}`,
      en: `Discord: to add it to a server: ${serverLink(id)}`,
    }),
    good({
      es: `Discord: para que alguien lo use en todas partes: ${personalLink(id)}`,
      en: `Discord: for somebody to use it everywhere: ${personalLink(id)}`,
    }),
  ];
}
