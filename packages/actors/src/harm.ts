import { lookupKey } from '@rasid/arabic';

/** Words right before the people something is done to: "اعتقال ناشط", "أصيب فلسطيني". */
export const harmed: ReadonlySet<string> = new Set(
  'مقتل;اغتيال;تصفية;جثامين;إصابة;اعتقال;استشهاد;أصيب;قتل;استشهد;جرح;اعتقلت;اعتقل;أوقف;أوقفت;خطف;اختطاف;جثة;جثمان;وفاة;مصرع;ضبط;أسر;طعن;إعدام;محاكمة;ترحيل;احتجاز'
    .split(';')
    .map(lookupKey),
);
