import { expect, test } from 'vitest';
import { encodeWindows1256 } from './windows-1256.ts';

test('writes Arabic that a windows-1256 decoder reads back', () => {
  const text = 'قُتل خمسةٌ، وأُصيب «آخرون» – في چنين؟';
  const bytes = encodeWindows1256(text);
  expect(bytes).toHaveLength(text.length);
  expect(new TextDecoder('windows-1256').decode(bytes)).toBe(text);
});

test('names the character the code page lacks', () => {
  expect(() => encodeWindows1256('٣')).toThrow('windows-1256 has no "٣"');
});
