/** What the operator decides about the HTTP server. */
import { isIP } from "node:net";
import { z } from "zod";
import type { Words } from "../../words.js";

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
}

export const HTTP_VARIABLES = {
  HOST: z.string().regex(/^\S+$/u).default("127.0.0.1"),
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
} as const;

type Read = z.output<z.ZodObject<typeof HTTP_VARIABLES>>;

export const HTTP_EXPECTED: Readonly<Record<keyof Read, Words>> = {
  HOST: { es: "una dirección, como 127.0.0.1 o 0.0.0.0", en: "an address, like 127.0.0.1 or 0.0.0.0" },
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
  };
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
  return value === "*" || (URL.canParse(value) && new URL(value).origin === value);
}

/** An address, a network (10.0.0.0/8), or one of the names that stand for private networks. */
function isNetwork(value: string): boolean {
  const [address = "", bits, ...more] = value.split("/");
  const named = ["loopback", "linklocal", "uniquelocal"].includes(value);
  const most = isIP(address) === 6 ? 128 : 32;
  const inRange = bits === undefined || (/^\d{1,3}$/u.test(bits) && Number(bits) <= most);
  return named || (isIP(address) !== 0 && inRange && more.length === 0);
}
