import { isChallenge } from './challenges.ts';
import type { FeedError } from './feed.ts';
import { findFeedRoot } from './xml/mend.ts';

const looked = 30_000; // characters
const shortPage = 2_500; // letters of words: a page of its own has more, a challenge or a login has less

/** What a document is that holds no feed: a page served in its place, with status 200, or something else. */
export function verdict(text: string): FeedError {
  const opening = text.slice(0, looked);
  if (opening.trim() === '') return 'empty';
  const isHtml =
    /<(?:!doctype\s{1,3}html|html)[\s>]/i.test(opening.slice(0, 4_000)) ||
    /^\s{0,1000}<(?:head|body|title|meta|script|div|p|center|h1|br)[\s/>]/i.test(opening);
  if (!isHtml) return opening.length < 300 && isChallenge(opening) ? 'captcha' : 'not-a-feed';
  const title = /<title[^<>]{0,200}>([^<]{0,300})/i.exec(opening)?.[1] ?? '';
  const isShort = wordsOf(opening).length < shortPage;
  if (isChallenge(title) || (isShort && isChallenge(opening))) return 'captcha';
  return isLogin(title, isShort ? opening : '') ? 'login' : 'html';
}

const isLogin = (title: string, page: string): boolean =>
  /\b(?:log|sign) ?(?:in|on)\b|تسجيل (?:ال)?دخول|connexion/i.test(title) ||
  /<input[^<>]{0,300}type\s{0,3}=\s{0,3}["']?password/i.test(page);

const wordsOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s>][\s\S]{0,30000}?<\/\1/gi, ' ')
    .replace(/<[^<>]{0,4000}>/g, ' ')
    .replace(/\s+/g, ' ');

/** An HTML page is never read as a feed, even if its text shows one far down. */
export function isPage(text: string): boolean {
  const page = text.slice(0, 20_000).search(/<(?:html|head|body)[\s>]/i);
  const root = findFeedRoot(text);
  return page !== -1 && (root === -1 || page < root) && !/<(?:item|entry|url|sitemap)[\s>]/i.test(text);
}
