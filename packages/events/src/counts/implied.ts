import type { PartyMention } from '@rasid/actors';
import { type EventTypeId, typeEntry, typesWith } from '../data.ts';
import type { Parties } from '../parties/party.ts';
import { type Sentence, spanOf } from '../text/reading.ts';
import { countOf } from './count.ts';
import { headAt } from './count-heads.ts';
import type { CountKind } from './count-words.ts';
import type { CountClaim } from './counts.ts';

const captives = typesWith('target', 'captive');
const harmReach = 3; // tokens from a casualty word to the name of the person

/** Named people are counted by their names: annotation guideline, ruling 2. */
export function impliedCounts(
  sentence: Sentence,
  parties: Parties,
  type: EventTypeId,
  known: readonly CountClaim[],
): CountClaim[] {
  const claims: CountClaim[] = [];
  const add = (kind: CountKind, mentions: readonly PartyMention[]) => {
    if (mentions.length === 0 || known.some((each) => each.kind === kind)) return;
    claims.push(
      claimOf(
        sentence,
        kind,
        kind === 'killed' || kind === 'wounded' ? joined(sentence, mentions) : mentions,
      ),
    );
  };
  const kind = captives.has(type) ? typeEntry(type).usualCount : undefined;
  if (kind) add(kind, mentionsOf(sentence, parties.targets).filter(isCountable));
  const harmed = mentionsOf(sentence, [...parties.victims, ...parties.targets]).filter(isPerson);
  for (const harm of ['killed', 'wounded'] as const)
    add(
      harm,
      harmed.filter((each) => harmOf(sentence, each) === harm),
    );
  return claims;
}

const mentionsOf = ({ parties }: Sentence, list: Parties['targets']): PartyMention[] =>
  parties.filter(({ start, end }) => list.some(({ span }) => span.start >= start && span.end <= end));
const isPerson = ({ kind, number, isDefinite }: PartyMention): boolean =>
  kind === 'person' || kind === 'office' || (number === 'one' && isDefinite && kind === 'generic');
const isCountable = (mention: PartyMention): boolean =>
  isPerson(mention) || (mention.kind === 'generic' && mention.number !== null);

/** The casualty word a named person follows; those joined by و follow the same. */
function harmOf(sentence: Sentence, mention: PartyMention): CountKind | undefined {
  const { field, from, parties } = sentence;
  for (
    let at = mention.from - 1;
    at >= Math.max(from, mention.from - harmReach - (mention.office ? 6 : 0));
    at--
  ) {
    const kind = headAt(field, at);
    if (kind) return kind;
    if (things.test(field.tokens[at]?.key ?? '')) return undefined; // "أصابت منزل فلان"
    const before = parties.find((each) => at >= each.from && at < each.to);
    if (before) return before.from < mention.from ? harmOf(sentence, before) : undefined;
  }
  return undefined;
}

const things = /^(?:ال)?(?:منزل|بيت|سياره|مركبه|موكب|مكتب|مقر|طايره|محل|مزرعه|عايله|اسره)$/u;

/** "فلان وفلان": those joined to the first; one who is named again further on is the same. */
const joined = ({ field }: Sentence, mentions: readonly PartyMention[]): PartyMention[] =>
  mentions.filter(
    ({ from }, at) =>
      at === 0 || /^(?:و|،)/u.test(field.tokens[from]?.key ?? '') || field.tokens[from - 1]?.key === 'و',
  );

function claimOf({ field }: Sentence, kind: CountKind, mentions: readonly PartyMention[]): CountClaim {
  const [first] = mentions;
  const last = mentions.at(-1);
  const span = spanOf(field, first?.start ?? 0, last?.end ?? 0);
  const isMany = mentions.some(({ number }) => number === 'many');
  const count = mentions.reduce((sum, { number }) => sum + (number === 'two' ? 2 : 1), 0);
  const bounds = isMany
    ? { min: 2, max: null, qualifier: 'vague' as const }
    : { min: count, max: count, qualifier: 'exact' as const };
  return { kind, at: first?.from ?? 0, count: countOf(bounds, span) };
}
