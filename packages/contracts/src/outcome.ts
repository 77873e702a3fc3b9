/**
 * Why an item ends without a record. A closed list: the same word stands in code, log, ledger and console.
 * Every other end is `published`, `copy`, `revision`, `withdrawn` or `quarantined`.
 */
export const dropReasons = {
  // poll
  'no-link': { ar: 'بلا رابط', en: 'Entry without a link and without text' },
  'too-old': { ar: 'قديم', en: 'Older than the source is asked for' },
  'other-section': { ar: 'قسم غير مطلوب', en: 'In a section that is not read of this source' },
  // fetch
  'robots-denied': { ar: 'ممنوع في robots.txt', en: 'The site’s robots.txt forbids it' },
  'private-address': { ar: 'عنوان خاص', en: 'Address in a private network' },
  'not-found': { ar: 'غير موجود', en: 'The page is gone (404, 410)' },
  refused: { ar: 'مرفوض', en: 'The site refuses (401, 403, 451)' },
  unreachable: { ar: 'تعذّر الوصول', en: 'The page could not be fetched in any attempt' },
  'too-large': { ar: 'كبير جداً', en: 'Over the byte cap after decoding' },
  'too-many-redirects': { ar: 'تحويلات كثيرة', en: 'Redirects without end' },
  'not-html': { ar: 'ليس صفحة', en: 'Not a page: audio, video, PDF, image' },
  'bad-url': { ar: 'رابط فاسد', en: 'The address cannot be read' },
  // clean
  'not-article': { ar: 'ليس مقالاً', en: 'A listing, gallery, video or live index' },
  'no-text': { ar: 'بلا نص', en: 'No article text found' },
  'too-short': { ar: 'قصير جداً', en: 'Less text than an event needs' },
  'not-arabic': { ar: 'ليس بالعربية', en: 'Not in Arabic' },
  paywalled: { ar: 'مدفوع', en: 'Only a teaser: the text is behind a paywall' },
  'bot-wall': { ar: 'حاجز آلي', en: 'A captcha or challenge page instead of the article' },
  // dedupe
  unchanged: { ar: 'بلا تغيير', en: 'The same text of the same article again' },
} as const;

export type DropReason = keyof typeof dropReasons;

/** How an item ends when a record came of it, or was taken back. */
export const publishedOutcomes = ['published', 'copy', 'revision', 'withdrawn'] as const;
export type PublishedOutcome = (typeof publishedOutcomes)[number];

/** A terminal outcome as the ledger counts it. */
export type TerminalOutcome = PublishedOutcome | 'quarantined' | `dropped:${DropReason}`;
