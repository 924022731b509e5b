/**
 * Bodies held to the official OpenAPI document, where it is there. The document is read once and a route's schema
 * is compiled when the route is first used: a stand-in that checks nothing pays nothing.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import * as formats from "ajv-formats";
import { PACKAGE_ROOT } from "../../src/package-root.js";
import { isObject, object } from "./json.js";
import type { Problem } from "./refused.js";
import type { Json } from "./types.js";

const DEFAULT_PATH = join(PACKAGE_ROOT, "../shared/specs/discord-openapi.json");
const ROOT = "discord";

export class OpenApi {
  static #loaded = new Map<string, OpenApi>();

  /** The document at this path (true: where the project expects it); undefined where it is absent. */
  static load(where: true | string): OpenApi | undefined {
    const path = where === true ? DEFAULT_PATH : where;
    let loaded = OpenApi.#loaded.get(path);
    if (!loaded && existsSync(path)) {
      loaded = new OpenApi(path);
      OpenApi.#loaded.set(path, loaded);
    }
    return loaded;
  }

  #ajv: Ajv2020 | undefined;
  #document: Json = {};
  #compiled = new Map<string, ValidateFunction | undefined>();
  readonly #path: string;

  private constructor(path: string) {
    this.#path = path;
  }

  /** What the document finds wrong with a request's body; nothing where it says nothing about the route. */
  request(method: string, template: string, body: unknown): Problem[] {
    return this.#check(
      `${method} ${template}`,
      [template, method.toLowerCase(), "requestBody"],
      coerced(body),
    );
  }

  /** The same for an answer of ours. */
  response(method: string, template: string, status: number, body: unknown): Problem[] {
    const path = [template, method.toLowerCase(), "responses", String(status)];
    return this.#check(`${method} ${template} ${status}`, path, body);
  }

  /** Compiles a route ahead: the first interaction should not wait for it. */
  warm(method: string, template: string): void {
    this.request(method, template, undefined);
  }

  #check(key: string, path: readonly string[], body: unknown): Problem[] {
    if (!this.#compiled.has(key)) this.#compiled.set(key, this.#compile(path));
    const validate = this.#compiled.get(key);
    if (!validate || validate(body)) return [];
    // Every branch of a union complains: the one that got furthest is the one that was meant.
    const errors = (validate.errors ?? []).filter(
      ({ keyword }) => keyword !== "anyOf" && keyword !== "oneOf",
    );
    const depth = (one: { instancePath: string }) => one.instancePath.split("/").length;
    const [furthest] = errors.sort((a, b) => depth(b) - depth(a));
    if (!furthest)
      return [{ path: [], code: "OPENAPI", message: "not what the official document describes" }];
    const { instancePath, keyword, message } = furthest;
    const code = `OPENAPI_${keyword.toUpperCase()}`;
    return [{ path: instancePath.split("/").slice(1), code, message: message ?? keyword }];
  }

  #compile(path: readonly string[]): ValidateFunction | undefined {
    if (!this.#schema(path)) return undefined;
    const pointer = ["paths", ...path, "content", "application/json", "schema"];
    const fragment = pointer.map((part) =>
      encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")),
    );
    return this.#ajv?.compile({ $ref: `${ROOT}#/${fragment.join("/")}` });
  }

  #schema(path: readonly string[]): Json | undefined {
    this.#open();
    let node: Json = object(this.#document.paths);
    for (const part of [...path, "content", "application/json"]) node = object(node[part]);
    return isObject(node.schema) ? node.schema : undefined;
  }

  #open(): void {
    if (this.#ajv) return;
    this.#document = JSON.parse(readFileSync(this.#path, "utf8")) as Json;
    // Referenced schemas as functions of their own, not inlined and not optimised: compiled five times as fast.
    this.#ajv = new Ajv2020({
      strict: false,
      validateSchema: false,
      logger: false,
      inlineRefs: false,
      code: { optimize: false },
    });
    formats.default.default(this.#ajv);
    this.#ajv.addFormat("snowflake", /^(0|[1-9]\d*)$/);
    this.#ajv.addFormat("nonce", true);
    this.#ajv.addSchema({ ...this.#document, $id: ROOT });
  }
}

/** The document wants permission bits as a number; Discord takes, and gives back, a string of digits as well. */
function coerced(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(coerced);
  if (!isObject(body) || typeof body.default_member_permissions !== "string") return body;
  return { ...body, default_member_permissions: Number(body.default_member_permissions) };
}
