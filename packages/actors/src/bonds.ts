/** "تابعة لـ", "مرتبطة بـ": the party after it says whose the head is. Strong keys without endings of gender and number. */
export const bonds: ReadonlySet<string> = new Set(
  'تابع;مرتبط;موالي;موال;مدعوم;منتمي;منتم;مقرب;متهم;متعاون;محسوب;منتسب;مناوي;مناهض;معارض;مرتهن;خاضع;متحالف'.split(
    ';',
  ),
);
