/** What went wrong in one line: the message and its causes, innermost last, without stack and without secrets in URLs. */
export function failureText(error: unknown): string {
  const parts: string[] = [];
  let current: unknown = error;
  for (let depth = 0; current instanceof Error && depth < 4; depth++) {
    const code = (current as NodeJS.ErrnoException).code;
    const text = current.message || current.name;
    parts.push(code && !text.includes(code) ? `${text} (${code})` : text);
    current = current.cause;
  }
  if (parts.length === 0) parts.push(String(error));
  return maskSecrets(parts.join(' ← ')).slice(0, 500); // a log line, not a report
}

/** Names and passwords in addresses become stars; a name alone may be a key. */
export const maskSecrets = (text: string): string => text.replace(/\/\/[^\s/?#]{1,300}@/g, '//***@');
