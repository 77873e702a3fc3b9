/** How fine a place is told, as `precision` of the record: up to these levels it is one, above it is coarser. */
export const townLevel = 2; // a locality, or what lies beside it
export const unitLevel = 3; // a first-level unit
export const countryLevel = 4;
