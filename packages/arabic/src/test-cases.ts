/** Rows of a table of cases: one a line, columns parted by tabs, lines that begin with # left out. */
export const casesOf = (table: string): string[][] =>
  table
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
