import type { Candidate } from '../candidates.ts';
import { unitLevel } from '../places/precision.ts';
import { isPointedAt } from './definite.ts';
import { hasSameToll } from './other-toll.ts';
import { isOneIncident } from './same-incident.ts';

/** One incident as the article tells it: the mentions, first one first. */
export type Merged = { head: Candidate; mentions: Candidate[] };

/** Merges mentions of one incident; keeps reading order. */
export function mergeCandidates(candidates: readonly Candidate[]): Merged[] {
  const merged: Merged[] = [];
  for (const candidate of candidates) {
    const isOpen = (each: Merged) => isOneIncident(each, candidate);
    const isLast = isVague(candidate) || isPointedAt(candidate); // "the attack" is the one told last
    const known =
      merged.find((each) => isSameToll(each, candidate) && isOpen(each)) ??
      (isLast ? merged.findLast(isOpen) : merged.find(isOpen));
    if (known) join(known, candidate);
    else merged.push({ head: candidate, mentions: [candidate] });
  }
  return merged;
}

/** A great toll told again is of the incident that has it, whatever was told last. */
const isSameToll = ({ head, mentions }: Merged, candidate: Candidate): boolean =>
  head.type === candidate.type && hasSameToll(mentions, candidate);

const isVague = ({ sentence, place }: Candidate) =>
  sentence.zone === 'body' && (!place || place.precision > unitLevel);

/** A described operation names the incident even when the title only tells of the arrest or seizure. */
function join(known: Merged, candidate: Candidate): void {
  known.mentions.push(candidate);
  const isNamed = candidate.type === 'security_operation' && candidate.trigger.entry.tier === 'f';
  const isYield = known.head.type === 'arrest' || known.head.type === 'seizure';
  if (isNamed && isYield && candidate.sentence.zone !== 'body')
    known.head = { ...known.head, type: candidate.type };
}
