/** Verbs and participles of what something led to, as lookup keys: "أسفر عن", "ما أدى إلى", "مخلفا". */
export const leadsTo =
  /^[وف]?(?:(?:اسفر|خلف|اوقع|ادي|اودي|تسبب|اسقط|نتج|نجم)(?:ت|وا)?|ادت|اودت|مودي|موديه|مخلفا|مخلفه)$/u;
