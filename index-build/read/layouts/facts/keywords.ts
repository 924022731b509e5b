import { FILM_COLUMNS } from "../film-columns.js";
import type { Layout } from "../layout.js";

/** `keywords.csv` of "The Movies Dataset". */
export const keywords: Layout = {
  name: "The Movies Dataset (keywords.csv)",
  kind: "keywords",
  columns: {
    id: FILM_COLUMNS.id,
    keywords: ["keywords", "keyword", "keyword_names", "name_keywords", "keywords_name", "palabras_clave"],
  },
  needs: ["id", "keywords"],
  never: ["genres", "overview", "budget", "release_date", "vote_count", "type", "user_id", "show_id", "cast"],
  marks: ["keywords"],
};
