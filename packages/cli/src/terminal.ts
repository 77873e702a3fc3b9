/** NO_COLOR wins; FORCE_COLOR is for pagers ("| less -R"). */
function isColour(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0';
  return process.stdout.isTTY === true && TERM !== 'dumb';
}

const narrowest = 30; // columns: with fewer a line would hold a word or two

/** Columns of the terminal; null for a file or a pipe, whose reader breaks lines as it likes. */
export const terminalWidth = (): number | null =>
  process.stdout.isTTY && process.stdout.columns > 0 ? Math.max(narrowest, process.stdout.columns) : null;

const paint = (code: string) => (text: string) => (isColour() ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = paint('1');
export const dim = paint('2');
export const underline = paint('4');
export const red = paint('31');
export const green = paint('32');
export const yellow = paint('33');
export const blue = paint('34');
export const magenta = paint('35');
export const cyan = paint('36');

/** Keeps a piece of Arabic together inside a left-to-right line: first-strong isolate and its end. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;

const marks = /[\u064B-\u065F\u0670\u06D6-\u06ED\u2066-\u2069\u200B-\u200F\u202A-\u202E]/gu;

/** Columns a text takes: colour codes, marks above and below letters and direction controls take none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const _ of text.replace(/\u001b\[\d+m/g, '').replace(marks, '')) width++;
  return width;
}

/** Fills a text up to so many columns. */
export const pad = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Rows under a head, each column as wide as its widest cell; numbers stand right. */
export function table(head: string[], rows: (string | number)[][]): string {
  const cells = rows.map((row) => row.map((cell) => String(cell)));
  const widths = head.map((name, at) =>
    Math.max(widthOf(name), ...cells.map((row) => widthOf(row[at] ?? ''))),
  );
  const isNumber = head.map((_, at) => rows.length > 0 && rows.every((row) => typeof row[at] === 'number'));
  const line = (row: string[]) =>
    row
      .map((cell, at) => {
        const width = widths[at] ?? 0;
        return isNumber[at] ? ' '.repeat(Math.max(0, width - widthOf(cell))) + cell : pad(cell, width);
      })
      .join('  ')
      .trimEnd();
  return [bold(line(head)), ...cells.map(line)].join('\n');
}

export const print = (text: string): void => void process.stdout.write(`${text.trimEnd()}\n`);
