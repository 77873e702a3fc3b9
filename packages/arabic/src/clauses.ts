import type { Token } from './tokenize.ts';

export type Clause = {
  start: number;
  end: number;
  /** The words that open it: "فيما", "وأضاف", "إلى ذلك"; empty for the first clause and after a comma alone. */
  opener: string;
};

/** Words that begin a clause with a subject of its own, most with more than one word after them. Strong keys. */
const openers = phrases(
  'فيما|بينما|في حين|في حين ان|كما|كما ان|حيث|اذ|لكن|ولكن|غير ان|الا ان|بعدما|بعد ان|عندما|قبل ان|فضلا عن|علما ان|علما بان|مما|ما ادي|ما اسفر|وسط|رغم ان|علي الرغم من',
  'من جهته|من جهتها|من جانبه|من جانبها|بدوره|بدورها|من ناحيته|من ناحيه اخري|من جهه اخري|في المقابل|بالمقابل|في سياق متصل|في السياق|في السياق ذاته|وفي السياق|وفي سياق متصل|في سياق ذي صله',
  'الي ذلك|في غضون ذلك|في الاثناء|وفي الاثناء|علي صعيد اخر|علي صعيد متصل|في هذه الاثناء|في وقت سابق|في الوقت نفسه|في الوقت ذاته|بالتزامن مع|بالتوازي مع|تزامن ذلك|تزامنا مع',
  'وكان|وكانت|يذكر ان|يشار الي|تجدر الاشاره|والجدير بالذكر|الجدير بالذكر|يشار الي ان|وسبق ان|وسبق',
  'وقال|وقالت|واضاف|واضافت|واكد|واكدت|واشار|واشارت|وذكر|وذكرت|وافاد|وافادت|واوضح|واوضحت|ولفت|ولفتت|وتابع|وتابعت|واعلن|واعلنت|وبحسب|ووفق|ووفقا|وحسب|واعتبر|واعتبرت|وشدد|وشددت|ونقل|ونقلت|وبين|وبينت|وراي|وحذر|وحذرت',
);

function phrases(...rows: string[]): ReadonlyMap<string, string[][]> {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of rows.flatMap((row) => row.split('|'))) {
    const keys = phrase.split(' ');
    const first = keys[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), keys]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  return byFirst;
}

const minClause = 3; // words; what is shorter between commas is an item of a list or an apposition
const pauses = new Set([',', '-', ':', '(', ')', '"']);

/** The clauses of a sentence's tokens. Commas inside quotations and between the items of a list part none. */
export function clausesOf(tokens: readonly Token[], depths: Uint8Array): Clause[] {
  const clauses: Clause[] = [];
  const runs = wordRuns(tokens);
  let first = 0;
  let opener = openerAt(tokens, 0);
  for (let at = 1; at <= tokens.length; at++) {
    const next = at < tokens.length ? breakAt(tokens, depths, runs, first, at) : '';
    if (next === null) continue;
    clauses.push({ start: tokens[first]?.start ?? 0, end: tokens[at - 1]?.end ?? 0, opener });
    first = at;
    opener = next;
  }
  return clauses;
}

/** The opener of the clause that begins here, empty after a comma alone; null when none begins. */
function breakAt(
  tokens: readonly Token[],
  depths: Uint8Array,
  runs: Uint16Array,
  first: number,
  at: number,
): string | null {
  if (at - first < minClause || depths[at]) return null;
  const before = tokens[at - 1]?.word ?? '';
  const opener = openerAt(tokens, at);
  const isPause = before === ',' || before === '\u2026' || (before === '.' && tokens[at - 2]?.word === '.');
  if (opener && (isPause || !pauses.has(before))) return opener;
  return isPause && (runs[at] ?? 0) >= minClause && (runs[first] ?? 0) >= minClause ? '' : null;
}

function openerAt(tokens: readonly Token[], at: number): string {
  for (const keys of openers.get(tokens[at]?.key ?? '') ?? [])
    if (keys.every((key, i) => tokens[at + i]?.key === key)) return keys.join(' ');
  return '';
}

/** How many words follow each token before the next comma. */
function wordRuns(tokens: readonly Token[]): Uint16Array {
  const runs = new Uint16Array(tokens.length + 1);
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at];
    runs[at] =
      token?.word === ','
        ? 0
        : Math.min(65_535, (runs[at + 1] ?? 0) + (token?.kind === 'punctuation' ? 0 : 1));
  }
  return runs;
}
