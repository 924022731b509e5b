/** What a name means that is said not to be wanted: an exact value of "excluir". */
import type { FilmRow, PersonRow } from "../../catalog/rows.js";
import { fold, withoutArticle } from "../../find/encode/fold.js";
import { isPiece, type Piece, type PieceOf } from "../spans/pieces.js";
import type { Sentence } from "../spans/sentence.js";

/** What else was said. */
export interface NotWanted {
  readonly sentence: Sentence;
  /** Whose films are asked for. */
  readonly person: PersonRow | undefined;
  /** Whether several are not wanted: "que no sean", "menos las de". */
  readonly areMany: boolean;
}

/** A franchise of so many films is meant by its own name, though one of them has it too: "que no sea Toy Story". */
const MANY_FILMS = 3;

/**
 * A franchise: in the singular, of few films or by another name than its own, the film of that very name ("que no sea
 * Oldboy"); of somebody who is named too, the film or the franchise that they made ("de Nolan, que no sea Batman").
 */
export function franchiseNotWanted(
  { sentence, person, areMany }: NotWanted,
  { from, to, meaning }: PieceOf<"collection">,
): string {
  const { find, catalog } = sentence.edition;
  const isOwn = isOwnName(sentence, { from, to });
  const film = areMany || isOwn ? undefined : filmNamed({ sentence, person }, from, to);
  if (film !== undefined) return `tmdb:${catalog.films.id[film]}`;
  const theirs =
    person === undefined
      ? undefined
      : find.collection(`${sentence.textOf(from, to)} de ${catalog.people.name.get(person)}`);
  const row = theirs?.kind === "found" ? theirs.value : meaning.row;
  return `collection:${catalog.collections.id[row]}`;
}

/** A film: in the plural, or of many films, the franchise of that very name ("menos las de Misión Imposible"). */
export function filmNotWanted(
  { sentence, areMany }: NotWanted,
  { from, to, meaning }: PieceOf<"film">,
): string {
  const { find, catalog } = sentence.edition;
  const found =
    areMany || isOwnName(sentence, { from, to }) ? find.collection(sentence.textOf(from, to)) : undefined;
  return found?.kind === "found" && found.fit === "exact"
    ? `collection:${catalog.collections.id[found.value]}`
    : `tmdb:${catalog.films.id[meaning.row]}`;
}

/** Whether some words are a franchise's own name, as it is listed, and it has many films. */
function isOwnName({ words, pieces, edition }: Sentence, { from, to }: Pick<Piece, "from" | "to">): boolean {
  const { films, name, nameEs } = edition.catalog.collections;
  const said = bareName(words.slice(from, to).join(" "));
  return pieces.some(
    (piece) =>
      isPiece(piece, "collection") &&
      piece.from === from &&
      piece.to === to &&
      films.size(piece.meaning.row) >= MANY_FILMS &&
      [name.get(piece.meaning.row), nameEs.get(piece.meaning.row)].some(
        (own) => own !== undefined && bareName(fold(own)) === said,
      ),
  );
}

/** A name without its article and without the word for a franchise, folded. */
function bareName(folded: string): string {
  return withoutArticle(folded).replace(/ (?:the )?(?:collection|coleccion|saga)$/u, "");
}

/** The first film of a franchise, or its last; undefined for any other order. */
export function filmAtEnd(
  { edition: { catalog } }: Sentence,
  { meaning }: PieceOf<"collection">,
  order: string,
): string | undefined {
  if (order !== "antigua" && order !== "reciente") return undefined;
  const day = (film: FilmRow) => catalog.films.releaseDate.get(film) ?? Number.POSITIVE_INFINITY;
  const films = [...catalog.collections.films.get(meaning.row)]
    .filter((film) => Number.isFinite(day(film)))
    .sort((a, b) => day(a) - day(b));
  const film = order === "antigua" ? films[0] : films.at(-1);
  return film === undefined ? undefined : `tmdb:${catalog.films.id[film]}`;
}

/** Words that no theme is known by: a franchise or a film, or undefined where they are said of nothing we know. */
export function unknownNotWanted({ sentence }: NotWanted, from: number, to: number): string | undefined {
  const { find, catalog } = sentence.edition;
  const text = sentence.textOf(from, to);
  const franchise = find.collection(text);
  if (franchise.kind === "found") return `collection:${catalog.collections.id[franchise.value]}`;
  const film = find.film(text);
  return film.kind === "found" ? `tmdb:${catalog.films.id[film.value]}` : undefined;
}

function filmNamed(
  { sentence, person }: Pick<NotWanted, "sentence" | "person">,
  from: number,
  to: number,
): FilmRow | undefined {
  const { find, catalog } = sentence.edition;
  const found = find.film(sentence.textOf(from, to));
  const isExact = found.kind === "choices" || (found.kind === "found" && found.fit === "exact");
  if (!isExact) return undefined;
  const films = found.kind === "choices" ? found.values : [found.value, ...found.namesakes];
  if (person === undefined) return films[0];
  const { directors, cast } = catalog.films;
  return films.find((film) => directors.get(film).includes(person) || cast.get(film).includes(person));
}
