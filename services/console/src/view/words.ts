import { attributeValues } from './attribute-values.ts';

/** Words for values that come from data: one a line, group.value, Arabic, English. A value without a line shows as it is. */
const lines = `
genre.news|خبر|news
genre.statement|بيان|statement
genre.analysis|تحليل|analysis
genre.opinion|رأي|opinion
genre.feature|تقرير مطوّل|feature
genre.anniversary|ذكرى|anniversary
genre.sport|رياضة|sport
genre.economy|اقتصاد|economy
genre.culture|ثقافة|culture
genre.science|علوم|science
genre.service|خدمات|service
story.new|جديدة|new
story.copy|نسخة|copy
story.revision|تنقيح|revision
basis.feed|من الخلاصة|from the feed
basis.meta|من وسوم الصفحة|from the page’s tags
basis.jsonld|من بيانات الصفحة|from the page’s data
basis.url|من العنوان|from the address
basis.text|من النص|from the text
basis.fetched|وقت الجلب|when it was fetched
basis.byline|من اسم الكاتب|byline
basis.dateline|من صدر الخبر|dateline
basis.text-copy|نص منقول|copied text
basis.outlet|الوسيلة نفسها|the outlet itself
sector.AGR|زراعة|agriculture
sector.BUS|أعمال|business
sector.COP|شرطة وأمن|police
sector.CRM|جريمة|criminals
sector.CVL|مدنيون|civilians
sector.EDU|تعليم|education
sector.ENV|بيئة|environment
sector.GOV|حكومة|government
sector.HLH|صحة|health
sector.IGO|منظمة دولية|intergovernmental
sector.JRN|صحافة|press
sector.JUD|قضاء|judiciary
sector.LAB|عمال ونقابات|labour
sector.LEG|تشريع|legislature
sector.MED|طب|medical
sector.MIL|جيش|military
sector.NGO|منظمة أهلية|non-governmental
sector.OPP|معارضة|opposition
sector.PRM|ميليشيا موالية|pro-government militia
sector.PTY|حزب|party
sector.REB|جماعة مسلحة|rebels
sector.REF|لاجئون|refugees
sector.REL|دين|religious
sector.SPY|استخبارات|intelligence
sector.UAF|مسلحون مجهولون|unidentified armed men
attribute.ambush|كمين|ambush
attribute.attempt|محاولة|attempt
attribute.cause|السبب|cause
attribute.civilian_targeted|استهداف مدنيين|civilians targeted
attribute.direction|الاتجاه|direction
attribute.disease|المرض|disease
attribute.group_dismantled|تفكيك مجموعة|group dismantled
attribute.hijack|خطف وسيلة نقل|hijacking
attribute.intervention|التدخل|intervention
attribute.kind|النوع|kind
attribute.level|المستوى|level
attribute.magnitude|القوة|magnitude
attribute.method|الوسيلة|method
attribute.mode|الشكل|form
attribute.outcome|النتيجة|outcome
attribute.phase|الطور|phase
attribute.platform|المنصة|platform
attribute.ransom|فدية|ransom
attribute.significant|شخص بارز أو عدد كبير|notable
attribute.stage|المرحلة|stage
attribute.stance|الموقف|stance
attribute.suicide|انتحاري|suicide
attribute.targeted|محدد الهدف|targeted
attribute.violent|بالقتال|by fighting
attribute.weapon|السلاح|weapon
`;

const rows = `${lines}${attributeValues}`
  .split('\n')
  .filter(Boolean)
  .map((line) => line.split('|'));

export const dataWords = {
  ar: new Map(rows.map(([name = '', ar = name]) => [name, ar])),
  en: new Map(rows.map(([name = '', , en = name]) => [name, en])),
};
