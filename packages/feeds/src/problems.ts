/** Repairs that mean the document is not what its format asks for; others are a matter of taste or of the server. */
const malformed = new Set([
  'bare ampersands',
  'undeclared entities',
  'cut off',
  'wrong end tags',
  'missing end tags',
  'broken attributes',
  'duplicate attributes',
  'broken tags',
  'stray <',
  'control characters',
  'CDATA without an end',
  'CDATA without a beginning',
  'CDATA within CDATA',
  'text outside the feed',
  'broken JSON',
]);

/** Whether a feed was read only because it was repaired. */
export const isMalformed = (problems: readonly string[]): boolean =>
  problems.some((problem) => malformed.has(problem) || problem.startsWith('not well-formed'));
