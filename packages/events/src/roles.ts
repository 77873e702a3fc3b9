/** What a form is to the rules, all of them by number. */
export type Role = {
  /** The rules it may begin, and what each of them needs most: an element, or -1. */
  begins: number[];
  asks: number[];
  /** The elements it may be of rules that another word begins. */
  fills: number[];
};

const noRole: Role = { begins: [], asks: [], fills: [] }; // of most forms: it stays empty
const roles = new Map<string, Role>();

/** The role of a form; a reading carries it, so that no word is looked up by its letters where rules are matched. */
export const roleOf = (form: string): Role => roles.get(form) ?? noRole;

/** The same for those who give roles: while modules load, before any text is read. */
export function roleFor(form: string): Role {
  const known = roles.get(form);
  if (known) return known;
  const role: Role = { begins: [], asks: [], fills: [] };
  roles.set(form, role);
  return role;
}
