import type { PartyMention } from '@rasid/actors';
import { lookupKey } from '@rasid/arabic';
import type { ExtractedEvent, Party } from '@rasid/contracts';
import { type Sentence, spanOf } from '../text/reading.ts';
import { isNamedPerson } from '../text/titles.ts';
import type { Parties } from './party.ts';

type Span = Party['span'];
type Named = { mention: PartyMention; sentence: Sentence };

/** Parties that are only called by their office are the holder the article named before: "الرئيس", "سموه". */
export function withHolders(parties: Parties, sentences: readonly Sentence[]): Parties {
  const named = (list: readonly Party[]) => list.map((each) => namedBy(each, holderOf(each.span, sentences)));
  return { ...parties, actors: named(parties.actors), targets: named(parties.targets) };
}

/** As `withHolders`, of who says it. */
export const withHolder = (
  source: ExtractedEvent['source'],
  sentences: readonly Sentence[],
): ExtractedEvent['source'] => source && namedBy(source, holderOf(source.span, sentences));

type Holder = { text: string; canon: string | null; span: Span };
const namedBy = <T extends Holder>(party: T, holder: Holder | null): T =>
  holder ? { ...party, text: holder.text, canon: holder.canon, span: holder.span } : party;

/** The words, place and id of the person an office without a name stands for; nothing where it stands for itself. */
function holderOf(span: Span, sentences: readonly Sentence[]): Holder | null {
  const own = findAt(span, sentences);
  if (!own) return null;
  const holder = isBareBody(own.mention)
    ? bodyBefore(own, sentences)
    : isBare(own.mention)
      ? (lastBefore(own, sentences) ?? onlyAfter(own, sentences))
      : (holderInLead(own, sentences) ?? holderOfPost(own, sentences));
  if (!holder) return null;
  const { mention, sentence } = holder;
  const whole = spanOf(sentence.field, mention.start, mention.end);
  return { text: whole.text, canon: mention.canon, span: whole };
}

/** "الهيئة", "الوكالة": a body called by its noun alone. */
const isBareBody = ({ kind, isDefinite, text }: PartyMention): boolean =>
  kind === 'institution' && isDefinite && /^ال\S+$/u.test(text);

/** The body named last before whose name begins with that noun: "هيئة الأرصاد", "الهيئة العامة للطيران". */
function bodyBefore({ mention, sentence }: Named, sentences: readonly Sentence[]): Named | null {
  const noun = lookupKey(mention.text).slice(2);
  for (let order = sentences.indexOf(sentence); order >= 0; order--) {
    const each = sentences[order];
    const body = each?.parties.findLast(
      ({ kind, text, start }) =>
        (kind === 'institution' || kind === 'registered') &&
        !(each === sentence && start >= mention.start) &&
        lookupKey(text).replace(/^ال/u, '').startsWith(`${noun} `),
    );
    if (each && body) return { mention: body, sentence: each };
  }
  return null;
}

function findAt(span: Span, sentences: readonly Sentence[]): Named | null {
  for (const sentence of sentences) {
    if (sentence.field.name !== span.field || span.start < sentence.start || span.start >= sentence.end)
      continue;
    const mention = sentence.parties.find(({ start }) => start === span.start);
    if (mention) return { mention, sentence };
  }
  return null;
}

/** "الوزير" above "وزير التعليم فلان": the one person the text names by such an office, where it names no other. */
function onlyAfter({ mention, sentence }: Named, sentences: readonly Sentence[]): Named | null {
  const [word, ...more] = wordsOf(mention.text);
  if (!word || more.length > 0 || pronouns.test(lookupKey(mention.text))) return null;
  const named: Named[] = [];
  for (const each of sentences.slice(sentences.indexOf(sentence)))
    for (const person of each.parties)
      if (isNamedPerson(person) && person.office && wordsOf(person.office.text)[0] === word)
        named.push({ mention: person, sentence: each });
  const [first] = named;
  return first && named.every((each) => each.mention.text === first.mention.text) ? first : null;
}

const pronouns = /^(?:سموه|جلالته|فخامته|معاليه|سيادته|دولته|سماحته)$/u; // honorifics with "his"
const maxWords = 2; // "الأمين العام": more words name the office of somebody else

const isBare = ({ kind, text, nested, isDefinite }: PartyMention): boolean =>
  pronouns.test(lookupKey(text)) ||
  (kind === 'office' &&
    isDefinite &&
    nested.length === 0 &&
    text.startsWith('ال') &&
    text.split(' ').length <= maxWords);

const leadReach = 4; // sentences of the text in which the one a title tells of is named

/** "أمير نجران يوجه" above "الأمير فلان أمير منطقة نجران": the person whose titles have all the words of the title's. */
function holderInLead({ mention, sentence }: Named, sentences: readonly Sentence[]): Named | null {
  if (sentence.zone !== 'title' || mention.kind !== 'office') return null;
  const wanted = wordsOf(mention.text);
  for (const each of sentences.filter(({ zone }) => zone !== 'title').slice(0, leadReach))
    for (const person of each.parties) {
      if (!isNamedPerson(person)) continue;
      const from = Math.min(person.start, person.office?.start ?? person.start);
      const to = Math.max(person.end, (person.office?.end ?? 0) + 1, person.end + behind);
      const titles = new Set(wordsOf(each.field.text.slice(from, to)));
      if (
        person.office &&
        wanted.every((word) => titles.has(word) || [...titles].some((title) => isOfCountry(word, title)))
      )
        return { mention: person, sentence: each };
    }
  return null;
}
/** "قائد شرطة الإقليم" and "قائد شرطة الإقليم فلان" elsewhere: a post that is told in full is that of the person with the same. */
function holderOfPost({ mention, sentence }: Named, sentences: readonly Sentence[]): Named | null {
  if (mention.kind !== 'office' || mention.number !== 'one') return null;
  const wanted = wordsOf(mention.text);
  if (wanted.length < postWords) return null;
  for (const each of sentences)
    for (const person of each.parties) {
      if (!isNamedPerson(person) || !person.office) continue;
      if (each === sentence && person.start === mention.start) continue;
      const titles = wordsOf(person.office.text);
      if (wanted.every((word, at) => titles[at] === word)) return { mention: person, sentence: each };
    }
  return null;
}
/** "وزير خارجية إيران", "وزير الخارجية الإيراني": a country and what is of it. */
const isOfCountry = (word: string, title: string): boolean =>
  word.length > nisba && title.length > nisba && stemOf(word) === stemOf(title);
const nisba = 4; // letters a name of a country has at least with its ending
const stemOf = (word: string): string => word.replace(/(?:يا|يه|ي|ا|ه)$/u, '');

const postWords = 3; // a post told in full: "وزير" and "وزير الخارجية" are those of many

const behind = 40; // letters behind a name in which its other office stands

const wordsOf = (text: string): string[] =>
  lookupKey(text)
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .map((word) => word.replace(/^(?:ال|لل|[بل](?=.{4}))/u, ''));

/** The last person named before with an office that begins with these words; of an honorific the last person at all. */
function lastBefore({ mention, sentence }: Named, sentences: readonly Sentence[]): Named | null {
  const words = lookupKey(mention.text);
  for (let order = sentences.indexOf(sentence); order >= 0; order--) {
    const each = sentences[order];
    if (!each) continue;
    for (const person of [...each.parties].reverse()) {
      if (each === sentence && person.start >= mention.start) continue;
      if (!isNamedPerson(person) || person.text.split(' ').length < 2) continue;
      const office = person.office ? lookupKey(person.office.text) : '';
      if (pronouns.test(words) || office === words || office.startsWith(`${words} `))
        return { mention: person, sentence: each };
    }
  }
  return null;
}
