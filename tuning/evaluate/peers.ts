/**
 * What else finds a title: well-known libraries over the same titles, set up as their documentation advises.
 */
import uFuzzy from "@leeoniya/ufuzzy";
import FlexSearch from "flexsearch";
import Fuse from "fuse.js";
import lunr from "lunr";
import MiniSearch from "minisearch";

/** The first five rows for a text, best first. */
export type Search = (text: string) => readonly number[];

export interface Peer {
  readonly name: string;
  /** @param titles in the order of film rows */
  build(titles: readonly string[]): Search;
}

const FIRST = 5;

export const PEERS: readonly Peer[] = [
  {
    name: "Fuse.js",
    build(titles) {
      const fuse = new Fuse(titles, { ignoreLocation: true, includeScore: true, threshold: 0.4 });
      return (text) => fuse.search(text, { limit: FIRST }).map(({ refIndex }) => refIndex);
    },
  },
  {
    name: "MiniSearch",
    build(titles) {
      const index = new MiniSearch<{ id: number; title: string }>({ fields: ["title"] });
      index.addAll(titles.map((title, id) => ({ id, title })));
      return (text) =>
        index
          .search(text, { fuzzy: 0.2, prefix: true })
          .slice(0, FIRST)
          .map(({ id }) => id as number);
    },
  },
  {
    name: "uFuzzy",
    build(titles) {
      const list = [...titles];
      const fuzzy = new uFuzzy({ intraMode: 1 });
      return (text) => {
        const [indexes, info, order] = fuzzy.search(list, text, 1);
        if (!indexes) return [];
        return order && info
          ? order.slice(0, FIRST).flatMap((i) => info.idx[i] ?? [])
          : indexes.slice(0, FIRST);
      };
    },
  },
  {
    name: "FlexSearch",
    build(titles) {
      const index = new FlexSearch.Index({ tokenize: "forward", encoder: FlexSearch.Charset.LatinBalance });
      titles.forEach((title, id) => {
        index.add(id, title);
      });
      return (text) => index.search(text, { limit: FIRST, suggest: true }) as number[];
    },
  },
  {
    name: "lunr",
    build(titles) {
      const index = lunr(function () {
        this.ref("id");
        this.field("title");
        titles.forEach((title, id) => {
          this.add({ id, title });
        });
      });
      return (text) =>
        index
          .query((query) => {
            for (const word of lunr.tokenizer(text)) {
              const term = word.toString();
              query.term(term, { boost: 10 });
              query.term(term, { editDistance: term.length > 4 ? 2 : 1 });
            }
          })
          .slice(0, FIRST)
          .map(({ ref }) => Number(ref));
    },
  },
];
