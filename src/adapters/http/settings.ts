/** What the operator decides about the HTTP server. */
import { isIP } from "node:net";
import { z } from "zod";
import type { Words } from "../../words.js";

export interface HostAndPort {
  readonly host: string;
  readonly port: number;
}

/** Nothing; what was asked and how it was answered; or also the whole address, and who asked. */
const ACCESS_LOGS = ["off", "on", "full"] as const;
export type AccessLog = (typeof ACCESS_LOGS)[number];

const MOST_DRAIN_SECONDS = 300;

export interface HttpSettings {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Questions a minute for each client; 0 is any number. */
  readonly rateLimit: number;
  /** Origins whose pages may ask from a browser; "*" is all of them. */
  readonly corsOrigins: readonly string[];
  /** Addresses of proxies whose word on the client's address is taken. */
  readonly trustedProxies: readonly string[];
  /** Where people reach the server, without a slash at its end; undefined where nobody is sent there. */
  readonly publicUrl: string | undefined;
  /** Whoever shows it may change something; undefined where nobody may. */
  readonly token: string | undefined;
  /** Where alone operators are told figures; undefined where the server itself tells them. */
  readonly metricsAddress: HostAndPort | undefined;
  /** What is logged of each request. */
  readonly accessLog: AccessLog;
  /** Seconds for which requests are still answered after the program is told to end, so that proxies learn of it. */
  readonly drainSeconds: number;
}

export const HTTP_VARIABLES = {
  HOST: z.string().refine(isHost).default("127.0.0.1"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/u)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(3000),
  HTTP_RATE_LIMIT: z
    .string()
    .regex(/^\d{1,9}$/u)
    .transform(Number)
    .default(600),
  CORS_ORIGINS: listOf(isOrigin),
  TRUSTED_PROXIES: listOf(isNetwork),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/u })
    .refine((url) => !/[?#]/u.test(url))
    .transform((url) => url.replace(/\/+$/u, ""))
    .optional(),
  HTTP_TOKEN: z
    .string()
    .transform((token) => token.trim())
    .refine((token) => /^[\x21-\x7e]{24,200}$/u.test(token))
    .optional(),
  METRICS_ADDRESS: z
    .string()
    .transform(hostAndPort)
    .refine((address) => address !== undefined)
    .optional(),
  ACCESS_LOG: z.enum(ACCESS_LOGS).default("off"),
  DRAIN_SECONDS: z
    .string()
    .regex(/^\d{1,3}$/u)
    .transform(Number)
    .refine((seconds) => seconds <= MOST_DRAIN_SECONDS)
    .default(3),
} as const;

type Read = z.output<z.ZodObject<typeof HTTP_VARIABLES>>;

export const HTTP_EXPECTED: Readonly<Record<keyof Read, Words>> = {
  HOST: {
    es: "una dirección sin puerto, como 127.0.0.1 o 0.0.0.0 (el puerto va en PORT)",
    en: "an address without a port, like 127.0.0.1 or 0.0.0.0 (the port is PORT's)",
  },
  PORT: { es: "un puerto de 0 a 65535", en: "a port from 0 to 65535" },
  HTTP_RATE_LIMIT: { es: "un número entero desde 0", en: "a whole number from 0" },
  CORS_ORIGINS: {
    es: "orígenes como https://cine.example, separados por comas, o *",
    en: "origins like https://films.example, separated by commas, or *",
  },
  TRUSTED_PROXIES: {
    es: "direcciones o redes como 10.0.0.0/8, separadas por comas",
    en: "addresses or networks like 10.0.0.0/8, separated by commas",
  },
  PUBLIC_URL: {
    es: "la dirección con la que se llega desde fuera, como https://cine.example",
    en: "the address at which it is reached from outside, like https://films.example",
  },
  HTTP_TOKEN: {
    es: "de 24 a 200 letras, cifras y signos sin espacios, inventados por ti",
    en: "24 to 200 letters, digits and signs without spaces, of your own making",
  },
  METRICS_ADDRESS: {
    es: "una dirección con puerto, como 127.0.0.1:9464",
    en: "an address with a port, like 127.0.0.1:9464",
  },
  ACCESS_LOG: { es: "off, on o full", en: "off, on or full" },
  DRAIN_SECONDS: {
    es: `segundos, de 0 a ${MOST_DRAIN_SECONDS}`,
    en: `seconds, from 0 to ${MOST_DRAIN_SECONDS}`,
  },
};

export function httpSettings(read: Read): HttpSettings {
  return {
    host: read.HOST,
    port: read.PORT,
    rateLimit: read.HTTP_RATE_LIMIT,
    corsOrigins: read.CORS_ORIGINS,
    trustedProxies: read.TRUSTED_PROXIES,
    publicUrl: read.PUBLIC_URL,
    token: read.HTTP_TOKEN,
    metricsAddress: read.METRICS_ADDRESS,
    accessLog: read.ACCESS_LOG,
    drainSeconds: read.DRAIN_SECONDS,
  };
}

/** An address, or a name that the system can look up. */
function isHost(value: string): boolean {
  return isIP(value) !== 0 || /^[a-z0-9_.-]{1,253}$/iu.test(value);
}

/** "127.0.0.1:9464", "[::1]:9464"; undefined for anything else. */
function hostAndPort(text: string): HostAndPort | undefined {
  const at = text.lastIndexOf(":");
  const port = text.slice(at + 1);
  const named = text.slice(0, Math.max(0, at));
  const host = named.startsWith("[") && named.endsWith("]") ? named.slice(1, -1) : named;
  const isWhole = named === host ? !host.includes(":") : isIP(host) === 6;
  if (!isWhole || !isHost(host) || !/^\d{1,5}$/u.test(port) || Number(port) > 65_535) return undefined;
  return { host, port: Number(port) };
}

/** Values separated by commas or spaces; none unless given. */
function listOf(isOne: (value: string) => boolean) {
  return z
    .string()
    .transform((text) => text.split(/[,\s]+/u).filter((value) => value !== ""))
    .refine((values) => values.every(isOne))
    .default([]);
}

function isOrigin(value: string): boolean {
  // A pattern would be taken for a host of that very name: no page could ask, and nobody would be told why.
  return value === "*" || (!value.includes("*") && URL.canParse(value) && new URL(value).origin === value);
}

/** An address, a network (10.0.0.0/8), or one of the names that stand for private networks. */
function isNetwork(value: string): boolean {
  const [address = "", bits, ...more] = value.split("/");
  const named = ["loopback", "linklocal", "uniquelocal"].includes(value);
  const most = isIP(address) === 6 ? 128 : 32;
  const inRange = bits === undefined || (/^\d{1,3}$/u.test(bits) && Number(bits) <= most);
  return named || (isIP(address) !== 0 && inRange && more.length === 0);
}
