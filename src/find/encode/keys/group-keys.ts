/** Search keys of what holds several films together: collections and companies. Shared by the build and the query. */
import { fold, withoutArticle } from "../fold.js";
import { KEY_KINDS, type Key, KeyList, titleHead } from "./keys.js";

/** What a collection is called, as written. */
export interface CollectionNames {
  /** By its source: "Back to the Future Collection". */
  readonly name: string;
  /** In Spanish, without "saga". */
  readonly nameEs: string | undefined;
  /** Further names people use. */
  readonly aka: readonly string[];
  /** Of each of its films, oldest first: its titles. */
  readonly films: readonly FilmTitles[];
}

/** A film's titles by language, as written; undefined where there is none. */
type FilmTitles = readonly (string | undefined)[];

const COLLECTION_WORDS =
  /\b(?:collection|series|trilogy|trilogia|saga|anthology|films|filmreihe|animation|the|coleccion|kolekce|collezione)\b/g;

/** The name of a series, folded: "Back to the Future Collection" is "back to the future". */
export function collectionName(name: string): string {
  return withoutWords(fold(name), COLLECTION_WORDS);
}

export function collectionKeys({ name, nameEs, aka, films }: CollectionNames): Key[] {
  const keys = new KeyList();
  for (const own of nameEs === undefined ? [name] : [name, nameEs]) {
    const folded = fold(own);
    keys.add(folded, KEY_KINDS.name);
    keys.add(withoutWords(folded, COLLECTION_WORDS), KEY_KINDS.alias);
    keys.add(withoutArticle(folded), KEY_KINDS.alias);
  }
  for (const other of aka) keys.add(fold(other), KEY_KINDS.alias);
  const [first = [], ...later] = films;
  // In other languages the whole is called after its first film, or after what all its films begin with.
  for (const title of first) addTitle(keys, title, KEY_KINDS.bare);
  for (const title of first) addTitle(keys, title && titleHead(title), KEY_KINDS.bare);
  for (const head of commonHeads(films)) addTitle(keys, head, KEY_KINDS.bare);
  for (const title of later.flat()) {
    addTitle(keys, title, KEY_KINDS.head);
    addTitle(keys, title && titleHead(title), KEY_KINDS.head);
  }
  return keys.list();
}

/** A shorter text is part of too many names. */
const SHORTEST_TITLE = 3;

function addTitle(keys: KeyList, title: string | undefined, kind: Key["kind"]): void {
  const folded = fold(title ?? "");
  if (folded.length < SHORTEST_TITLE) return;
  keys.add(folded, kind);
  keys.add(withoutArticle(folded), kind);
}

/** A beginning that says something: fewer letters are an article or a preposition. */
const SHORTEST_HEAD = 5;

/** What most titles of one language begin with, folded: "Ocho apellidos vascos", "Ocho apellidos catalanes". */
function commonHeads(films: readonly FilmTitles[]): string[] {
  const languages = Math.max(0, ...films.map((titles) => titles.length));
  return Array.from({ length: languages }, (_, language) => {
    const titles = films.flatMap((own) => own[language] ?? []).map((title) => fold(title).split(" "));
    const [first] = titles;
    if (first === undefined || titles.length < 2) return "";
    for (let words = first.length; words > 0; words--) {
      const head = first.slice(0, words).join(" ");
      const having = titles.filter((title) => title.slice(0, words).join(" ") === head).length;
      if (2 * having > titles.length) return withoutTail(head);
    }
    return "";
  }).filter((head) => head.replaceAll(" ", "").length >= SHORTEST_HEAD);
}

/** Without what waits for another word: "harry potter y la". */
function withoutTail(head: string): string {
  return head.replace(
    /(?: (?:the|and|of|in|y|e|el|la|los|las|de|del|en|un|una|al?|\d+|part|parte|vol))+$/,
    "",
  );
}

const COMPANY_WORDS =
  /\b(?:animations?|studios?|estudios?|pictures|productions?|productora|producciones|productores|films?|filmes|filmproduktion|cine|entertainment|entertainments|company|cinema|cinematografica|cinematograficas|media|group|grupo|inc|ltd|llc|gmbh|corporation|corp|co|the|sa|s l|sl|srl|s r l|s a|pc|features|international|distribution|releasing|home|video|television|tv)\b/g;

/**
 * @param name as written: "Pixar Animation Studios"
 * @param aka further names people use, as written
 */
export function companyKeys(name: string, aka: readonly string[]): Key[] {
  const keys = new KeyList();
  const folded = fold(name);
  keys.add(folded, KEY_KINDS.name);
  keys.add(withoutWords(folded, COMPANY_WORDS), KEY_KINDS.alias);
  for (const other of aka) keys.add(fold(other), KEY_KINDS.alias);
  return keys.list();
}

/** "La saga de", "todas las pelis de", "trilogía": what is said around the name of a franchise, not of it. */
const AROUND_COLLECTION = {
  before:
    /^(?:(?:the|toda|todas|todos|la|las|el|los|lo|all) )*(?:(?:saga|sagas|trilogia|tetralogia|coleccion|franquicia|serie|pelicula|peliculas|pelis|peli|films|filmes|universo|cintas|movies|collection|trilogy|franchise|universe) (?:(?:completa|completas|cinematografica|cinematografico) )?)?(?:(?:de|del|of) (?:(?:la|los|las|el) (?=saga|trilogia|pelicula|franquicia))?)?/,
  after:
    /(?: (?:saga|sagas|trilogia|trilogy|tetralogia|quadrilogy|coleccion|collection|franquicia|franchise|universo|universe|series?|movies|films|peliculas|pelis|anthology|completa|complete|entera|todas))+$/,
};

/** The same for a company: "productora pixar", "estudios ghibli", "a24 films". */
const AROUND_COMPANY = {
  before:
    /^(?:(?:la|los|las|el|the) )?(?:(?:productora|productoras|compania|empresa|estudios?|studios?|casa|peliculas|pelis|films) (?:(?:de|del) )?(?:(?:la|los|el) )?)?/,
  after:
    /(?: (?:films?|studios?|estudios?|pictures|productions?|producciones|entertainment|company|cinema|media|group|grupo|inc|ltd|llc|corporation|corp|sa|sl|pc))+$/,
};

/** A folded text as the name of a franchise alone; undefined where nothing stands around it. */
export function franchiseAlone(folded: string): string | undefined {
  return alone(folded, AROUND_COLLECTION);
}

/** A folded text as the name of a company alone; undefined where nothing stands around it. */
export function companyAlone(folded: string): string | undefined {
  return alone(folded, AROUND_COMPANY);
}

function alone(folded: string, around: typeof AROUND_COMPANY): string | undefined {
  const name = folded.replace(around.before, "").replace(around.after, "").trim();
  return name === "" || name === folded ? undefined : name;
}

function withoutWords(folded: string, words: RegExp): string {
  return fold(folded.replace(words, " "));
}
