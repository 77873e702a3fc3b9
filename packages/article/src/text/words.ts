const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Tags that hold no text of an article. */
export const junkTags = set(
  'script style noscript template svg canvas iframe object embed button select option textarea input label video audio map math head nav footer menu dialog figcaption',
);

/** Tags that begin a block of their own. */
export const blockTags = set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul',
);
