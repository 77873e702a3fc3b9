/**
 * The next place of a mark in a text, asked from left to right. Remembers its last answer, so that a document full
 * of openings without an end costs one look at each character, not one a opening.
 */
export function finder(text: string, mark: string): (from: number) => number {
  let known = -2; // not asked yet
  let askedFrom = 0;
  return (from) => {
    if (known === -1 && from >= askedFrom) return -1;
    if (known >= from && from >= askedFrom) return known;
    askedFrom = from;
    known = text.indexOf(mark, from);
    return known;
  };
}
