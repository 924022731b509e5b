/** The way to the platforms: through the proxy where one is set, and whether their clocks agree with ours. */
import { bad, type Finding, good, warning } from "../../surface/finding.js";
import { isDirect, ProxyFailure, proxyOf } from "../../surface/network/proxy-agent.js";
import type { ConfiguredPlatform } from "../../surface/platform.js";
import { OperatorError, type Words } from "../../words.js";
import type { Environment } from "../config/environment.js";
import { type Probe, probe } from "./probe.js";

/** Seconds that clocks may be apart before anything goes wrong: certificates, tokens. */
const APART = 60;
/** Seconds from which on no interaction over HTTP passes its signature. */
const TOO_FAR_APART = 300;

export interface NetworkHost {
  readonly env: Environment;
  readonly patience: number;
  /** What our clock says. */
  readonly now: Date;
}

/** Nothing where no platform is used: then there is nobody to reach. */
export async function networkFindings(
  platforms: readonly ConfiguredPlatform[],
  { env, patience, now }: NetworkHost,
): Promise<readonly Finding[]> {
  const proxy = proxyIn(env);
  if (proxy instanceof OperatorError) return [bad(labelled(proxy.words))];
  const since = performance.now();
  const ways = await Promise.all(
    platforms.map(async ({ address }): Promise<Way> => {
      const url = new URL(address);
      return { url, answer: await probe(url, env, patience).catch(asError) };
    }),
  );
  const clocks = ways.flatMap(({ answer }) => {
    if (answer instanceof Error || answer.date === undefined) return [];
    return [clockFinding(Math.round((now.getTime() + answer.at - since - answer.date) / 1000))];
  });
  return [
    ...(proxy ? ways.flatMap((way) => proxyFinding(way, proxy, env) ?? []) : []),
    // One server's clock is as good as another's.
    ...clocks.slice(0, 1),
  ];
}

/** A server, and what became of asking it. */
interface Way {
  readonly url: URL;
  readonly answer: Probe | Error;
}

function proxyIn(env: Environment): URL | OperatorError | undefined {
  try {
    return proxyOf(env);
  } catch (error) {
    if (error instanceof OperatorError) return error;
    throw error;
  }
}

function labelled({ es, en }: Words): Words {
  return { es: `Proxy: ${es}`, en: `Proxy: ${en}` };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** Undefined for what is reached without it. Only the proxy's host is told: its address may have a password. */
function proxyFinding({ url, answer }: Way, { host: proxy }: URL, env: Environment): Finding | undefined {
  const port = url.port === "" ? 443 : Number(url.port);
  if (url.protocol !== "https:" || isDirect(url.hostname, port, env)) return undefined;
  if (!(answer instanceof Error)) {
    return good({
      es: `Proxy: se llega a ${url.host} por ${proxy}`,
      en: `Proxy: ${url.host} is reached through ${proxy}`,
    });
  }
  const why = answer instanceof ProxyFailure ? ` (${answer.code})` : "";
  return bad(
    {
      es: `Proxy: por ${proxy} no se llega a ${url.host}${why}`,
      en: `Proxy: ${url.host} is not reached through ${proxy}${why}`,
    },
    {
      es: "revisa HTTPS_PROXY (PROXY_407: usuario y contraseña), o pon el servidor en NO_PROXY",
      en: "check HTTPS_PROXY (PROXY_407: user and password), or list the server in NO_PROXY",
    },
  );
}

/** @param apart seconds that ours is ahead of theirs, which is told in whole ones */
function clockFinding(apart: number): Finding {
  const seconds = Math.abs(apart);
  if (seconds <= APART) return good({ es: "Reloj: en hora", en: "Clock: right" });
  const words = {
    es: `Reloj: ${apart > 0 ? "adelanta" : "atrasa"} ${seconds} segundos`,
    en: `Clock: ${seconds} seconds ${apart > 0 ? "ahead" : "behind"}`,
  };
  const advice = {
    es: "ponlo en hora: sudo timedatectl set-ntp true (en Windows, Configuración → Hora → Sincronizar ahora)",
    en: "set it right: sudo timedatectl set-ntp true (on Windows, Settings → Time → Sync now)",
  };
  return seconds > TOO_FAR_APART ? bad(words, advice) : warning(words, advice);
}
