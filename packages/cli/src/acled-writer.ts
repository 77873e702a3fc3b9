import type { ExtractedEvent } from '@rasid/contracts';
import { type AcledArticle, acledHeader, acledRows } from './acled.ts';
import { writeText } from './jsonl.ts';

export type AcledWriter = ReturnType<typeof acledWriter>;

/** Writes ACLED's columns to standard output, the head before the first article, and in the end says what was left out. */
export function acledWriter(hasMark: boolean) {
  let isBegun = false;
  const left = { outside: 0, unhappened: 0, undated: 0 };
  const begin = async () => {
    if (!isBegun) await writeText(`${hasMark ? '\uFEFF' : ''}${acledHeader}\n`);
    isBegun = true;
  };
  return {
    async write(events: readonly ExtractedEvent[], article: AcledArticle): Promise<void> {
      await begin();
      const { rows, ...counts } = acledRows(events, article);
      for (const row of rows) await writeText(`${row}\n`);
      left.outside += counts.outside;
      left.unhappened += counts.unhappened;
      left.undated += counts.undated;
    },
    async close(): Promise<void> {
      await begin();
      const said = [
        left.outside > 0 ? `${left.outside} outside ACLED’s scope` : '',
        left.unhappened > 0 ? `${left.unhappened} planned or denied` : '',
        left.undated > 0 ? `${left.undated} without a day` : '',
      ].filter(Boolean);
      if (said.length > 0) process.stderr.write(`events left out: ${said.join(', ')}\n`);
    },
  };
}
