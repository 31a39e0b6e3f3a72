const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Nouns that stand for an organisation named before: "the company", "the bank's board". */
export const GROUP = set(
  `company firm startup start-up group business maker manufacturer developer vendor provider supplier retailer carmaker automaker
  chipmaker drugmaker airline lender bank insurer broker exchange fund studio publisher network platform carrier operator utility
  miner brand chain conglomerate giant agency department ministry commission committee council court regulator watchdog authority
  bureau office board union association federation alliance coalition consortium charity foundation institute university college
  school hospital laboratory lab centre center club league team side organisation organization body party government
  administration parliament senate house municipality city county state town unit subsidiary parent partnership society
  campaign museum church army navy police newspaper magazine outlet broadcaster service trust collective cooperative band
  franchise governing-body nonprofit non-profit think-tank tribunal panel mission observatory company's`,
);

/** Nouns of people, which speak without a name or with one ("analysts at …", "chief executive Ann Bo"). */
const ROLE = set(
  `executive chief ceo cfo cto coo president chairman chairwoman chair chairperson director minister secretary spokesman
  spokeswoman spokesperson head founder co-founder cofounder manager coach captain author co-author analyst economist researcher
  scientist professor doctor physician surgeon cardiologist lawyer attorney judge justice senator congressman congresswoman
  governor mayor commissioner officer official partner engineer editor reporter columnist critic activist investor strategist
  astronomer physicist biologist chemist ecologist epidemiologist climatologist geologist historian lead leader mp mep
  representative ambassador general colonel prosecutor advocate adviser advisor consultant expert specialist owner chancellor
  premier prime deputy vice-president negotiator envoy player striker goalkeeper defender midfielder winner champion rider
  driver runner skipper trainer pilot teacher nurse resident farmer worker shareholder trustee dean fellow lecturer developer
  programmer maintainer designer architect artist writer novelist journalist oncologist virologist immunologist neurologist
  psychologist psychiatrist paediatrician pediatrician pharmacist statistician modeller mathematician treasurer banker trader
  auditor inspector superintendent sheriff chieftain pope bishop king queen prince princess`,
);

/** Plural or collective nouns of people that do not end like one. */
const PEOPLE = set(
  `officials critics analysts authors people staff scientists researchers police lawmakers politicians residents parents patients
  customers executives groups campaigners delegates bookmakers supporters opponents rivals fans doctors sources spokespeople
  lawyers parties unions companies firms banks agencies governments regulators utilities providers businesses teams clubs
  economists experts insiders witnesses authorities members representatives ministers directors women men scholars children
  majority minority`,
);

/** Nouns of what an organisation publishes about itself: their words are its words. */
export const OWN_DOCUMENT = set(
  `announcement statement documentation docs doc release notes note post blog website site page pages filing prospectus letter memo
  memorandum email e-mail newsletter guidance guide manual handbook policy terms readme changelog card whitepaper brief submission
  presentation deck advertisement ad advertising marketing messaging message wording framing announcement's communique communiqué
  faq tweet thread keynote testimony transcript spokesperson spokeswoman spokesman team board lawyers management leadership
  executives researchers engineers scientists figures numbers data materials listing description claim claims pitch account
  telling words line call evaluation evaluations benchmark benchmarks tests testing research disclosure disclosures schedule roadmap`,
);

/** Nouns of documents that speak for themselves: "the study notes". */
export const DOCUMENT = set(
  `report study paper analysis survey review audit assessment poll preprint article investigation inquiry bill ruling judgment
  judgement order complaint lawsuit indictment verdict opinion index dataset census bulletin budget white-paper draft`,
);

/** What somebody holds, as a noun: "Nvidia's case is that …". */
export const STANCE =
  /^(?:case|argument|position|view|wording|framing|claim|claims|contention|point|message|messaging|pitch|line|stance|thesis|theory|verdict|answer|response|reply|reasoning|rationale|explanation|defence|defense|hope|complaint|objection|concern|warning|advice|assessment|reading|forecast|estimate|prediction|projection|guidance|bet|belief|description|language|phrase|phrasing|word|words|term|motto|slogan|announcement|statement|documentation|post|letter|release)$/;

/** Last words of organisations' names, for telling them from people and for shortening them. */
const ORGANISATION =
  /^(?:Inc|Corp|Corporation|Co|Company|Ltd|LLC|PLC|AG|SA|SE|NV|GmbH|Group|Holdings?|Labs?|Laborator(?:y|ies)|Bank|Capital|Partners|Ventures|Fund|Funds|Trust|Foundation|Institutes?|University|College|School|Hospital|Clinic|Cent(?:er|re)|Council|Commission|Committee|Agency|Authority|Administration|Department|Ministry|Office|Bureau|Court|Parliament|Senate|Congress|House|Union|Association|Federation|Alliance|Coalition|Consortium|Society|Club|League|Network|Systems?|Technolog(?:y|ies)|Software|Semiconductors?|Robotics|Pharma|Pharmaceuticals?|Therapeutics|Biotech|Biosciences|Energy|Power|Electric|Motors?|Airlines?|Airways|Foods?|Media|News|Times|Post|Journal|Ledger|Gazette|Herald|Tribune|Guardian|Research|Analytics|Securities|Insurance|Financial|Industries|International|Cloud|Health|Healthcare|Studios?|Games|Entertainment|Records|Stores?|Retail|Logistics|Shipping|Rail|Railways?|Water|Gas|Oil|Petroleum|Mining|Steel|Chemicals?|Materials|Aerospace|Space|Aviation|Telecom|Mobile|Wireless|Party|Government|Reserve|Treasury|Exchange|Markets?|Organi[sz]ation|Observatory|Survey|Service|Services|Team|Guild|Board|Chamber|Academy|Initiative|Project|Program|Programme|Forum|Watch|Collective|Museum|Church|United|City|Rovers|Town|Wanderers|Athletic|Rangers|FC|AI|Works)$/;

export const isOrganisationWord = (text: string): boolean => ORGANISATION.test(text.replace(/[’']s?$/, ""));

/** Common nouns of people that a sentence may begin with, besides roles: their endings alone are those of names too. */
const AGENT =
  /(?:maker|owner|holder|worker|keeper|user|buyer|seller|builder|breeder|grower|leader|campaigner|organi[sz]er|forecaster|commuter|consumer|customer|lender|insurer|borrower|saver|taxpayer|voter|viewer|reader|listener|tester|reviewer|researcher|manufacturer|retailer|supplier|provider|publisher|carrier|operator|employer|competitor|creator|creditor|educator|legislator|regulator|broadcaster|programmer|hacker|attacker|defender|observer|insider|outsider|stranger|passenger|prisoner|protester|striker|defector|broker|importer|exporter|producer|distributor|miner|follower|lobbyist|student|agent|respondent|opponent|client|colleague|politician|librarian|technician|clinician|civilian|guardian|[a-z]ologist)s$/;

/**
 * Whether a noun means people in general: "regulators", "cardiologists".
 * @param lower the noun in lower case
 * @param hasCapital whether it was written with one: then its ending is not enough, as "Reuters" and "Sanders" have it too
 */
export function isPeople(lower: string, hasCapital = false): boolean {
  if (PEOPLE.has(lower) || isRole(lower) || AGENT.test(lower)) return true;
  return !hasCapital && /(?:ers|ors|ists|ians|ents|yers|gues)$/.test(lower) && lower.length > 6;
}

/** A role in the singular or the plural. */
export const isRole = (lower: string): boolean =>
  ROLE.has(lower) || (lower.endsWith("s") && ROLE.has(lower.slice(0, -1)));
