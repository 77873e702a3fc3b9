import { compilePhrases, type Token } from '@rasid/arabic';
import { type ActorEntry, actorEntries, forceNouns } from './data.ts';
import { countryOfAdjective } from './nationality.ts';

export type ActorMention = {
  /** Token range [from, to) and UTF-16 range in the text; proclitics are outside. */
  from: number;
  to: number;
  start: number;
  end: number;
  text: string;
  canon: string | null;
  sector: string | null;
  country: string | null;
  /** ACLED interaction code. */
  inter: number | null;
  generic: boolean;
  /** How it was found: the registry, force noun with nationality, or a bare nationality adjective. */
  kind: 'registry' | 'force' | 'adjective';
};

type Force = { suffix: string; sector: string };
type Reading = { entry: ActorEntry } | { force: Force };

const matcher = compilePhrases<Reading>(readings(), { proclitics: true });

function* readings(): Iterable<{ phrase: string; value: Reading }> {
  for (const entry of actorEntries) {
    for (const phrase of [entry.name.ar, ...entry.variants]) yield { phrase, value: { entry } };
  }
  for (const { suffix, sector, nouns } of forceNouns) {
    for (const phrase of nouns) yield { phrase, value: { force: { suffix, sector } } };
  }
}

/** Prefix of force ids by country, where the corpus uses its own. */
const forcePrefix: Readonly<Record<string, string>> = { SY: 'syr_gov', IL: 'isr' };
const quotes = new Set(['"', '“', '”', '«', '»', "'"]);

/**
 * Every party named in the text, from left to right, not overlapping.
 * `at` (YYYY-MM-DD) drops registry readings outside their time.
 */
export function findActors(
  text: string,
  tokens: readonly Token[],
  options: { at?: string } = {},
): ActorMention[] {
  const found: ActorMention[] = [];
  let free = 0;
  const words = withoutQuotes(tokens);
  const sequence = words.map((index) => tokens[index]).filter((token) => token !== undefined);
  const at = (index: number) => words[index] ?? tokens.length;
  const matches = matcher.findAll(sequence);
  for (let position = 0, next = 0; position < sequence.length; position++) {
    while (next < matches.length && (matches[next]?.from ?? 0) < position) next++;
    let best: ActorMention | null = null;
    for (let i = next; i < matches.length && matches[i]?.from === position; i++) {
      const match = matches[i];
      if (!match || position < free) continue;
      const mention = read(text, sequence, match, options.at);
      if (mention && (!best || mention.to > best.to)) best = mention;
    }
    best ??= position >= free ? adjective(text, sequence, position) : null;
    if (!best) continue;
    free = best.to;
    found.push({ ...best, from: at(best.from), to: at(best.to - 1) + 1 });
  }
  return found;
}

/** Positions of the tokens that are not quotation marks: outlets put names between them. */
function withoutQuotes(tokens: readonly Token[]): number[] {
  const kept: number[] = [];
  tokens.forEach((token, index) => {
    if (!quotes.has(token.text)) kept.push(index);
  });
  return kept;
}

type Match = { value: Reading; from: number; to: number; start: number; end: number };

function read(text: string, tokens: readonly Token[], match: Match, at?: string): ActorMention | null {
  const { from, start } = match;
  const cut = (to: number, end: number) => ({ from, to, start, end, text: text.slice(start, end) });
  if ('force' in match.value) {
    const adjectiveToken = [tokens[match.to], tokens[match.to + 1]].findIndex(
      (token) => token !== undefined && countryOfAdjective.has(token.key),
    );
    if (adjectiveToken < 0) return null;
    const last = tokens[match.to + adjectiveToken];
    const country = last && countryOfAdjective.get(last.key);
    if (!last || !country) return null;
    const { suffix, sector } = match.value.force;
    const canon =
      suffix === 'civilians' ? 'civilians' : `${forcePrefix[country] ?? country.toLowerCase()}_${suffix}`;
    const inter = sector === 'CVL' ? 7 : 1;
    return {
      ...cut(match.to + adjectiveToken + 1, last.end),
      canon,
      sector,
      country,
      inter,
      generic: sector === 'CVL',
      kind: 'force',
    };
  }
  const { entry } = match.value;
  const isArticled = text.startsWith('ال', start - 2) && countryOfAdjective.has(tokens[from]?.key ?? '');
  if (entry.sector === 'GOV' && entry.id.length === 2 && isArticled) return null; // "السورية" is the adjective
  if (at && ((entry.validTo && at.slice(0, 7) > entry.validTo) || (entry.validFrom && at < entry.validFrom)))
    return null;
  const { id: canon, sector, country, inter, generic } = entry;
  return { ...cut(match.to, match.end), canon, sector, country, inter, generic, kind: 'registry' };
}

function adjective(text: string, tokens: readonly Token[], index: number): ActorMention | null {
  const token = tokens[index];
  const country = token && countryOfAdjective.get(token.key);
  if (!token || !country) return null;
  return {
    from: index,
    to: index + 1,
    start: token.start,
    end: token.end,
    text: text.slice(token.start, token.end),
    canon: country,
    sector: 'GOV',
    country,
    inter: null,
    generic: false,
    kind: 'adjective',
  };
}
