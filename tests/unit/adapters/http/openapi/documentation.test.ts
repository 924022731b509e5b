/** The documentation on a small bot: what only tells and what changes something, and the codes that errors lead to. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineCommand } from "../../../../../src/chat/command/command.js";
import { filmRefs, flag } from "../../../../../src/chat/command/options.js";
import { createBot, program } from "../../../../support/fakes.js";
import { hostOf } from "../../../../support/http-host.js";

const juntar = defineCommand({
  names: { es: "juntar", en: "join" },
  summary: { es: "Junta películas", en: "Joins films" },
  effect: "write",
  options: z.strictObject({
    gusta: filmRefs({ es: "Gusta", en: "Liked" }),
    si: flag({ es: "Sí", en: "Yes" }),
  }),
  result: z.unknown(),
  positional: [],
  examples: ["juntar gusta=a,b"],
  run: () => {
    throw new Error("documenting a command asks nothing of it that changes something");
  },
});

const secreto = defineCommand({
  ...juntar,
  names: { es: "secreto", en: "secret" },
  access: "operator",
  examples: ["secreto"],
  positional: [],
  run: () => ({ status: "ok", result: null, answer: { kind: "figure" } }),
});

const host = await hostOf(createBot({ program: { commands: [...program.commands, juntar, secreto] } }));

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly object[];
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Document {
  readonly paths: Readonly<Record<string, { readonly get?: Operation; readonly post?: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, { properties?: object }>> };
}

const document = JSON.parse((await host.get("/openapi.json")).text) as Document;

describe("the OpenAPI document", () => {
  it("has what changes something as a POST that nobody keeps", () => {
    const { get, post } = document.paths["/api/juntar"] ?? {};
    expect(get).toBeUndefined();
    expect(Object.keys(post?.responses ?? {})).toEqual(["200", "400", "401", "403", "404", "429", "default"]);
    expect(document.paths["/api/votos"]?.post).toBeUndefined();
    expect(document.paths["/api/votos"]?.get?.responses).toHaveProperty("304");
  });

  it("has the chat's address as both", () => {
    const { get, post } = document.paths["/api/ask"] ?? {};
    expect(get?.responses).toHaveProperty("405");
    expect(post?.responses).not.toHaveProperty("304");
    expect(get?.operationId).not.toBe(post?.operationId);
  });

  it("says how several values are given, and of what type others are", () => {
    const parameters = document.paths["/api/juntar"]?.post?.parameters;
    expect(parameters?.[0]).toMatchObject({
      name: "gusta",
      in: "query",
      required: true,
      style: "form",
      explode: false,
      schema: { type: "array", items: { type: "string" } },
    });
    expect(parameters?.[1]).toMatchObject({ name: "si", schema: { type: "boolean", default: false } });
    expect(document.paths["/api/recomendar"]?.get?.parameters).toContainEqual(
      expect.objectContaining({ name: "cantidad", schema: expect.objectContaining({ type: "integer" }) }),
    );
  });

  it("does not have what is not for anyone", () => {
    expect(Object.keys(document.paths).filter((path) => path.includes("secreto"))).toEqual([]);
  });

  it("describes answers as they are sent", () => {
    const { Answer, Problem, Choice, Mention } = document.components.schemas;
    expect(Answer?.properties).toMatchObject({ media: { $ref: "#/components/schemas/Media" } });
    expect(Answer?.properties).not.toHaveProperty("actions");
    expect(Choice?.properties).toHaveProperty("line");
    expect(Mention?.properties).toHaveProperty("line");
    expect(Problem?.properties).toHaveProperty("detail");
  });
});

describe("what an error leads to", () => {
  it("is a page that explains its code", async () => {
    const { body } = await host.get("/api/votos");
    const [page = "", anchor] = body.type?.split("#") ?? [];
    const { status, text, headers } = await host.get(page);
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(text).toContain(`<dt id="${anchor}">`);
    expect(text).toContain(body.title);
    const english = await host.get(page, { "accept-language": "en" });
    expect(english.text).toContain('<html lang="en">');
    expect(english.text).toContain("An option is missing");
    expect(english.text).not.toContain("«");
  });
});
