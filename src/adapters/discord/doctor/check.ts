/** Looks at Discord as it is set up: the token, the application, what is registered. Changes nothing. */
import { z } from "zod";
import { type CheckHost, type Finding, good, warning } from "../../../surface/finding.js";
import { Rest } from "../connection/rest.js";
import type { DiscordSettings } from "../settings.js";
import { applicationFindings, applicationSchema } from "./application.js";
import { commandFindings } from "./commands.js";
import { failureFinding, NO_TOKEN } from "./failures.js";

/** With fewer connections left for today, a bot that starts over and over comes to lose its token. */
const FEW_STARTS = 20;

const userSchema = z.object({ username: z.string() });

const gatewaySchema = z.object({
  shards: z.int(),
  session_start_limit: z.object({ remaining: z.int(), total: z.int() }),
});

/** Never rejects but for bugs: what does not work is what it is for to tell. */
export async function checkDiscord(settings: DiscordSettings, host: CheckHost): Promise<readonly Finding[]> {
  const { token, mode, apiUrl } = settings;
  if (token === undefined) return [NO_TOKEN];
  const patience = { total: host.patience, perTry: host.patience };
  let rest: Rest | undefined;
  try {
    const client = new Rest(apiUrl);
    rest = client;
    const ask = async <T>(path: string, schema: z.ZodType<T>): Promise<T> =>
      schema.parse((await client.send({ method: "GET", path, token, patience })).body);
    const [user, application] = await Promise.all([
      ask("/users/@me", userSchema),
      ask("/applications/@me", applicationSchema),
    ]);
    const [held, gateway] = await Promise.all([
      ask(`/applications/${application.id}/commands?with_localizations=true`, z.array(z.unknown())),
      mode === "gateway" ? ask("/gateway/bot", gatewaySchema) : undefined,
    ]);
    return [
      good({
        es: `Discord: el token vale, y es de @${user.username}`,
        en: `Discord: the token is valid, and is @${user.username}'s`,
      }),
      ...applicationFindings(application, settings),
      ...commandFindings(held, host.program),
      ...(gateway ? gatewayFindings(gateway, settings) : []),
    ];
  } catch (error) {
    return [failureFinding(error, token, apiUrl)];
  } finally {
    rest?.close();
  }
}

function gatewayFindings(
  { shards, session_start_limit: { remaining, total } }: z.output<typeof gatewaySchema>,
  settings: DiscordSettings,
): readonly Finding[] {
  const findings: Finding[] = [];
  if (remaining < FEW_STARTS) {
    findings.push(
      warning(
        {
          es: `Discord: quedan ${remaining} conexiones de las ${total} de hoy`,
          en: `Discord: ${remaining} connections are left of today's ${total}`,
        },
        {
          es: "algo reinicia el bot sin parar: mira su registro antes de arrancarlo otra vez",
          en: "something starts the bot over and over: read its log before you start it again",
        },
      ),
    );
  }
  if (shards > 1 && settings.shards === undefined) {
    findings.push(
      warning(
        {
          es: `Discord: son ya servidores para ${shards} procesos`,
          en: `Discord: there are servers for ${shards} processes by now`,
        },
        { es: "pon DISCORD_SHARDS=auto", en: "set DISCORD_SHARDS=auto" },
      ),
    );
  }
  return findings;
}
