const maxKept = 60_000; // words; an Arabic newspaper uses fewer in a year, and a hostile text must not grow it

/** Keeps what is worked out of a word and asked for again: the words of the language are few. */
export function kept<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const earlier = known.get(key);
    if (earlier !== undefined) return earlier;
    const made = make(key);
    if (known.size >= maxKept) known.clear();
    known.set(key, made);
    return made;
  };
}
