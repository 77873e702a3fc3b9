/** What attributes of events may say, in the lines of words.ts. */
export const attributeValues = `
value.true|نعم|yes
value.false|لا|no
value.accession|انضمام|accession
value.acquittal|براءة|acquittal
value.agreed|متفق عليه|agreed
value.aid_access|وصول المساعدات|aid access
value.air|جوي|air
value.alert|استنفار|alert
value.amendment|تعديل|amendment
value.amnesty|عفو|amnesty
value.animal|حيوان|animals
value.announced|معلن|announced
value.annulled|ملغى|annulled
value.antiquities|آثار|antiquities
value.appeal|استئناف|appeal
value.appointed|تعيين|appointed
value.area|منطقة|area
value.arrest_operation|حملة اعتقال|arrest operation
value.arrests|اعتقالات|arrests
value.arson|إحراق|arson
value.artillery|مدفعية|artillery
value.assault|اعتداء|assault
value.avian_flu|إنفلونزا الطيور|avian flu
value.ban|حظر|ban
value.blocked|ممنوع|blocked
value.body_found|عثور على جثة|body found
value.boycott|مقاطعة|boycott
value.broken|مخروق|broken
value.budget|موازنة|budget
value.called|دعوة إلى الاقتراع|called
value.cancelled|ملغى|cancelled
value.cell_dismantled|تفكيك خلية|cell dismantled
value.charge|اتهام|charge
value.cholera|كوليرا|cholera
value.closed|إغلاق|closed
value.cold|برد|cold
value.collapse|انهيار|collapse
value.communal|أهلي|communal
value.condemn|إدانة|condemns
value.confidence|ثقة|confidence vote
value.conflict|نزاع|conflict
value.coup|انقلاب|coup
value.covid|كوفيد|Covid
value.crossing|معبر|crossing
value.curfew|حظر تجول|curfew
value.currency|عملة|currency
value.death_in_custody|وفاة في الاحتجاز|death in custody
value.debt|دين|debt
value.decision|قرار|decision
value.decree|مرسوم|decree
value.defused|إبطال|defused
value.delist|شطب من القائمة|delisting
value.delivered|تسليم|delivered
value.demand|مطالبة|demands
value.demo|مظاهرة|demonstration
value.demolition|هدم|demolition
value.dengue|حمى الضنك|dengue
value.deployment|انتشار|deployment
value.deported_group|مجموعة مرحّلة|deported group
value.depot_explosion|انفجار مستودع|depot explosion
value.disaster|كارثة|disaster
value.dismissed|إقالة|dismissed
value.dispersal|تفريق|dispersal
value.displaced|نازحون|displaced
value.dissolved|حلّ|dissolved
value.down|انخفاض|down
value.drill|مناورة|drill
value.drone|مسيّرة|drone
value.drought|جفاف|drought
value.drowning|غرق|drowning
value.drugs|مخدرات|drugs
value.earthquake|زلزال|earthquake
value.ebola|إيبولا|Ebola
value.economic|اقتصادي|economic
value.electrocution|صعق كهربائي|electrocution
value.ended|انتهى|ended
value.evacuated|إجلاء|evacuated
value.evacuation_order|أمر إخلاء|evacuation order
value.excessive_force|قوة مفرطة|excessive force
value.exchange|تبادل|exchange
value.execution|إعدام|execution
value.expel|طرد|expulsion
value.extend|تمديد|extended
value.extended|ممدد|extended
value.extradition|تسليم مطلوب|extradition
value.feud|ثأر|feud
value.field_execution|إعدام ميداني|field execution
value.fire|حريق|fire
value.firearm|سلاح ناري|firearm
value.flood|سيول وفيضان|flood
value.foiled|إحباط|foiled
value.foot_and_mouth|الحمى القلاعية|foot-and-mouth
value.gained|كسب|gained
value.goods|بضائع|goods
value.government_formed|تشكيل حكومة|government formed
value.grenade|قنبلة يدوية|grenade
value.haemorrhagic_fever|حمى نزفية|haemorrhagic fever
value.handover|تسليم|handover
value.heat|حرّ|heat
value.helicopter|مروحية|helicopter
value.hepatitis|التهاب الكبد|hepatitis
value.homicide|جريمة قتل|homicide
value.human|بشر|people
value.hunger_strike|إضراب عن الطعام|hunger strike
value.ied|عبوة ناسفة|improvised bomb
value.impose|فرض|imposed
value.incursion|توغل|incursion
value.industrial|صناعي|industrial
value.intercepted|اعتراض|intercepted
value.interest|فائدة|interest rate
value.internet|إنترنت|internet
value.investigation|تحقيق|investigation
value.knife|سلاح أبيض|knife
value.landslide|انزلاق تربة|landslide
value.law|قانون|law
value.lift|رفع|lifted
value.list|إدراج|listing
value.local|محلي|local
value.looting|نهب|looting
value.lost|خسارة|lost
value.malaria|ملاريا|malaria
value.mass_grave|مقبرة جماعية|mass grave
value.measles|حصبة|measles
value.mediation|وساطة|mediation
value.meeting|اجتماع|meeting
value.meningitis|التهاب السحايا|meningitis
value.military_integration|دمج عسكري|military integration
value.mine_uxo|لغم أو مخلفات حرب|mine or ordnance
value.missed|أخطأ الهدف|missed
value.missile|صاروخ موجّه|missile
value.mob|حشد|mob
value.money|مال|money
value.mortar|هاون|mortar
value.motorcycle|دراجة نارية|motorcycle
value.mourning|حداد|mourning
value.mpox|جدري القرود|mpox
value.national|وطني|national
value.negotiation|تفاوض|negotiation
value.normalisation|تطبيع|normalisation
value.obstruct|تعطيل|obstruction
value.opened|فتح|opened
value.order|أمر|order
value.overflight|تحليق|overflight
value.phone|اتصال|telephone call
value.plane|طائرة|plane
value.poisoning|تسمم|poisoning
value.polio|شلل الأطفال|polio
value.political|سياسي|political
value.postponed|مؤجل|postponed
value.premature|قبل أوانه|premature
value.price|سعر|price
value.prison|سجن|prison
value.project|مشروع|project
value.pursuit|ملاحقة|pursuit
value.raid|مداهمة|raid
value.rail|سكك حديد|rail
value.reception|استقبال|reception
value.recognise|اعتراف|recognises
value.reconciliation|مصالحة|reconciliation
value.referendum|استفتاء|referendum
value.registration|تسجيل|registration
value.reinforcement|تعزيزات|reinforcement
value.reject|رفض|rejects
value.remains|رفات|remains
value.resigned|استقالة|resigned
value.restore|استئناف العلاقات|ties restored
value.results|نتائج|results
value.returned|عودة|returned
value.road|طرق|road
value.robbery|سطو|robbery
value.rocket|قذيفة صاروخية|rocket
value.sanctions|عقوبات|sanctions
value.school_closure|إغلاق مدارس|school closure
value.sea|بحري|sea
value.security|أمني|security
value.sever|قطع علاقات|ties severed
value.sexual|جنسي|sexual
value.siege|حصار|siege
value.sit_in|اعتصام|sit-in
value.stadium|ملعب|stadium
value.started|بدأ|started
value.stopped|توقف|stopped
value.storm|عاصفة|storm
value.strike|إضراب|strike
value.subsidy|دعم|subsidy
value.suicide|انتحاري|suicide
value.summit|قمة|summit
value.summons|استدعاء|summons
value.support|تأييد|supports
value.sweep|تمشيط|sweep
value.tax|ضريبة|tax
value.tear_gas|غاز مسيل للدموع|tear gas
value.threaten|تهديد|threatens
value.torture|تعذيب|torture
value.trade|تجارة|trade
value.trial|محاكمة|trial
value.unilateral|من طرف واحد|unilateral
value.up|ارتفاع|up
value.vandalism|تخريب|vandalism
value.vehicle|مركبة|vehicle
value.verdict|حكم|verdict
value.vigil|وقفة|vigil
value.violent_demonstration|مظاهرة عنيفة|violent demonstration
value.visit|زيارة|visit
value.vote_day|يوم الاقتراع|voting day
value.wage|أجور|wage
value.warn|تحذير|warns
value.weapons|أسلحة|weapons
value.wildfire|حريق غابات|wildfire
value.withdraw|سحب|withdrawal
`;
