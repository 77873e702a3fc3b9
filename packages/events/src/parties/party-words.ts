// Words before a party that give it a role, as lookup keys.

/** Whom it is done to. */
export const againstWords = new Set([
  'ضد',
  'بحق',
  'استهدف',
  'استهدفت',
  'تستهدف',
  'يستهدف',
  'طالت',
  'طال',
  'لملاحقه',
  'حق',
  'تجاه',
]);

/** Who does it. */
export const byWords = new Set([
  'يد',
  'ايدي',
  'قبل',
  'جانب',
  'بواسطه',
  'برصاص',
  'بنيران',
  'نيران',
  'رصاص',
  'تنفذه',
  'نفذته',
  'نفذه',
  'تشنه',
  'تشنها',
  'مصدره',
  'نفذتها',
]);

/** Who takes no part. */
export const elsewhereWords = new Set([
  'في',
  'داخل',
  'قرب',
  'خلال',
  'منذ',
  'بعد',
  'عقب',
  'حسب',
  'وفق',
  'بحسب',
  'وفقا',
  'الي',
  'عند',
  'حول',
  'امام',
  'عبر',
  'لدي',
]);
