/** What TMDB's terms ask every surface to show, in these very words. */
export const TMDB_NOTICE = "This product uses the TMDB API but is not endorsed or certified by TMDB.";
