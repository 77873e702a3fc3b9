import type { FeedError } from './feed.ts';
import { findFeedRoot } from './xml/mend.ts';

const challenge =
  /captcha|cf-chl|cf-browser-verification|challenge-platform|just a moment|attention required|are you (?:a )?(?:human|robot)|access denied|request blocked|ddos protection|please enable (?:javascript|cookies)|incapsula|sucuri|perimeterx|datadome|unusual traffic/i;
const login =
  /<input[^<>]{0,300}type\s{0,3}=\s{0,3}["']?password|<form[^<>]{0,300}(?:login|signin|sign-in)|<title>[^<]{0,80}(?:log ?in|sign ?in|تسجيل الدخول)/i;
const looked = 60_000; // characters

/** What a document is that holds no feed: a page served in its place, with status 200, or something else. */
export function verdict(text: string): FeedError {
  const opening = text.slice(0, looked);
  if (opening.trim() === '') return 'empty';
  const isHtml =
    /<(?:!doctype\s{1,3}html|html)[\s>]/i.test(opening.slice(0, 4_000)) ||
    /^\s{0,1000}<(?:head|body|title|meta|script|div|p|center|h1|br)[\s/>]/i.test(opening);
  if (!isHtml) return /^[^<>{}]{0,300}$/.test(text.trim()) && challenge.test(text) ? 'captcha' : 'not-a-feed';
  if (challenge.test(opening)) return 'captcha';
  return login.test(opening) ? 'login' : 'html';
}

/** An HTML page is never read as a feed, even if its text shows one far down. */
export function isPage(text: string): boolean {
  const page = text.slice(0, 20_000).search(/<(?:html|head|body)[\s>]/i);
  const root = findFeedRoot(text);
  return page !== -1 && (root === -1 || page < root) && !/<(?:item|entry|url|sitemap)[\s>]/i.test(text);
}
