/** The OpenAPI document: valid, true in every example, and good enough to generate a client from. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import openapiTS, { astToString } from "openapi-typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OptionValue } from "../../../../src/chat/answer/schema.js";
import { type Listening, listening } from "../../../support/http-host.js";
import { starter } from "../../../support/starter-index.js";
import { launch, NO_BROWSER, visit } from "../../web/browser.js";

const ROOT = join(import.meta.dirname, "../../../..");

interface Reference {
  readonly $ref: string;
}

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly examples?: Readonly<Record<string, { readonly value: OptionValue }>>;
}

interface JsonBody {
  readonly schema: object;
  readonly examples: Readonly<Record<string, { value: unknown } | Reference>>;
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly (Parameter | Reference)[];
  readonly responses: Readonly<
    Record<string, { readonly content: { readonly "application/json": JsonBody } }>
  >;
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, { readonly get?: Operation; readonly post?: Operation }>>;
  readonly components: Readonly<Record<"schemas" | "examples", Readonly<Record<string, { value: unknown }>>>>;
}

let server: Listening;
let document: Document;

function operationAt({ paths }: Document, path: string): Operation {
  const operation = paths[path]?.get ?? paths[path]?.post;
  if (operation === undefined) throw new Error(`nothing is described at ${path}`);
  return operation;
}

/** What is answered where all is well. */
function answerOf({ operationId, responses }: Operation): JsonBody {
  const answered = responses["200"];
  if (answered === undefined) throw new Error(`${operationId} never answers`);
  return answered.content["application/json"];
}

async function fetched(url: string, headers: Record<string, string> = {}) {
  const response = await fetch(server.address + url, { headers });
  return { status: response.status, body: (await response.json()) as unknown };
}

beforeAll(async () => {
  server = await listening(starter.bot);
  document = (await fetched("/openapi.json")).body as Document;
});
afterAll(() => server.close());

/** Told of themselves: they have no question, and no answer that stays. */
const OPERATORS = new Set(["/healthz", "/readyz", "/metrics"]);

/** Every example of every path that only tells, as a request: what is kept of people takes somebody who is known. */
function requests() {
  return Object.entries(document.paths).flatMap(([path, { get }]) => {
    if (get === undefined || OPERATORS.has(path)) return [];
    const { schema, examples } = answerOf(get);
    const parameters = get.parameters.filter((parameter) => "name" in parameter);
    return Object.entries(examples).map(([key, example]) => {
      const given = parameters.flatMap(({ name, in: where, examples: values }) => {
        const value = values?.[key]?.value;
        return value === undefined ? [] : [{ name, where, value: encodeURIComponent(String(value)) }];
      });
      const inPath = given.filter(({ where }) => where === "path");
      const filled = inPath.reduce((whole, { name, value }) => whole.replace(`{${name}}`, value), path);
      const query = given
        .filter(({ where }) => where === "query")
        .map(({ name, value }) => `${name}=${value}`);
      const value = "$ref" in example ? document.components.examples[key]?.value : example.value;
      return { path, url: [filled, query.join("&")].filter(Boolean).join("?"), schema, value };
    });
  });
}

describe("the document", () => {
  it("is valid OpenAPI 3.1", async () => {
    const { valid, errors } = await new Validator().validate({ ...structuredClone(document) });
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  it("has every command by parameter and by path, with an example each, under names of their own", () => {
    const commands = starter.bot.program.commands.filter(({ where }) => where === "anywhere");
    for (const { name, positional, effect } of commands) {
      const path = `/api/${name.replaceAll(" ", "/")}`;
      expect(Object.keys(document.paths)).toContain(path);
      if (positional[0] !== undefined)
        expect(Object.keys(document.paths)).toContain(`${path}/{${positional[0]}}`);
      const examples = Object.keys(answerOf(operationAt(document, path)).examples);
      expect(examples.length > 0, path).toBe(effect === "read");
    }
    const ids = Object.keys(document.paths).map((path) => operationAt(document, path).operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("is in the reader's language", async () => {
    const english = (await fetched("/openapi.json", { "accept-language": "en-GB" })).body as Document;
    expect(operationAt(english, "/api/mes").summary).toBe("How many films came out in a month");
    expect(operationAt(document, "/api/mes").summary).toBe("Cuántas películas se estrenaron en un mes");
    expect(Object.keys(english.paths)).toEqual(Object.keys(document.paths));
  });

  it("gives examples that are what the server answers, and that its schemas describe in full", async () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
    ajv.addVocabulary(["components", "discriminator"]);
    // A field that no schema tells of would be forgotten documentation.
    const closed = { $id: "doc", components: close(document.components) };
    ajv.addSchema(closed);
    // Many paths answer alike.
    const compiled = new Map<string, ReturnType<typeof ajv.compile>>();
    const validatorOf = (schema: object) => {
      const whole = absolute(close(schema)) as object;
      const key = JSON.stringify(whole);
      const known = compiled.get(key) ?? ajv.compile(whole);
      compiled.set(key, known);
      return known;
    };
    const all = requests();
    expect(all.length).toBeGreaterThan(60);
    for (const { url, schema, value } of all) {
      const { status, body } = await fetched(url);
      expect(status, url).toBe(200);
      expect(body, url).toEqual(value);
      const validate = validatorOf(schema);
      expect(validate(body), `${url} ${ajv.errorsText(validate.errors)}`).toBe(true);
    }
  }, 60_000);

  it("describes errors too", async () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    ajv.addVocabulary(["components"]);
    ajv.addSchema({ $id: "doc", components: close(document.components) });
    for (const [url, status, schema] of [
      ["/api/votos", 400, "Problem"],
      ["/api/votos/asdfghjkl%C3%B1", 404, "NothingFound"],
      ["/api/votso/titanic", 404, "Problem"],
    ] as const) {
      const told = await fetched(url);
      expect(told.status).toBe(status);
      const validate = ajv.compile({ $ref: `doc#/components/schemas/${schema}` });
      expect(validate(told.body), `${url} ${ajv.errorsText(validate.errors)}`).toBe(true);
    }
  });
});

/** The schema with every object closed to what it does not name. */
function close(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(close);
  if (typeof schema !== "object" || schema === null) return schema;
  const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, close(value)]));
  const isObject = inside.type === "object" && "properties" in inside && !("additionalProperties" in inside);
  return isObject ? { ...inside, additionalProperties: false } : inside;
}

function absolute(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"doc#/components/'));
}

describe("a generated client", () => {
  const CLIENT = `
    import createClient from "openapi-fetch";
    import type { paths } from "./schema.js";

    export async function questions(baseUrl: string): Promise<unknown[]> {
      const { GET } = createClient<paths>({ baseUrl });
      const votes = await GET("/api/votos/{titulo}", { params: { path: { titulo: "titanic" }, query: { lang: "en" } } });
      if (votes.data?.status !== "ok") throw new Error("no answer");
      const count: number | null = votes.data.result.voteCount;
      const { title } = votes.data.answer;
      const choices = await GET("/api/votos", { params: { query: { titulo: "cinderella" } } });
      const labels = choices.data?.answer.choices?.map(({ label }) => label) ?? [];
      const wrong = await GET("/api/recomendar", { params: { query: { titulo: "matrix", cantidad: 99 } } });
      const fault = wrong.error && "code" in wrong.error ? wrong.error.parameter : undefined;
      const { data } = await GET("/get_score_count/{platform}/{scored}/{year}", {
        params: { path: { platform: "netflix", scored: 70, year: 2018 } },
      });
      // @ts-expect-error a parameter that does not exist
      await GET("/api/mes", { params: { query: { month: "enero" } } });
      return [count, title, labels.length > 1, wrong.response.status, fault, data?.status];
    }
  `;

  it("compiles and works", async () => {
    // Within the package, so that its dependencies are found; where git does not look.
    const cache = join(ROOT, "node_modules/.cache");
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(join(cache, "claqueta-client-"));
    try {
      const types = astToString(await openapiTS(JSON.stringify(document)));
      writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
      writeFileSync(join(folder, "schema.ts"), types);
      writeFileSync(join(folder, "client.ts"), CLIENT);
      const flags =
        "--strict --skipLibCheck --module nodenext --target es2023 --types node --rootDir . --outDir out client.ts";
      const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
      execFileSync(process.execPath, [compiler, "--ignoreConfig", ...flags.split(" ")], {
        cwd: folder,
        encoding: "utf8",
      });
      const { questions } = (await import(pathToFileURL(join(folder, "out/client.js")).href)) as {
        questions(baseUrl: string): Promise<unknown[]>;
      };
      expect(await questions(server.address)).toEqual([7770, "Titanic (1997)", true, 400, "cantidad", "ok"]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
      expect(existsSync(folder)).toBe(false);
    }
  }, 60_000);
});

describe.skipIf(NO_BROWSER !== undefined)(
  `the documentation's page (${NO_BROWSER ?? "in a browser"})`,
  () => {
    it("shows every command and tries one out, asking nobody else", async () => {
      const browser = await launch();
      try {
        const { page, complaints } = await visit(browser);
        await page.goto(`${server.address}/docs`);
        await page.locator("#operations-commands-votosTitulo").waitFor();
        const operations = Object.values(document.paths).flatMap((path) => Object.keys(path));
        expect(await page.locator(".opblock").count()).toBe(operations.length);
        await page.locator("#operations-commands-votosTitulo .opblock-summary-control").click();
        await page.getByRole("button", { name: "Try it out" }).click();
        await page.getByRole("button", { name: "Execute" }).click();
        await page.locator(".live-responses-table .response-col_status", { hasText: "200" }).waitFor();
        expect(complaints).toEqual([]);
      } finally {
        await browser.close();
      }
    }, 60_000);
  },
);
