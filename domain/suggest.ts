/**
 * Who could help (谁能帮忙): representatives by strengths and occupation (行业、专业、资源优势), village and load, the best
 * first, each with the reason. Which words speak of which category is data.
 */
import type { Category } from './wish';

export const categoryWords = {
  care: ['补助', '救助', '帮扶', '养老', '助残', '护理', '陪伴', '慰问', '民政', '慈善', '志愿'],
  education: ['教育', '教师', '助学', '学校', '辅导', '心理疏导', '培训'],
  employment: ['就业', '就业岗位', '招工', '创业', '培训', '企业管理'],
  health: ['医疗', '医疗健康', '义诊', '医生', '卫生', '护士', '护理', '健康', '中医', '康复'],
  mediation: ['调解', '矛盾调解', '法律', '法律援助', '律师', '维权', '政策咨询'],
  environment: ['环境', '环境整治', '绿化', '保洁', '垃圾', '秸秆', '秸秆清运', '河道', '农机'],
  enterprise: ['企业', '企业管理', '融资', '电商', '销售', '合作社', '政策咨询'],
  facility: ['水电', '水电维修', '电工', '维修', '路灯', '道路', '修路', '施工', '建筑', '管道'],
  paperwork: ['代办', '证件', '证件代办', '补助申请', '民政', '社保', '医保', '政策咨询'],
  other: [],
} as const satisfies Record<Category, readonly string[]>;

const everyWord: readonly string[] = [...new Set(Object.values(categoryWords).flat())];

export const MOST_SUGGESTED = 5;
/** How many are looked at closely: only these have their load counted. */
export const MOST_SHORTLISTED = 20;

export interface Need {
  category: Category;
  content: string;
  village: string;
  groupId: string;
  /** Declined it, claimed it, take part already, or wish it themselves. */
  excluded: readonly string[];
}

export interface Candidate {
  id: string;
  name: string;
  groupId: string;
  strengths: readonly string[];
  occupation: string;
  villages: readonly string[];
}

/** Words of help that the content itself speaks of. */
const spokenOf = ({ content }: Pick<Need, 'content'>): string[] => everyWord.filter((word) => content.includes(word));

/** What a helper of this wish would be good at. */
export const neededWords = (need: Pick<Need, 'category' | 'content'>): string[] => [
  ...new Set([...categoryWords[need.category], ...spokenOf(need)]),
];

const hasOneOf = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));

/** The strengths that fit, and the occupation where it does. */
function fitting({ strengths, occupation }: Candidate, words: readonly string[]) {
  return {
    strengths: strengths.filter((strength) => hasOneOf(strength, words)),
    occupation: hasOneOf(occupation, words) ? occupation : null,
  };
}

/** 0 nothing fits; what the content itself speaks of counts above what its category says. */
export function skillOf(candidate: Candidate, need: Pick<Need, 'category' | 'content'>): number {
  const { strengths, occupation } = fitting(candidate, categoryWords[need.category]);
  const spoken = fitting(candidate, spokenOf(need));
  const isNamed = spoken.strengths.length > 0 || spoken.occupation !== null;
  return (isNamed ? 4 : 0) + (strengths.length > 0 ? 2 : 0) + (occupation === null ? 0 : 1);
}

type Ranks = readonly number[];

/** The smaller, the better: skill, then the village, then the own group. */
const ranksOf = (candidate: Candidate, need: Need): Ranks => [
  -skillOf(candidate, need),
  candidate.villages.includes(need.village) ? 0 : 1,
  candidate.groupId === need.groupId ? 0 : 1,
];

const byRanks = (a: Ranks, b: Ranks): number => {
  const at = a.findIndex((rank, index) => rank !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
};

function sorted<Item>(items: readonly Item[], ranks: (item: Item) => Ranks): Item[] {
  return items
    .map((item) => ({ item, ranks: ranks(item) }))
    .sort((a, b) => byRanks(a.ranks, b.ranks))
    .map(({ item }) => item);
}

/** Those worth counting the load of; equals stay in the order of the roster. */
export function shortlist(candidates: readonly Candidate[], need: Need): Candidate[] {
  const free = candidates.filter(({ id }) => !need.excluded.includes(id));
  return sorted(free, (candidate) => ranksOf(candidate, need)).slice(0, MOST_SHORTLISTED);
}

export interface Loaded extends Candidate {
  inHand: number;
}

export interface Suggestion {
  id: string;
  name: string;
  groupId: string;
  inHand: number;
  /** 例：擅长医疗健康；联系刘胜村；手上 1 件 */
  reason: string;
}

/** At most five, the best first; whoever has a full hand comes last. */
export function suggested(candidates: readonly Loaded[], need: Need, limit: number): Suggestion[] {
  const free = candidates.filter(({ id }) => !need.excluded.includes(id));
  const best = sorted(free, (candidate) => [
    candidate.inHand < limit ? 0 : 1,
    ...ranksOf(candidate, need),
    candidate.inHand,
  ]);
  return best.slice(0, MOST_SUGGESTED).map((candidate) => {
    const { id, name, groupId, inHand } = candidate;
    return { id, name, groupId, inHand, reason: reasonOf(candidate, need, limit) };
  });
}

function reasonOf(candidate: Loaded, need: Need, limit: number): string {
  const { strengths, occupation } = fitting(candidate, neededWords(need));
  const reasons = [
    ...(strengths.length > 0 ? [`擅长${strengths.join('、')}`] : []),
    ...(occupation === null ? [] : [`职业为${occupation}`]),
    ...(candidate.villages.includes(need.village) ? [`联系${need.village}`] : []),
  ];
  const why = reasons.length > 0 ? reasons : candidate.groupId === need.groupId ? ['本小组代表'] : [];
  const full = candidate.inHand < limit ? '' : '，已满';
  return [...why, `手上 ${candidate.inHand} 件${full}`].join('；');
}
