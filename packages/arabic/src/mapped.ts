/**
 * As `list.map`, for lists that many read. What `map` answers is one kind of array while the caller is interpreted and
 * another one once it is compiled, and then all who were compiled for the first kind are compiled anew. For lists that go
 * with their article: a call that makes some that stay has all of them made among what is old, and collected late.
 */
export function mapped<T, U>(list: readonly T[], make: (each: T, at: number) => U): U[] {
  const made: U[] = [];
  for (let at = 0; at < list.length; at++) made.push(make(list[at] as T, at)); // within bounds
  return made;
}
