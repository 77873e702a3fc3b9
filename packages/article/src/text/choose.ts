import { kindOf } from './names.ts';
import type { Scope, Survey } from './survey.ts';
import type { Weighed } from './weigh.ts';

/** The scope that holds the article: the one whose blocks weigh most, seen from the paragraph and two steps up; -1 for none. */
export function chooseScope(survey: Survey, weighed: Weighed): number {
  const { blocks, scopes } = survey;
  const scores = new Float64Array(scopes.length);
  const add = (at: number, weight: number) => {
    if (at < 0) return;
    if (scores[at] === 0) scores[at] = bonusOf(scopes[at]);
    scores[at] = (scores[at] ?? 0) + weight;
  };
  blocks.forEach((block, at) => {
    const weight = weighed.weights[at] ?? 0;
    if (weight === 0) return;
    const holder = holderOf(scopes, block.scope);
    const parent = scopes[holder]?.parent ?? -1;
    add(holder, weight);
    add(parent, weight * 0.6); // one step up counts less, so that the narrowest holder of all paragraphs wins
    add(scopes[parent]?.parent ?? -1, weight * 0.3);
  });
  let best = -1;
  let bestScore = 0;
  scores.forEach((score, at) => {
    if (score <= bestScore) return;
    best = at;
    bestScore = score;
  });
  if (best < 0) return -1;
  best = earlier(survey, weighed, scores, best);
  return widen(survey, weighed, best);
}

const nearly = 0.4; // of the best score: enough for a text that comes first and has several paragraphs
const several = 3;

/** Of two texts on one page the first is the article: what follows are comments, or the next article of an endless page. */
function earlier(survey: Survey, weighed: Weighed, scores: Float64Array, best: number): number {
  const { scopes } = survey;
  const own = scopes[best];
  if (!own) return best;
  const least = (scores[best] ?? 0) * nearly;
  let chosen = best;
  let score = 0;
  scores.forEach((other, at) => {
    const scope = scopes[at];
    if (!scope || other < least || other <= score || scope.last > own.first) return;
    if (weighed.paragraphsIn(scope) < several) return;
    chosen = at;
    score = other;
  });
  return chosen;
}

const thin = new Set(
  'p h1 h2 h3 h4 h5 h6 li ul ol blockquote pre dd dt td tr tbody center figure'.split(' '),
);

/** A paragraph's holder is the scope around it; a div with bare text holds itself. */
const holderOf = (scopes: readonly Scope[], at: number): number => {
  const scope = scopes[at];
  return scope?.element && thin.has(scope.element.name) && scope.parent >= 0 ? scope.parent : at;
};

const namedBonus = 12; // about a good paragraph: a name decides between near equals, not against the text

function bonusOf(scope: Scope | undefined): number {
  if (!scope?.element || scope.element.name === 'body' || scope.element.name === 'html') return 0;
  const { name, attribs } = scope.element;
  return (name === 'article' ? namedBonus : 0) + (kindOf(attribs) === 'article' ? namedBonus : 0);
}

const worthwhile = 0.25; // of the weight in hand: less is a teaser or a signature
const pure = 0.75; // of the letters that come with it must be prose
const worthwhileNear = 0.1; // one or two levels up, where hardly anything but prose comes with it
const pureNear = 0.9;
const nearSteps = 2;
const fewLinks = 0.5; // linked lines a paragraph: a list of teasers has one each

/** Steps up while that brings in much more prose and little else: a text in several sections. */
function widen(survey: Survey, weighed: Weighed, start: number): number {
  const { scopes } = survey;
  let chosen = start;
  let steps = 0;
  for (let at = scopes[start]?.parent ?? -1; at > 0; at = scopes[at]?.parent ?? -1) {
    const own = scopes[chosen];
    const wider = scopes[at];
    if (!own || !wider) break;
    const weight = weighed.weightIn(own);
    const more = weighed.weightIn(wider) - weight;
    const prose = weighed.proseIn(wider) - weighed.proseIn(own);
    const other = weighed.lettersIn(wider) - weighed.lettersIn(own);
    const links = weighed.linksIn(wider) - weighed.linksIn(own);
    const paragraphs = weighed.paragraphsIn(wider) - weighed.paragraphsIn(own);
    steps++;
    const isNear = steps <= nearSteps && more > weight * worthwhileNear && prose > other * pureNear;
    const isWorth = isNear || (more > weight * worthwhile && prose > other * pure);
    // A second main heading begins another article.
    if (isWorth && weighed.headingsIn(wider) < 2 && links < paragraphs * fewLinks) {
      chosen = at;
      steps = 0;
    } else if (other > weighed.lettersIn(own)) break;
  }
  return chosen;
}
