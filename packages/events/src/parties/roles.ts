/**
 * What a form is to the rules, as places in `roleParts`: the elements it may be of rules that another word begins, then
 * the rules it may begin, each with the element it needs most, or -1. One array: what is marked and asked for a word
 * lies side by side.
 */
export type Role = { fills: number; begins: number; end: number };

type Given = { fills: number[]; begins: number[] };
const given = new Map<string, Given>();
const roles = new Map<string, Role>();
const noRole: Role = { fills: 0, begins: 0, end: 0 }; // of most forms

/** The parts of all roles; see `Role`. */
export let roleParts = new Int32Array(0);

/** The role of a form; a reading carries it, so that no word is looked up by its letters where rules are matched. */
export const roleOf = (form: string): Role => roles.get(form) ?? noRole;

/** For those who give roles: while modules load, before they are packed. */
export function givenTo(form: string): Given {
  const known = given.get(form);
  if (known) return known;
  const none: Given = { fills: [], begins: [] };
  given.set(form, none);
  return none;
}

/** Makes roles of all that was given. Before any text is read. */
export function packRoles(): void {
  const parts: number[] = [];
  for (const [form, { fills, begins }] of given) {
    const from = parts.length;
    for (const part of fills) parts.push(part);
    for (const part of begins) parts.push(part);
    roles.set(form, { fills: from, begins: from + fills.length, end: parts.length });
  }
  roleParts = Int32Array.from(parts);
  given.clear();
}
