/**
 * A function of a text that keeps its last answers: a neighbourhood is read anew with every report that joins, and its
 * titles and names are the same. When full it forgets all, which costs what it saved once in so many texts.
 */
export function remembered<T>(ask: (text: string) => T, most: number): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = ask(text);
    if (answers.size >= most) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
