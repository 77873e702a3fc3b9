import type { Admission, NewText, StoryStore } from './stories.ts';

/** Whose words a story is: of who says so himself, otherwise of who was first. */
type Voice = Pick<NewText, 'originId' | 'isOwn' | 'publishedMs'>;
const voiceOf = ({ originId, isOwn, publishedMs }: Voice): Voice => ({ originId, isOwn, publishedMs });

type Kept = NewText & { revision: number; isCopied: boolean };
/** `findCopied` of the similarity engine. */
export type FindCopied = (text: NewText, others: readonly Kept[]) => { of: Kept; similarity: number } | null;

/** The twin for tests and the command line: forgets nothing. */
export function createMemoryStoryStore(
  findCopied: FindCopied,
  similarity: (a: Buffer, b: Buffer) => number,
): StoryStore {
  const texts = new Map<string, Kept>();
  const byKey = new Map<string, string[]>();
  const answers = new Map<string, Admission>();
  const voices = new Map<string, Voice>();

  function judge(text: NewText): Admission {
    const own = texts.get(text.articleId);
    const fresh = { storyId: text.storyId, revision: 1, originId: text.originId, isCopied: false };
    if (own) {
      const { storyId, revision } = own;
      const origin = text.isOwn ? { originId: own.originId, isCopied: own.isCopied } : {};
      if (own.whole === text.whole)
        return { ...fresh, verdict: 'unchanged', of: null, similarity: null, storyId, revision };
      const likeness = similarity(text.signature, own.signature);
      return {
        ...fresh,
        ...origin,
        verdict: 'revision',
        of: own.articleId,
        similarity: likeness,
        storyId,
        revision: revision + 1,
      };
    }
    const others = [...new Set(text.keys.flatMap((key) => byKey.get(key) ?? []))];
    const best = findCopied(
      text,
      others.flatMap((id) => texts.get(id) ?? []),
    );
    if (!best) return { ...fresh, verdict: 'new', of: null, similarity: null };
    const { storyId, articleId } = best.of;
    const voice = voices.get(storyId) ?? voiceOf(best.of);
    const isCopied = text.isOwn && (!voice.isOwn || voice.publishedMs <= text.publishedMs);
    const originId = isCopied ? voice.originId : text.originId;
    const isFirst = voice.isOwn
      ? !text.isOwn || !isCopied
      : !text.isOwn && text.publishedMs < voice.publishedMs;
    voices.set(storyId, isFirst ? voiceOf(text) : voice);
    return {
      verdict: 'copy',
      of: articleId,
      storyId,
      similarity: best.similarity,
      revision: 1,
      originId,
      isCopied,
    };
  }

  return {
    async admit(text) {
      const said = answers.get(text.itemId);
      if (said) return said;
      const answer = judge(text);
      answers.set(text.itemId, answer);
      if (answer.verdict === 'unchanged') return answer;
      const { storyId, revision, originId, isCopied } = answer;
      texts.set(text.articleId, { ...text, storyId, revision, originId, isCopied });
      for (const key of text.keys) byKey.set(key, [...new Set([text.articleId, ...(byKey.get(key) ?? [])])]);
      return answer;
    },
  };
}
