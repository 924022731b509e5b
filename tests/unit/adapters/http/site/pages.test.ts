/** HTML in which nothing of what is put into it is HTML, and addresses that say which film they are of. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { html } from "../../../../../src/adapters/http/html.js";
import { addressOf, idIn, pageOf } from "../../../../../src/adapters/http/site/addresses.js";
import { linkedText } from "../../../../../src/adapters/http/site/parts/names.js";

describe("names in a text", () => {
  it("lead to their pages, longer ones first, and are escaped", () => {
    const names = [
      ["Jr.", "persona/2"],
      ["Robert Downey Jr.", "persona/1"],
      ["<b>", "persona/3"],
      ["Acción", "descubrir?genero=Acción"],
    ] as const;
    expect(linkedText("Con Robert Downey Jr., Jra y <b> · acción", names, "../").text).toBe(
      'Con <a href="../persona/1">Robert Downey Jr.</a>, Jra y <a href="../persona/3">&lt;b&gt;</a> · <a href="../descubrir?genero=Acción">acción</a>',
    );
    expect(linkedText("Nadie", [], "").text).toBe("Nadie");
  });
});

describe("a template", () => {
  it("escapes whatever is put into it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { text: written } = html`<p title="${text}">${[text, html`<b>${text}</b>`]}</p>`;
        const [, title, first, second] =
          /^<p title="([^"]*)">([^<]*)<b>([^<]*)<\/b><\/p>$/u.exec(written) ?? [];
        expect(title).toBeDefined();
        expect(title).toBe(first);
        expect(first).toBe(second);
        expect(first).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)|[<>"']/u);
      }),
    );
  });

  it("leaves nothing of what is not there", () => {
    expect(html`<p>${undefined}${false}${0}${[]}</p>`.text).toBe("<p>0</p>");
  });
});

describe("an address", () => {
  it("says in words whose it is, and by its number which", () => {
    expect(addressOf("film", 603, "Matrix")).toBe("pelicula/603-matrix");
    expect(addressOf("film", 129, "El viaje de Chihiro: ¡2!")).toBe("pelicula/129-el-viaje-de-chihiro-2");
    expect(addressOf("person", 31)).toBe("persona/31");
    fc.assert(
      fc.property(fc.integer(), fc.string({ unit: "grapheme", maxLength: 200 }), (id, name) => {
        const address = addressOf("film", id, name);
        expect(address).toMatch(/^pelicula\/-?\d+(?:-[\w%.~-]+)?$/u);
        expect(idIn(decodeURIComponent(address.slice("pelicula/".length)))).toBe(id);
      }),
    );
  });

  it("that holds no number is of nothing", () => {
    for (const which of ["matrix", "", "603x", "-", "--603", "1e9", "99999999999"])
      expect(idIn(which)).toBeUndefined();
  });

  it("is the page of what a question asks, or the chat that asks it", () => {
    const line = "/votos titulo=tmdb:603";
    expect(pageOf({ command: "pelicula", options: { titulo: "tmdb:603" } }, line)).toBe("pelicula/603");
    expect(pageOf({ command: "director", options: { nombre: "person:905" } }, line)).toBe("persona/905");
    // Whoever the sources have no number for has one below 0.
    expect(pageOf({ command: "actor", options: { nombre: "person:-1351982723" } }, line)).toBe(
      "persona/-1351982723",
    );
    expect(pageOf({ command: "franquicia", options: { nombre: "collection:2344" } }, line)).toBe("saga/2344");
    expect(pageOf({ command: "descubrir", options: { genero: ["a b", "c"], desde: 1980 } }, line)).toBe(
      "descubrir?genero=a%20b%2Cc&desde=1980",
    );
    expect(pageOf({ command: "votos", options: { titulo: "tmdb:603" } }, line)).toBe(
      "./?q=%2Fvotos%20titulo%3Dtmdb%3A603",
    );
    expect(pageOf({ command: "pelicula", options: { titulo: "tmdb:603", reparto: true } }, undefined)).toBe(
      "./",
    );
  });
});
