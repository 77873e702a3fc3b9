import type { EventsInput } from '../extract.ts';
import { article } from './test-answers.ts';
import { type Asked, says, type Turn } from './test-endpoint.ts';

/** Short articles written for these tests, one event each, and what a true answer to each says. */
const facts = [
  ['مقتل جندي في درعا', 'قتل جندي برصاص مجهولين في مدينة درعا، أمس الاثنين.', 'قتل', 'مدينة درعا'],
  ['توقيف مهرب في صيدا', 'اعتقلت الشرطة مهربا في مدينة صيدا، أمس الاثنين.', 'اعتقلت', 'مدينة صيدا'],
  ['حريق في البصرة', 'اندلع حريق في سوق بمدينة البصرة، أمس الاثنين.', 'حريق', 'بمدينة البصرة'],
] as const;
const types = ['armed_attack', 'arrest', 'accident'];

export const articles: [EventsInput, EventsInput, EventsInput] = [told(0), told(1), told(2)];

function told(index: 0 | 1 | 2): EventsInput {
  const [title, text] = facts[index];
  return { ...article, title, text };
}

/** True events of an article, known by its title. */
export function eventsOf(title: string): object[] {
  const index = facts.findIndex((each) => each[0] === title);
  const [, text, trigger, place] = facts[index] ?? [];
  return text ? [{ type: types[index], trigger, evidence: text, place }] : [];
}

export type Sent = { id: string; title: string };

/** The articles of a request: several with their ids, or one without. */
export function sentIn({ body }: Asked): Sent[] {
  const [, user] = body.messages as { content: string }[]; // sent by the code under test
  const content = JSON.parse(user?.content ?? 'null');
  return Array.isArray(content) ? content : [{ ...content, id: '' }];
}
export const titlesIn = (asked: Asked): string[] => sentIn(asked).map(({ title }) => title);

/** Answers a batch with these parts, and a single article with the truth. */
export const answers =
  (parts: (sent: Sent[]) => object[], finish = 'stop'): Turn =>
  (response, asked) => {
    const sent = sentIn(asked);
    const isBatch = sent[0]?.id !== '';
    const answer = isBatch ? { articles: parts(sent) } : { events: eventsOf(sent[0]?.title ?? '') };
    const content = JSON.stringify(answer);
    says(
      isBatch && finish === 'length' ? content.slice(0, -20) : content,
      isBatch ? finish : 'stop',
    )(response);
  };

export const truth = ({ id, title }: Sent): object => ({ id, events: eventsOf(title) });
