import type { PartyMention } from '@rasid/actors';
import type { Party } from '@rasid/contracts';
import type { Candidate } from '../candidates.ts';
import type { EventTypeId } from '../data.ts';
import type { Sentence } from '../text/reading.ts';
import { isNamedPerson, tokenOfTitle } from '../text/titles.ts';
import { taking, toParty } from './party.ts';

/** "أحد الجناة" of the lead is "فلان" further down: of one person taken or tried the name told later is it. */
export function namedLater(
  mentions: readonly Candidate[],
  type: EventTypeId | undefined,
  list: readonly Party[],
): Party[] | null {
  if (!type || !taking.has(type) || type === 'security_operation') return null;
  const first = list.map((each) => mentionOf(mentions, each));
  if (first.length === 0 || first.some((each) => !each || isNamed(each) || each.number === 'many'))
    return null;
  for (const { parties, type: other } of mentions) {
    const named = parties.targets.filter((each) => isNamed(mentionOf(mentions, each)));
    if (other === type && named.length > 0) return named;
  }
  return null;
}

function mentionOf(mentions: readonly Candidate[], { span }: Party): PartyMention | undefined {
  for (const { sentence } of mentions)
    if (sentence.field.name === span.field)
      for (const each of sentence.parties) if (each.start === span.start) return each;
  return undefined;
}

const isNamed = (mention: PartyMention | undefined): boolean =>
  mention !== undefined && isNamedPerson(mention);

const nameReach = 3; // sentences behind the deed in which the names of those taken are told
const cueReach = 3; // tokens between "يدعى" and the name: marks and a title stand between
const listReach = 10; // tokens from one name of a list to the next, with what is said of each
const named =
  /^[وف]?(?:يدعي|تدعي|يدعون|المدعو|المدعوه|المسمي|المسماه|يسمي|تسمي|اسمه|اسمها|اسمهما|وهو|وهي|وهما|وهم|هم|هما|الامر)$/u;
const most = { one: 1, two: 2, many: 5 };

/** "اعتقلت رجلين … ويتعلق الأمر بفلان وفلان": those taken, where a sentence behind tells their names. */
export function withNames(
  type: EventTypeId,
  targets: readonly Party[],
  { sentence }: Candidate,
  sentences: readonly Sentence[],
): Party[] {
  const [only] = targets;
  if (!only || targets.length > 1 || !taking.has(type) || type === 'security_operation') return [...targets];
  const taken = sentence.parties.find(({ start }) => start === only.span.start);
  if (!taken || isNamed(taken) || !isClass(taken)) return [...targets];
  for (const each of sentences.slice(sentence.order, sentence.order + 1 + nameReach)) {
    const names = namesIn(each, each === sentence ? taken.to : each.from, most[taken.number ?? 'one']);
    if (names.length > 0) return names.map((mention) => toParty(each, mention));
  }
  return [...targets];
}

/** A person of a class, not a member of somebody: "رجلين", "إرهابيان", "قاصر". */
const isClass = ({ kind, nested }: PartyMention): boolean =>
  (kind === 'generic' || kind === 'group') &&
  nested.every(({ canon }) => canon === null || canon.length === 2);

/** The persons behind the first word that announces a name. */
function namesIn(sentence: Sentence, from: number, limit: number): PartyMention[] {
  const { field, parties } = sentence;
  const persons = parties.filter((each) => each.from >= from && isNamed(each));
  const first = persons.findIndex((each) => {
    const begins = tokenOfTitle(sentence, each);
    for (let at = begins - 1; at >= Math.max(from, begins - cueReach); at--)
      if (named.test(field.tokens[at]?.key ?? '')) return true;
    return false;
  });
  const names: PartyMention[] = [];
  for (const each of first < 0 ? [] : persons.slice(first)) {
    const before = names.at(-1);
    if (names.length === limit || (before && each.from - before.to > listReach)) break;
    names.push(each);
  }
  return names;
}
