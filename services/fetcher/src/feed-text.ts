import type { FetchJob } from '@rasid/contracts';

const fullText = 900; // letters of plain text in a feed entry that make the page needless
const stub =
  /(?:\[\u2026\]|\u2026|\.\.\.|اقرأ المزيد|قراءة المزيد|للمزيد|read more|continue reading|appeared first on)[\s"\u00bb\]]*$/i;
const littleText = 120; // letters below which the cleaner calls an article too short
const someText = 250; // letters of a feed entry worth reading when its page cannot be had

/** Whether the feed says enough to go on without the page; at the last attempt less is enough, or that it is not Arabic. */
export function isWorthReading(job: FetchJob, isLastAttempt: boolean): boolean {
  const text = feedText(job);
  if (!isLastAttempt) return text.length >= someText;
  return text.length >= littleText || !/[\u0621-\u064a]/.test(`${job.entry.title ?? ''} ${text}`);
}

/** Whether the feed carries the article itself and not its beginning. */
export function carriesWholeText(job: FetchJob): boolean {
  const text = feedText(job);
  return text.length >= fullText && !stub.test(text.slice(-200));
}

/** Plain text in the fuller of an entry's two texts. */
function feedText({ entry }: FetchJob): string {
  const plain = (html: string | null) =>
    (html ?? '')
      .replace(/<[^<>]{0,2000}>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  const [content, summary] = [plain(entry.content), plain(entry.summary)];
  return content.length >= summary.length ? content : summary;
}
