import { compilePhrases, type Token } from '@rasid/arabic';

/** Words that open a new clause with a happening of its own: arabic news style, discourse markers. */
const openers =
  'فيما;بينما;في حين;كما;إلى ذلك;من جهته;من جهتها;من جانبه;من جانبها;من جهة أخرى;من جهة ثانية;من جانب آخر;بدوره;بدورها;في المقابل;بالمقابل;في سياق متصل;في السياق ذاته;في غضون ذلك;على صعيد آخر;على صعيد متصل;من ناحية أخرى;في السياق;وكان;وكانت;يذكر أن;يشار إلى;وأضاف;وأضافت;وأوضح;وأوضحت;وتابع;ولفت;وأشار;وأشارت;وأكد;وأكدت;حيث;بالتزامن مع;تزامنا مع;بالتوازي مع;عقب;بعد أن;بعدما;غداة;على خلفية;على إثر;ردا على;بالإضافة إلى;إضافة إلى;فضلا عن;مشيرا إلى;مشيرة إلى;وذلك';
const matcher = compilePhrases(openers.split(';').map((phrase) => ({ phrase, value: phrase })));

/** Token ranges of the clauses of a sentence, in order; together they are the sentence. */
export function clausesOf(tokens: readonly Token[], from: number, to: number): [number, number][] {
  const starts = [from];
  for (const match of matcher.find(tokens, from, to)) if (match.from > from) starts.push(match.from);
  const opened = starts.length;
  for (let at = from + 1; at < to; at++) if (tokens[at - 1]?.text === '\u061b') starts.push(at); // Arabic semicolon
  if (starts.length > opened) starts.sort((a, b) => a - b);
  const clauses: [number, number][] = [];
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? to;
    if (end > start || index === 0) clauses.push([start, end]);
  }
  return clauses;
}
