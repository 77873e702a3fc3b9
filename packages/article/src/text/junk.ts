import type { Element } from 'domhandler';
import { kindOf } from './names.ts';
import { junkTags } from './words.ts';

/** Says why an element may be no part of an article: `tag` for sure, the others until the text says otherwise. */
export type Judge = (element: Element) => 'tag' | 'aside' | 'form' | 'hidden' | 'role' | 'name' | null;

const roles =
  /^(?:navigation|banner|complementary|contentinfo|search|menu|dialog|alertdialog|alert|button|tooltip|toolbar)$/i;
const unseen = /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden/i;
/** Wholes, and parts of lines: their names say nothing of what they hold. */
const nameless = new Set(
  'body html main article a b i em strong u font img small sup sub br time'.split(' '),
);

/** With `byName` false, elements are not doubted for what their class or id says. */
export function createJudge({ byName = true } = {}): Judge {
  return ({ name, attribs }) => {
    if (junkTags.has(name)) return 'tag';
    if (name === 'form') return 'form'; // a page of ASP.NET stands in one: the text will say so
    if (name === 'aside') return 'aside'; // some templates put the article itself into one
    const { style, role } = attribs;
    if (attribs.hidden !== undefined || attribs['aria-hidden'] === 'true') return 'hidden';
    if (style !== undefined && style.length > 9 && unseen.test(style)) return 'hidden';
    if (role !== undefined && roles.test(role)) return 'role';
    return byName && !nameless.has(name) && kindOf(attribs) === 'junk' ? 'name' : null;
  };
}
