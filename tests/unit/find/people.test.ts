import { describe, expect, it } from "vitest";
import { KEY_KINDS, type PersonRenown, personKeys } from "../../../src/find/encode/keys/keys.js";
import { heardAs, heardOf } from "../../../src/find/encode/people/heard-names.js";
import { gluedParticles } from "../../../src/find/encode/people/particles.js";
import { isDoubtfulPerson } from "../../../src/find/names/people/doubt.js";
import { isAlike } from "../../../src/find/names/people/likeness.js";
import {
  fewerWords,
  givenSurname,
  inOrder,
  pairIn,
  siblingsIn,
  withoutRole,
} from "../../../src/find/names/people/readings.js";

const FAMOUS: PersonRenown = { byLastName: true, byGivenName: true, byInitials: true };
const UNKNOWN: PersonRenown = { byLastName: false, byGivenName: false, byInitials: false };
const textsOf = (name: string, aliases: readonly string[] = [], renown = FAMOUS) =>
  personKeys(name, aliases, renown).map(({ text }) => text);

describe("personKeys", () => {
  it.each([
    ["Robert De Niro", ["de niro", "niro", "robert", "rdn"]],
    ["Jean-Claude Van Damme", ["van damme", "jcvd", "jean", "jc van damme"]],
    ["Álex de la Iglesia", ["de la iglesia", "iglesia", "alex"]],
    ["Max von Sydow", ["von sydow"]],
    ["Juan Antonio Bayona", ["bayona", "juan antonio", "ja bayona"]],
    ["Robert Downey Jr.", ["robert downey", "downey"]],
    ["Андрей Тарковский", ["andrey tarkovskiy"]],
  ])("finds %s under %j", (name, texts) => {
    expect(textsOf(name)).toEqual(expect.arrayContaining(texts));
  });

  it("makes no name of a given name and a particle", () => {
    expect(textsOf("Robert De Niro")).not.toContain("robert de");
    expect(textsOf("Robert De Niro")).not.toContain("rd niro");
  });

  it("takes somebody hardly known by the whole name and what they are called", () => {
    expect(textsOf("Mario Moreno", ["Cantinflas"], UNKNOWN).sort()).toEqual(["cantinflas", "mario moreno"]);
  });

  it("tells what of a name a key is", () => {
    const kinds = new Map(
      personKeys("Tom Hanks", ["Tomás"], FAMOUS).map(({ text, kind }) => [text, kind] as const),
    );
    expect(kinds.get("tom hanks")).toBe(KEY_KINDS.name);
    expect(kinds.get("tomas")).toBe(KEY_KINDS.alias);
    expect(kinds.get("hanks")).toBe(KEY_KINDS.short);
    expect(kinds.get("tom")).toBe(KEY_KINDS.informal);
  });
});

describe("names written by ear", () => {
  it.each([
    ["keira naitli", "keira knightley"],
    ["clin isbud", "clint eastwood"],
    ["clint istwud", "clint eastwood"],
    ["iuan macgreguer", "ewan mcgregor"],
    ["yon grifiz", "ioan gruffudd"],
    ["cristofer bolken", "christopher walken"],
    ["charlis zeron", "charlize theron"],
    ["guinet paltrou", "gwyneth paltrow"],
    ["yorch cluni", "george clooney"],
    ["estif macuin", "steve mcqueen"],
    ["maikel duglas", "michael douglas"],
    ["piter dinclich", "peter dinklage"],
    ["yeik yilenjal", "jake gyllenhaal"],
    ["keit beckinseil", "kate beckinsale"],
    ["san uorzinton", "sam worthington"],
    ["edi marfi", "eddie murphy"],
    ["bili uailder", "billy wilder"],
    ["alfred jichkok", "alfred hitchcock"],
  ])("“%s” may be “%s”", (typed, name) => {
    expect(heardAs(typed)).toContain(heardOf(name));
  });

  it("are nothing where too little is heard", () => {
    expect(heardAs("aloha")).toEqual([]);
    expect(heardOf("uma")).toBe("");
  });
});

describe("isAlike", () => {
  it.each([
    ["clin isbud", "clint eastwood"],
    ["keira naitli", "keira knightley"],
    ["chuarseneguer", "schwarzenegger"],
    ["alfred hitcoch", "alfred hitchcock"],
    ["rene zelwegger", "renee zellweger"],
    ["tom hancks", "tom hanks"],
    ["kurosaba", "akira kurosawa"],
    ["cristian beil", "christian bale"],
  ])("takes “%s” for “%s”", (typed, name) => {
    expect(isAlike(typed, name, 4)).toBe(true);
  });

  it.each([
    ["chespirito", "spearritt"],
    ["chespirito", "esprit"],
    ["la veneno", "lee ving"],
    ["carlos gardel", "carlos bardem"],
    ["alvaro morte", "alvaro monje"],
    ["ramon garcia", "ramon barea"],
    ["tita merello", "tami mauriello"],
    ["emma mackey", "emi takei"],
    ["auronplay", "aaron paul"],
    ["pepe navarro", "jose navar"],
    ["ibai llanos", "bill johns"],
  ])("does not take “%s” for “%s”", (typed, name) => {
    expect(isAlike(typed, name, 3)).toBe(false);
  });

  it("takes somebody hardly known only by nearly the same name", () => {
    expect(isAlike("jose navarro", "jose navaro", 1)).toBe(true);
    expect(isAlike("josefa nabarroso", "jose navaro", 1)).toBe(false);
  });
});

describe("what is written around a name", () => {
  it.each([
    ["el actor Tom Hanks", "tom hanks"],
    ["la actriz Emma Stone", "emma stone"],
    ["director: Ridley Scott", "ridley scott"],
    ["pelis de Ricardo Darín", "ricardo darin"],
    ["las películas de la actriz Penélope Cruz", "penelope cruz"],
    ["películas dirigidas por Almodóvar", "almodovar"],
    ["Tom Hanks movies", "tom hanks"],
    ["Tom Hanks", "Tom Hanks"],
    ["Actor", "Actor"],
  ])("“%s” is “%s”", (written, name) => {
    expect(withoutRole(written)).toBe(name);
  });

  it("turns a list's order round, of two parts only", () => {
    expect(inOrder("Cruz, Penélope")).toBe("Penélope Cruz");
    expect(inOrder("Cruz, Penélope, Madrid")).toBeUndefined();
    expect(inOrder("Penélope Cruz")).toBeUndefined();
  });

  it("takes two people apart, and gives the first the surname both share", () => {
    expect(pairIn("Pajares y Esteso")).toEqual(["Pajares", "Esteso"]);
    expect(pairIn("tom hanks & meg ryan")).toEqual(["tom hanks", "meg ryan"]);
    expect(pairIn("tom hanks, meg ryan y otro")).toBeUndefined();
    expect(pairIn("Tom Hanks")).toBeUndefined();
    expect(givenSurname("joel", "ethan coen")).toBe("joel coen");
    expect(givenSurname("tom hanks", "meg ryan")).toBeUndefined();
  });

  it("hears siblings", () => {
    expect(siblingsIn("hermanos coen")).toEqual([{ surname: "coen", said: true }]);
    expect(siblingsIn("the wachowskis")).toEqual([
      { surname: "wachowskis", said: false },
      { surname: "wachowski", said: false },
    ]);
    expect(siblingsIn("farrelly brothers")).toEqual([{ surname: "farrelly", said: true }]);
    expect(siblingsIn("tom hanks")).toEqual([]);
  });

  it("leaves out the second surname before what stands in the middle", () => {
    expect(fewerWords("guillermo del toro gomez").at(0)).toBe("guillermo del toro");
    expect(fewerWords("leonardo wilhelm dicaprio")).toEqual(["leonardo wilhelm", "leonardo dicaprio"]);
    expect(fewerWords("tom hanks")).toEqual([]);
  });
});

describe("isDoubtfulPerson", () => {
  it.each([
    ["far from somebody little known", { cost: 2.7, least: 0.71, known: 1.7, alone: false }],
    ["far from somebody hardly better known", { cost: 3.6, least: 0.7, known: 2.2, alone: false }],
    ["a misspelt surname alone", { cost: 1.65, least: 1, known: 2.5, alone: true }],
    ["a surname of somebody hardly known", { cost: 0.3, least: 1, known: 1.4, alone: true }],
    ["with a word left out, of somebody hardly known", { cost: 1.4, least: 1, known: 1.2, alone: false }],
  ])("offers what is %s", (_what, nearness) => {
    expect(isDoubtfulPerson(nearness)).toBe(true);
  });

  it.each([
    ["far from somebody well known", { cost: 2.9, least: 0.89, known: 3.1, alone: false }],
    ["that sounds the same", { cost: 2.5, least: 1, known: 2.4, alone: false }],
    ["one slip away", { cost: 1.6, least: 0.94, known: 1.6, alone: false }],
    ["a surname of somebody known a little", { cost: 0.3, least: 1, known: 1.61, alone: true }],
  ])("answers what is %s", (_what, nearness) => {
    expect(isDoubtfulPerson(nearness)).toBe(false);
  });
});

describe("letters that stand alone", () => {
  it("are initials of the name, or it is another's", () => {
    expect(isAlike("j balvin", "bob balaban", 3.4)).toBe(false);
    expect(isAlike("s spilberg", "steven spielberg", 4.9)).toBe(true);
  });

  it("are particles where they begin a surname", () => {
    expect(gluedParticles("o hara maureen")).toEqual(["ohara maureen"]);
    expect(gluedParticles("mc gregor ewan")).toEqual(["mcgregor ewan"]);
    expect(gluedParticles("tom hanks")).toEqual([]);
  });
});
