/**
 * Who may import whom (docs/architecture.md). Each rule reads: from this folder, nothing but these.
 * tests/unit/architecture.test.ts runs it, and makes sure that each rule catches a violation planted for it.
 */

import { readdirSync } from "node:fs";
import { join } from "node:path";

const WORDS = "^src/words\\.ts$";
const STEPS = "^src/steps\\.ts$";
const PACKAGE_ROOT = "^src/package-root\\.ts$";
const LOAD_PROGRAM = "^src/load-program\\.ts$";
const CORE = "^(?:node:)?(?:[a-z_\\d]+|[a-z_]+/[a-z_]+)$";
const MAIN = "^src/main\\.ts$";

/** Folders that are no part of what runs in production. */
const OUTSIDE = "^(?:bench|standins|tests|tuning)/";

/** @param {string[]} names packages */
const packages = (...names) => names.map((name) => `^node_modules/(?:@types/)?${name}/`);

/**
 * Nothing but what is listed, apart from type-only imports of `types`.
 * @param {string} name of the rule; that about types is called NAME-types-only
 * @param {string} from
 * @param {string[]} allowed
 * @param {string[]} types
 */
function only(name, from, allowed, types = []) {
  const rules = [
    {
      name,
      severity: "error",
      comment: `${from} may import only: ${[...allowed, ...types.map((type) => `types of ${type}`)].join(", ")}`,
      from: { path: from },
      to: { pathNot: [...allowed, ...types] },
    },
  ];
  if (types.length > 0) {
    rules.push({
      name: `${name}-types-only`,
      severity: "error",
      comment: `${from} may import only types of: ${types.join(", ")}`,
      from: { path: from },
      to: { path: types, pathNot: allowed, dependencyTypesNot: ["type-only"] },
    });
  }
  return rules;
}

/** The libraries that an adapter may use, and nobody else. */
const SDKS = {
  discord: ["discord\\.js"],
  http: ["fastify", "@fastify/[a-z-]+", "prom-client"],
  telegram: ["grammy", "@grammyjs/[a-z-]+"],
};

const ADAPTERS = readdirSync(join(import.meta.dirname, "src/adapters"));

/** An adapter knows chat, what all surfaces share, its platform's SDK, and zod for its settings. */
const adapter = (platform, ...sdk) =>
  only(`adapter-${platform}`, `^src/adapters/${platform}/`, [
    `^src/adapters/${platform}/`,
    "^src/chat/",
    "^src/surface/",
    WORDS,
    PACKAGE_ROOT,
    CORE,
    ...packages("zod", ...sdk),
  ]);

export default {
  forbidden: [
    {
      name: "no-circle",
      severity: "error",
      comment:
        "no file needs itself by way of others, be it for types alone: what both need has a place of its own",
      from: {},
      to: { circular: true },
    },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no-dev-dependency",
      severity: "error",
      comment: "what runs in production is a dependency",
      from: { path: "^(src|commands|index-build)/" },
      to: {
        dependencyTypes: ["npm-dev"],
        dependencyTypesNot: ["type-only"],
        pathNot: "^node_modules/@types/",
      },
    },
    ...only("words", WORDS, []),
    ...only("steps", STEPS, []),
    ...only("package-root", PACKAGE_ROOT, [CORE]),
    ...only("load-program", LOAD_PROGRAM, [CORE]),
    ...only("feeds", "^src/feeds/", ["^src/feeds/", WORDS, ...packages("zod")]),
    ...only("catalog", "^src/catalog/", ["^src/catalog/", WORDS, PACKAGE_ROOT, CORE]),
    ...only(
      "find-encode",
      "^src/find/encode/",
      ["^src/find/encode/", ...packages("lunr", "lunr-languages")],
      ["^src/catalog/"],
    ),
    ...only("find", "^src/find/(?!encode/)", [
      "^src/find/",
      "^src/catalog/",
      WORDS,
      ...packages("fuse\\.js"),
    ]),
    ...only(
      "recommend",
      "^src/recommend/",
      ["^src/recommend/", "^src/catalog/(?:film|rows|sorted)\\.ts$", STEPS],
      ["^src/catalog/"],
    ),
    ...only(
      "transfer",
      "^src/transfer/",
      ["^src/transfer/", "^src/catalog/", STEPS, WORDS, CORE, ...packages("papaparse", "yauzl")],
      ["^src/find/"],
    ),
    ...only("export", "^src/export/", [
      "^src/export/",
      "^src/catalog/",
      CORE,
      ...packages("hyparquet-writer"),
    ]),
    ...only("select", "^src/select/", ["^src/select/", "^src/catalog/", STEPS]),
    ...only("settings", "^src/settings/", ["^src/settings/", WORDS, ...packages("zod")]),
    ...only("events", "^src/events/", ["^src/events/", ...packages("zod")]),
    ...only(
      "nights",
      "^src/nights/",
      ["^src/nights/", "^src/events/", CORE, ...packages("zod")],
      ["^src/store/"],
    ),
    ...only(
      "announcements",
      "^src/announcements/",
      ["^src/announcements/", "^src/events/", "^src/settings/", ...packages("zod")],
      ["^src/store/"],
    ),
    ...only(
      "schedule",
      "^src/schedule/",
      ["^src/schedule/", "^src/store/purge\\.ts$", CORE],
      ["^src/store/", "^src/chat/"],
    ),
    ...only(
      "queries",
      "^src/queries/",
      ["^src/queries/", "^src/catalog/", "^src/recommend/", "^src/select/", STEPS, ...packages("zod")],
      ["^src/find/", "^src/refresh/"],
    ),
    ...only(
      "charts",
      "^src/charts/(?!render/)",
      [
        "^src/charts/(?!render/)",
        "^src/queries/",
        "^src/catalog/",
        "^src/find/encode/",
        "^src/chat/(?:format|locale)\\.ts$",
        WORDS,
        STEPS,
      ],
      ["^src/select/"],
    ),
    ...only("charts-render", "^src/charts/render/", [
      "^src/charts/",
      PACKAGE_ROOT,
      CORE,
      ...packages("vega", "vega-lite", "d3-cloud", "@napi-rs/canvas"),
    ]),
    ...only(
      "reports",
      "^src/reports/",
      ["^src/reports/", "^src/charts/(?!render/)", "^src/chat/(?:format|locale|notice)\\.ts$", WORDS],
      ["^src/catalog/"],
    ),
    ...only(
      "chat",
      "^src/chat/",
      ["^src/chat/", WORDS, STEPS, ...packages("zod", "fastest-levenshtein")],
      [
        "^src/catalog/",
        "^src/charts/",
        "^src/find/",
        "^src/recommend/",
        "^src/settings/",
        "^src/store/",
        "^src/refresh/",
        "^src/transfer/",
      ],
    ),
    ...only(
      "commands",
      "^commands/",
      [
        "^commands/",
        "^src/charts/(?!render/)",
        STEPS,
        "^src/chat/",
        "^src/queries/",
        "^src/events/",
        "^src/nights/",
        "^src/announcements/",
        "^src/settings/",
        WORDS,
        ...packages("zod"),
      ],
      [
        "^src/catalog/",
        "^src/find/",
        "^src/recommend/",
        "^src/refresh/",
        "^src/select/",
        "^src/store/",
        "^src/transfer/",
      ],
    ),
    ...only(
      "understand",
      "^src/understand/",
      [
        "^src/understand/",
        "^src/chat/(?:command/(?:describe|names|phrases|vocabularies)|line/(?:parse|positionals))\\.ts$",
        "^src/find/encode/",
        "^src/catalog/film\\.ts$",
        STEPS,
        ...packages("fastest-levenshtein"),
      ],
      ["^src/catalog/", "^src/chat/", "^src/find/"],
    ),
    ...only(
      "surface",
      "^src/surface/",
      ["^src/surface/", "^src/chat/", "^src/settings/", STEPS, WORDS, CORE, ...packages("undici", "zod")],
      ["^src/store/"],
    ),
    ...ADAPTERS.flatMap((name) => adapter(name, ...(SDKS[name] ?? []))),
    ...only("index-build", "^index-build/", [
      "^index-build/",
      "^src/catalog/",
      "^src/feeds/",
      "^src/find/encode/",
      "^src/recommend/",
      WORDS,
      PACKAGE_ROOT,
      CORE,
      ...packages(
        "apache-arrow",
        "fzstd",
        "htmlparser2",
        "hyparquet",
        "hyparquet-compressors",
        "libsql",
        "papaparse",
        "saxes",
        "unbzip2-stream",
        "xz-decompress",
        "yauzl",
        "zod",
      ),
    ]),
    ...only("refresh", "^src/refresh/", [
      "^src/refresh/",
      "^src/catalog/",
      "^src/feeds/",
      WORDS,
      PACKAGE_ROOT,
      CORE,
      ...packages("zod", "node-cron"),
    ]),
    ...only("store", "^src/store/", [
      "^src/store/",
      WORDS,
      PACKAGE_ROOT,
      CORE,
      ...packages("kysely", "libsql", "pg", "zod"),
    ]),
    {
      name: "store-drivers",
      severity: "error",
      comment: "only the folder of an engine knows its driver, so that the other is never loaded",
      from: { path: "^src/", pathNot: "^src/store/(?:sqlite|postgres)/" },
      to: { path: "(?:^|/)node_modules/(?:libsql|pg)/" },
    },
    ...only("standins", "^standins/", [
      "^standins/",
      PACKAGE_ROOT,
      CORE,
      ...packages("ajv", "ajv-formats", "ws"),
    ]),
    {
      name: "outside-the-product",
      severity: "error",
      comment: "what measures, tests, stands in or tunes is imported by nothing that runs in production",
      from: { pathNot: OUTSIDE },
      to: { path: OUTSIDE },
    },
    {
      name: "app-is-the-top",
      severity: "error",
      comment: "app puts together: only programs, and what measures them, import it",
      from: { pathNot: ["^src/app/", MAIN, "^src/cli/", OUTSIDE] },
      to: { path: "^src/app/" },
    },
    {
      name: "programs-are-the-top",
      severity: "error",
      comment: "main and cli import everything, and nothing but what measures them imports them",
      from: { pathNot: [MAIN, "^src/cli/", OUTSIDE] },
      to: { path: [MAIN, "^src/cli/"] },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: "specify",
    doNotFollow: { path: "node_modules" },
    // What was found is kept by the contents of the files: the test reads what the check before it found.
    cache: { folder: "node_modules/.cache/dependency-cruiser", strategy: "content" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "types"] },
  },
};
