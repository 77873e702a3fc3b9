/** The 34 event types (leaves), sorted by tie-break precedence. Rules, triggers, codes and traits live in `@rasid/events`; this is what crosses the border. */
export const eventTypes = [
  { id: 'armed_clash', group: 'armed_conflict', label: { ar: 'اشتباك مسلح', en: 'Armed clash' } },
  { id: 'riot', group: 'unrest', label: { ar: 'شغب', en: 'Riot' } },
  {
    id: 'air_drone_strike',
    group: 'armed_conflict',
    label: { ar: 'غارة أو ضربة مسيّرة', en: 'Air or drone strike' },
  },
  { id: 'ceasefire', group: 'politics', label: { ar: 'هدنة', en: 'Ceasefire' } },
  {
    id: 'territorial_change',
    group: 'armed_conflict',
    label: { ar: 'تغيّر السيطرة', en: 'Territorial change' },
  },
  { id: 'protest', group: 'unrest', label: { ar: 'احتجاج', en: 'Protest' } },
  {
    id: 'shelling_missile',
    group: 'armed_conflict',
    label: { ar: 'قصف مدفعي أو صاروخي', en: 'Shelling or missile attack' },
  },
  {
    id: 'security_operation',
    group: 'security',
    label: { ar: 'عملية أمنية', en: 'Security operation' },
  },
  {
    id: 'bombing',
    group: 'armed_conflict',
    label: { ar: 'تفجير', en: 'Bombing' },
  },
  {
    id: 'interception_defusal',
    group: 'armed_conflict',
    label: { ar: 'اعتراض أو إبطال سلاح', en: 'Interception or defusal' },
  },
  {
    id: 'armed_attack',
    group: 'armed_conflict',
    label: { ar: 'هجوم مسلح', en: 'Armed attack' },
  },
  {
    id: 'accident',
    group: 'disaster',
    label: { ar: 'حادث', en: 'Accident' },
  },
  {
    id: 'detainee_abuse_execution',
    group: 'armed_conflict',
    label: { ar: 'انتهاك بحق محتجزين', en: 'Abuse or killing of detainees' },
  },
  {
    id: 'abduction',
    group: 'armed_conflict',
    label: { ar: 'خطف', en: 'Abduction' },
  },
  {
    id: 'natural_disaster',
    group: 'disaster',
    label: { ar: 'كارثة طبيعية', en: 'Natural disaster' },
  },
  {
    id: 'property_destruction',
    group: 'armed_conflict',
    label: { ar: 'تخريب ممتلكات', en: 'Property destruction' },
  },
  {
    id: 'force_deployment',
    group: 'armed_conflict',
    label: { ar: 'تحرك عسكري', en: 'Force deployment' },
  },
  { id: 'arrest', group: 'security', label: { ar: 'اعتقال', en: 'Arrest' } },
  {
    id: 'seizure',
    group: 'security',
    label: { ar: 'ضبط ومصادرة', en: 'Seizure' },
  },
  {
    id: 'disease_outbreak',
    group: 'health',
    label: { ar: 'تفشي مرض', en: 'Disease outbreak' },
  },
  {
    id: 'prisoner_release',
    group: 'politics',
    label: { ar: 'إفراج عن محتجزين', en: 'Prisoner release' },
  },
  {
    id: 'displacement_return',
    group: 'humanitarian',
    label: { ar: 'نزوح أو عودة', en: 'Displacement or return' },
  },
  {
    id: 'violent_crime',
    group: 'security',
    label: { ar: 'جريمة عنف', en: 'Violent crime' },
  },
  {
    id: 'judicial_proceeding',
    group: 'justice',
    label: { ar: 'إجراء قضائي', en: 'Judicial proceeding' },
  },
  {
    id: 'agreement',
    group: 'politics',
    label: { ar: 'اتفاق', en: 'Agreement' },
  },
  {
    id: 'restriction_closure',
    group: 'humanitarian',
    label: { ar: 'إغلاق أو حصار', en: 'Closure or siege' },
  },
  {
    id: 'sanctions_rupture',
    group: 'politics',
    label: { ar: 'عقوبات أو قطيعة', en: 'Sanctions or rupture' },
  },
  { id: 'election', group: 'politics', label: { ar: 'انتخابات', en: 'Election' } },
  {
    id: 'leadership_change',
    group: 'politics',
    label: { ar: 'تغيير في المناصب', en: 'Leadership change' },
  },
  {
    id: 'diplomatic_meeting',
    group: 'politics',
    label: { ar: 'لقاء أو مباحثات', en: 'Diplomatic meeting' },
  },
  {
    id: 'economic_measure',
    group: 'economy',
    label: { ar: 'إجراء اقتصادي', en: 'Economic measure' },
  },
  {
    id: 'humanitarian_aid',
    group: 'humanitarian',
    label: { ar: 'مساعدات إنسانية', en: 'Humanitarian aid' },
  },
  {
    id: 'government_decision',
    group: 'politics',
    label: { ar: 'قرار حكومي', en: 'Government decision' },
  },
  {
    id: 'official_stance',
    group: 'politics',
    label: { ar: 'موقف رسمي', en: 'Official stance' },
  },
] as const;

export type EventTypeId = (typeof eventTypes)[number]['id'];

export const eventTypeIds = eventTypes.map((type) => type.id) as [EventTypeId, ...EventTypeId[]];

/** The nine groups the types belong to, with their names for readers. */
export const eventGroups = {
  armed_conflict: { ar: 'نزاع مسلح', en: 'Armed conflict' },
  security: { ar: 'أمن وجريمة', en: 'Security and crime' },
  unrest: { ar: 'اضطراب مدني', en: 'Civil unrest' },
  politics: { ar: 'سياسة ودبلوماسية', en: 'Politics and diplomacy' },
  justice: { ar: 'عدالة', en: 'Justice' },
  humanitarian: { ar: 'إنساني', en: 'Humanitarian' },
  disaster: { ar: 'كوارث وحوادث', en: 'Disasters and accidents' },
  health: { ar: 'صحة عامة', en: 'Public health' },
  economy: { ar: 'اقتصاد حكومي', en: 'Government economy' },
} as const;

/** What a count counts. Source: the annotation guideline, section 7. */
export const countKinds = [
  'killed',
  'wounded',
  'arrested',
  'captured',
  'abducted',
  'missing',
  'released',
  'displaced',
  'returned',
  'evacuated',
  'rescued',
  'affected',
  'infected',
  'hospitalised',
  'participants',
  'sentenced',
  'buildings_damaged',
  'munitions',
  'money',
  'seized_weapons',
  'seized_drugs',
  'seized_other',
] as const;

export type CountKind = (typeof countKinds)[number];

const labels = new Map<string, { ar: string; en: string }>(eventTypes.map((type) => [type.id, type.label]));

/** The name of an event type in both languages. Unknown ids answer with themselves. */
export const labelOf = (id: string): { ar: string; en: string } => labels.get(id) ?? { ar: id, en: id };
