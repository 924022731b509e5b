/** What the OpenAPI document says of what operators ask: health and figures. */
import { type Locale, say } from "../../../chat/locale.js";
import type { Words } from "../../../words.js";
import { reference } from "./schemas.js";

interface OperatorPath {
  readonly path: string;
  readonly id: string;
  readonly summary: Words;
  readonly description: Words;
  readonly type: "application/json" | "text/plain";
  readonly schema: object;
  /** What a 503 means, where there may be one. */
  readonly away?: Words;
}

const READINESS = {
  type: "object",
  required: ["status"],
  properties: {
    status: { enum: ["ready", "degraded", "ending"] },
    version: { type: "string", description: "Of the index" },
    films: { type: "integer" },
    sources: {
      type: "object",
      description: "What the build of the index found wrong in its sources",
      properties: {
        repaired: { type: "integer" },
        merged: { type: "integer" },
        refused: { type: "integer" },
        doubtful: { type: "integer" },
      },
    },
    surfaces: {
      type: "array",
      description: "The platforms in use",
      items: {
        type: "object",
        required: ["name", "state", "connected", "connections", "downSeconds"],
        properties: {
          name: { type: "string" },
          state: { type: "string" },
          connected: { type: "integer" },
          connections: { type: "integer" },
          downSeconds: { type: "integer" },
          problem: { description: "What keeps it from being up" },
        },
      },
    },
    store: {
      type: "object",
      description: "What is kept of communities and people",
      properties: { engine: { type: "string" }, state: { type: "string" }, code: { type: "string" } },
    },
  },
} as const;

const PATHS: readonly OperatorPath[] = [
  {
    path: "/healthz",
    id: "health",
    summary: { es: "Si el proceso vive", en: "Whether the process lives" },
    description: {
      es: "Para quien decide si hay que reiniciarlo. No cuenta para el límite.",
      en: "For whoever decides whether to restart it. It does not count for the rate limit.",
    },
    type: "application/json",
    schema: { type: "object", required: ["status"], properties: { status: { const: "ok" } } },
  },
  {
    path: "/readyz",
    id: "readiness",
    summary: {
      es: "Si responde, y cómo está cada plataforma",
      en: "Whether it answers, and how each platform stands",
    },
    description: {
      es: "«degraded» dice que una plataforma falta; lo demás responde igual. No cuenta para el límite.",
      en: "“degraded” says that a platform is away; all else is answered. It does not count for the rate limit.",
    },
    type: "application/json",
    schema: READINESS,
    away: { es: "Está terminando", en: "It is ending" },
  },
  {
    path: "/metrics",
    id: "metrics",
    summary: { es: "Cifras en el formato de Prometheus", en: "Figures in Prometheus' format" },
    description: {
      es: "Peticiones, duraciones, refrescos, plataformas y memoria. No cuenta para el límite.",
      en: "Requests, durations, refreshing, platforms and memory. It does not count for the rate limit.",
    },
    type: "text/plain",
    schema: { type: "string" },
  },
];

export function operatorPaths(locale: Locale): Record<string, object> {
  return Object.fromEntries(PATHS.map((one) => [one.path, { get: operation(one, locale) }]));
}

function operation({ id, summary, description, type, schema, away }: OperatorPath, locale: Locale): object {
  const content = { [type]: { schema } };
  return {
    operationId: id,
    summary: say(locale, summary),
    description: say(locale, description),
    tags: ["operators"],
    parameters: [],
    responses: {
      200: { description: say(locale, { es: "La respuesta", en: "The answer" }), content },
      ...(away === undefined ? {} : { 503: { description: say(locale, away), content } }),
      400: reference("responses", "BadRequest"),
      default: reference("responses", "Failure"),
    },
  };
}
