const deepest = 200;

type Whole = { length: number; brackets: string };

/**
 * JSON that JSON.parse refuses: raw line ends and control characters within strings, commas before a bracket, a call
 * around it, an end that was cut off. Of what was cut, the items before the cut are kept. Null when nothing helps.
 */
export function mendJson(document: string): { value: unknown; problem: string } | null {
  const start = document.search(/[{[]/);
  if (start === -1) return null;
  const { text, lastItem } = rewrite(document, start);
  const whole = tryParse(text);
  if (whole !== undefined) return { value: whole, problem: 'broken JSON' };
  const value = lastItem && tryParse(text.slice(0, lastItem.length) + lastItem.brackets);
  return value ? { value, problem: 'cut off' } : null;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Copies the outermost value piece by piece: strings, brackets, commas, and what is between them. */
function rewrite(document: string, start: number): { text: string; lastItem: Whole | null } {
  const parts: string[] = [];
  const open: string[] = [];
  let length = 0;
  let lastItem: Whole | null = null;
  let comma = -1; // the part that is a comma with nothing but space behind it
  const emit = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  for (let at = start; at < document.length; ) {
    const end = pieceEnd(document, at);
    const piece = document.slice(at, end);
    at = end;
    if (piece === '}' || piece === ']') {
      if (comma >= 0) {
        parts[comma] = '';
        length--;
      }
      comma = -1;
      emit(piece);
      open.pop();
      if (open.length === 0) break;
      if (piece === '}' && open.length === 2) lastItem = { length, brackets: `${open[1]}${open[0]}` };
      continue;
    }
    if (open.length > deepest) break; // no feed
    if (piece === '{' || piece === '[') open.push(piece === '{' ? '}' : ']');
    if (piece === ',') comma = parts.length;
    else if (piece.trim() !== '') comma = -1;
    emit(piece.startsWith('"') ? escapeControls(piece) : piece);
  }
  return { text: parts.join(''), lastItem };
}

const marks = '{}[],"';

function pieceEnd(text: string, at: number): number {
  const first = text[at] ?? '';
  let end = at + 1;
  if (first === '"') {
    while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
    return Math.min(end + 1, text.length);
  }
  if (marks.includes(first)) return end;
  while (end < text.length && !marks.includes(text[end] ?? '')) end++;
  return end;
}

const escapes: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escapeControls = (text: string): string =>
  text.replace(/[\u0000-\u001f]/g, (control) => escapes[control] ?? '');
