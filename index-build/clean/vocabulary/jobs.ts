/** What people did for a film, as files of one person a row write it → TMDB's names of jobs. */

const ACTING = new Set([
  "actor",
  "actress",
  "acting",
  "cast",
  "self",
  "voice",
  "performer",
  "actriz",
  "actor/actriz",
  "reparto",
  "elenco",
  "interprete",
  "actuacion",
  "interpretacion",
]);

/** Other names than TMDB's own. */
const JOBS: ReadonlyMap<string, string> = new Map([
  ["director", "Director"],
  ["directora", "Director"],
  ["directing", "Director"],
  ["direccion", "Director"],
  ["director/a", "Director"],
  ["realizador", "Director"],
  ["writer", "Writer"],
  ["writing", "Writer"],
  ["screenplay", "Screenplay"],
  ["guion", "Screenplay"],
  ["guionista", "Screenplay"],
  ["producer", "Producer"],
  ["productor", "Producer"],
  ["productora", "Producer"],
  ["composer", "Original Music Composer"],
  ["compositor", "Original Music Composer"],
]);

/** "cast" for who acts, a job behind the camera otherwise; undefined where nothing is told. */
export function jobOf(written: string): { readonly cast: true } | { readonly job: string } | undefined {
  const text = written.trim();
  if (text === "") return undefined;
  const key = text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "");
  return ACTING.has(key) ? { cast: true } : { job: JOBS.get(key) ?? text };
}
