/**
 * Who may import whom (docs/architecture.md). Each rule reads: from this folder, nothing but these.
 * tests/unit/architecture.test.ts runs it, and makes sure that a planted violation is caught.
 */

const WORDS = "^src/words\\.ts$";
const PACKAGE_ROOT = "^src/package-root\\.ts$";
const CORE = "^(?:node:)?(?:[a-z_]+|[a-z_]+/[a-z_]+)$";

/** @param {string[]} names packages */
const packages = (...names) => names.map((name) => `^node_modules/(?:@types/)?${name}/`);

/** Nothing but what is listed, apart from type-only imports of `types`. */
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

export default {
  forbidden: [
    {
      name: "no-circle",
      severity: "error",
      comment: "two types may need each other; two modules at run time may not",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
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
    ...only("package-root", PACKAGE_ROOT, [CORE]),
    ...only("catalog", "^src/catalog/", ["^src/catalog/", WORDS, CORE, ...packages("apache-arrow")]),
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
      ["^src/recommend/", "^src/catalog/film\\.ts$"],
      ["^src/catalog/"],
    ),
    ...only(
      "queries",
      "^src/queries/",
      ["^src/queries/", "^src/catalog/", "^src/recommend/", ...packages("zod")],
      ["^src/find/", "^src/refresh/"],
    ),
    ...only(
      "chat",
      "^src/chat/",
      ["^src/chat/", WORDS, ...packages("zod", "fastest-levenshtein")],
      ["^src/catalog/", "^src/find/", "^src/recommend/", "^src/store/", "^src/refresh/"],
    ),
    ...only(
      "commands",
      "^commands/",
      ["^commands/", "^src/chat/", "^src/queries/", WORDS, ...packages("zod")],
      ["^src/catalog/", "^src/find/", "^src/recommend/", "^src/refresh/"],
    ),
    ...only("adapter-http", "^src/adapters/http/", [
      "^src/adapters/http/",
      "^src/chat/",
      WORDS,
      CORE,
      ...packages("fastify", "@fastify/[a-z-]+", "prom-client", "zod"),
    ]),
    ...only("adapter-terminal", "^src/adapters/terminal/", [
      "^src/adapters/terminal/",
      "^src/chat/",
      WORDS,
      CORE,
    ]),
    ...only("adapter-discord", "^src/adapters/discord/", [
      "^src/adapters/discord/",
      "^src/chat/",
      WORDS,
      CORE,
      ...packages("discord\\.js"),
    ]),
    ...only("adapter-telegram", "^src/adapters/telegram/", [
      "^src/adapters/telegram/",
      "^src/chat/",
      WORDS,
      CORE,
      ...packages("grammy", "@grammyjs/[a-z-]+"),
    ]),
    ...only("index-build", "^index-build/", [
      "^index-build/",
      "^src/catalog/",
      "^src/find/encode/",
      "^src/recommend/",
      WORDS,
      PACKAGE_ROOT,
      CORE,
      ...packages("apache-arrow", "papaparse", "yauzl", "zod"),
    ]),
    ...only("refresh", "^src/refresh/", [
      "^src/refresh/",
      "^src/catalog/",
      WORDS,
      PACKAGE_ROOT,
      CORE,
      ...packages("zod", "node-cron"),
    ]),
    {
      name: "wiring-is-the-top",
      severity: "error",
      comment: "main and cli import everything, and nothing imports them",
      from: { pathNot: ["^src/main\\.ts$", "^src/cli/", "^bench/"] },
      to: { path: ["^src/main\\.ts$", "^src/cli/"] },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: "specify",
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "types"] },
  },
};
