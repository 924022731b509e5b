/** What the copies of a film have of their own where a catalogue is multiplied: another title, fewer votes. */

/**
 * Changes titles by a word of another one. A title of one word gets a second: another word in its place would be some
 * other film's title.
 * @param titles from which the words come
 * @param random numbers from 0 to 1
 */
export function titleChanger(titles: readonly string[], random: () => number): (title: string) => string {
  const vocabulary = titles.flatMap((title) => title.split(" "));
  const anyWord = () => vocabulary[Math.floor(random() * vocabulary.length)] ?? "";
  return (title) => {
    const words = title.split(" ");
    if (words.length > 1) words[Math.floor(random() * words.length)] = anyWord();
    return words.length === 1 || random() < 0.3 ? [...words, anyWord()].join(" ") : words.join(" ");
  };
}

/** Most copies have few: half of those of our films have none. */
export function fewerVotes(votes: number, random: () => number): number {
  return Math.floor(votes * random() ** 3);
}
