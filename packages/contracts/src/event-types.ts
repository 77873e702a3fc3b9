/** The 34 event types (leaves), sorted by tie-break precedence. Rules, triggers and codes live in `@rasid/events`; this is what crosses the border. */
export const eventTypes = [
  { id: 'armed_clash', group: 'armed_conflict', label: { ar: 'اشتباك مسلح', en: 'Armed clash' } },
  { id: 'riot', group: 'unrest', label: { ar: 'شغب / عنف جماهيري', en: 'Riot or mob violence' } },
  {
    id: 'air_drone_strike',
    group: 'armed_conflict',
    label: { ar: 'غارة جوية / ضربة مسيّرة', en: 'Air or drone strike' },
  },
  { id: 'ceasefire', group: 'politics', label: { ar: 'هدنة / وقف إطلاق النار', en: 'Ceasefire or truce' } },
  {
    id: 'territorial_change',
    group: 'armed_conflict',
    label: { ar: 'تغيّر السيطرة الميدانية', en: 'Change of territorial control' },
  },
  { id: 'protest', group: 'unrest', label: { ar: 'احتجاج / مظاهرة / إضراب', en: 'Protest, sit-in, strike' } },
  {
    id: 'shelling_missile',
    group: 'armed_conflict',
    label: { ar: 'قصف مدفعي أو صاروخي', en: 'Shelling, rocket or missile attack' },
  },
  {
    id: 'security_operation',
    group: 'security',
    label: { ar: 'عملية أمنية / حملة دهم', en: 'Security operation, raid or sweep' },
  },
  {
    id: 'bombing',
    group: 'armed_conflict',
    label: { ar: 'تفجير / انفجار عبوة أو لغم', en: 'Bombing, IED, mine, suicide attack, grenade' },
  },
  {
    id: 'interception_defusal',
    group: 'armed_conflict',
    label: { ar: 'اعتراض أو إبطال سلاح', en: 'Interception or defusal of a weapon' },
  },
  {
    id: 'armed_attack',
    group: 'armed_conflict',
    label: { ar: 'هجوم مسلح / اعتداء مسلح', en: 'Armed attack (shooting, stabbing, ramming, assassination)' },
  },
  {
    id: 'accident',
    group: 'disaster',
    label: { ar: 'حادث', en: 'Accident (transport, fire, industrial, structural)' },
  },
  {
    id: 'detainee_abuse_execution',
    group: 'armed_conflict',
    label: { ar: 'انتهاك أو إعدام ميداني / وفاة في الحجز', en: 'Abuse or killing of detainees, mass grave' },
  },
  {
    id: 'abduction',
    group: 'armed_conflict',
    label: { ar: 'خطف / احتجاز رهائن / اختفاء قسري', en: 'Abduction, hostage taking, forced disappearance' },
  },
  {
    id: 'natural_disaster',
    group: 'disaster',
    label: { ar: 'كارثة طبيعية', en: 'Natural disaster or severe weather' },
  },
  {
    id: 'property_destruction',
    group: 'armed_conflict',
    label: { ar: 'هدم أو تخريب أو نهب ممتلكات', en: 'Property destruction, demolition, looting' },
  },
  {
    id: 'force_deployment',
    group: 'armed_conflict',
    label: { ar: 'انتشار أو تحرك عسكري', en: 'Force deployment, incursion, drill' },
  },
  { id: 'arrest', group: 'security', label: { ar: 'اعتقال / توقيف', en: 'Arrest or detention' } },
  {
    id: 'seizure',
    group: 'security',
    label: { ar: 'ضبط / مصادرة', en: 'Seizure of weapons, drugs or contraband' },
  },
  {
    id: 'disease_outbreak',
    group: 'health',
    label: { ar: 'تفشي مرض', en: 'Disease outbreak or mass poisoning' },
  },
  {
    id: 'prisoner_release',
    group: 'politics',
    label: { ar: 'إفراج / تبادل أسرى', en: 'Release or exchange of prisoners or hostages' },
  },
  {
    id: 'displacement_return',
    group: 'humanitarian',
    label: { ar: 'نزوح أو عودة', en: 'Displacement, evacuation or return' },
  },
  {
    id: 'violent_crime',
    group: 'security',
    label: { ar: 'جريمة عنف', en: 'Violent crime or fatal quarrel' },
  },
  {
    id: 'judicial_proceeding',
    group: 'justice',
    label: { ar: 'إجراء قضائي أو حكم', en: 'Charge, investigation, trial, verdict, execution' },
  },
  {
    id: 'agreement',
    group: 'politics',
    label: { ar: 'اتفاق أو توقيع أو انضمام', en: 'Agreement, deal, memorandum, accession' },
  },
  {
    id: 'restriction_closure',
    group: 'humanitarian',
    label: { ar: 'إغلاق أو حصار أو حظر تجول', en: 'Closure, siege, curfew, denial of access' },
  },
  {
    id: 'sanctions_rupture',
    group: 'politics',
    label: { ar: 'عقوبات أو قطع علاقات', en: 'Sanctions, severed or restored ties' },
  },
  { id: 'election', group: 'politics', label: { ar: 'انتخابات أو استفتاء', en: 'Election or referendum' } },
  {
    id: 'leadership_change',
    group: 'politics',
    label: { ar: 'تغيير في السلطة أو المناصب', en: 'Appointment, dismissal, resignation, coup' },
  },
  {
    id: 'diplomatic_meeting',
    group: 'politics',
    label: { ar: 'لقاء أو زيارة أو قمة', en: 'Meeting, visit, call, summit, talks' },
  },
  {
    id: 'economic_measure',
    group: 'economy',
    label: { ar: 'إجراء اقتصادي حكومي', en: 'Government economic measure or price shock' },
  },
  {
    id: 'humanitarian_aid',
    group: 'humanitarian',
    label: { ar: 'مساعدات إنسانية', en: 'Humanitarian aid, rescue and relief' },
  },
  {
    id: 'government_decision',
    group: 'politics',
    label: { ar: 'قرار أو قانون أو مرسوم', en: 'Law, decree or cabinet decision (non-economic)' },
  },
  {
    id: 'official_stance',
    group: 'politics',
    label: {
      ar: 'موقف رسمي (إدانة/تهديد/مطالبة)',
      en: 'Official stance: condemn, threaten, demand, endorse',
    },
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
