/** All topics that need nobody named, in the order in which they are listed. */
import type { Topic } from "../topic.js";
import { genresOverDecades } from "./calendar/genres.js";
import { months, weekdays } from "./calendar/months.js";
import { releases } from "./calendar/releases.js";
import { boxOfficeTopic } from "./figures/box-office.js";
import { completenessTopic } from "./figures/completeness.js";
import { correlation } from "./figures/correlation.js";
import { outliers } from "./figures/outliers.js";
import { spreads } from "./figures/spreads.js";
import { bestByDecade, longest, mostReturned } from "./kinds/best.js";
import { countries, genreRatings, languages } from "./kinds/ranked.js";
import {
  platformAges,
  platformLengths,
  platformOverlap,
  platforms,
  platformYears,
} from "./platforms/platforms.js";
import { plotWords, themes, titleWords } from "./words/clouds.js";

export const TOPICS: readonly Topic[] = [
  releases,
  months,
  weekdays,
  genresOverDecades,
  genreRatings,
  languages,
  countries,
  themes,
  titleWords,
  plotWords,
  ...spreads,
  boxOfficeTopic,
  correlation,
  outliers,
  completenessTopic,
  mostReturned,
  longest,
  bestByDecade,
  platforms,
  platformYears,
  platformAges,
  platformLengths,
  platformOverlap,
];
