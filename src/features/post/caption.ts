/** The sentence suggested for a post, from facts alone: which wish, which village, what was done, for how many. */
import type { OutcomeShape } from '../../../contract/shapes';
import { outcomeLabels } from '../../../domain/labels';
import type { OutcomeKind } from '../../../domain/outcome';
import type { Category, WishStatus } from '../../../domain/wish';
import { grouped } from '../../platform/numbers';

export const MOST_CHARACTERS = 140;

export interface CaptionFacts {
  wish: {
    village: string;
    category: Category;
    status: WishStatus;
    /** What was wished, without anything private; missing until the function has said it. */
    publicContent?: string | undefined;
  } | null;
  /** For a post without a wish. */
  village: string | null;
  category: Category | null;
  outcomes: readonly OutcomeShape[];
}

const deeds = {
  care: '送去关爱帮扶',
  education: '帮助就学',
  employment: '帮助就业创业',
  health: '帮助看病就医',
  mediation: '调解纠纷',
  environment: '整治环境',
  enterprise: '服务企业发展',
  facility: '改善基础设施',
  paperwork: '跑腿代办',
  other: '办实事',
} as const satisfies Record<Category, string>;

/** What was done, where no wish says it. */
const acts = {
  gift: '送去慰问金',
  goods: '送去物资',
  lecture: '开展宣讲',
  clinic: '开展义诊',
  employment: '帮助就业',
  education: '开展助学',
  mediation: '调解纠纷',
  environment: '整治环境',
  enterprise: '服务企业',
  facility: '改善设施',
  paperwork: '跑腿代办',
  other: '',
} as const satisfies Record<OutcomeKind, string>;

const MOST_OF_CONTENT = 36;

/** Empty while there is no fact to tell. */
export function suggestCaption(facts: CaptionFacts): string {
  const { wish, outcomes } = facts;
  const head = wish ? ofWish(wish) : alone(facts);
  if (head === '') return '';
  const details = wish ? outcomes.flatMap((outcome) => withFigures(outcomeLabels[outcome.kind], outcome)) : [];
  const people = outcomes.reduce((sum, outcome) => sum + (outcome.people ?? 0), 0);
  const tail = people > 0 ? [`惠及 ${grouped(people)} 人`] : [];
  const join = (some: readonly string[]) => `${[head, ...some, ...tail].join('，')}。`;
  // Rather fewer figures than a sentence that is cut off.
  while (details.length > 0 && join(details).length > MOST_CHARACTERS) details.pop();
  return join(details).slice(0, MOST_CHARACTERS);
}

function ofWish({ village, category, status, publicContent = '' }: NonNullable<CaptionFacts['wish']>): string {
  const content = firstWords(publicContent);
  const isDone = status === 'fulfilled' || status === 'closed';
  const what = content === '' ? '一个心愿' : `“${content}”这个心愿`;
  const outcome = isDone ? `${what}办成了` : `${what}有了进展`;
  return `${village}：${category === 'enterprise' ? '' : '为居民'}${deeds[category]}，${outcome}`;
}

function alone({ village, category, outcomes }: CaptionFacts): string {
  const done = outcomes.flatMap((outcome) => {
    const act = acts[outcome.kind];
    return act === '' ? [] : (withFigures(act, outcome)[0] ?? act);
  });
  const deed = category ? `${category === 'enterprise' ? '' : '为居民'}${deeds[category]}` : '';
  const what = done.length > 0 ? done.join('、') : deed;
  return what === '' ? '' : `${village ? `${village}：` : ''}${what}`;
}

/** '义诊 1 场', '物资 20 件折合 500 元'; nothing where no figure but the people's was given. */
function withFigures(words: string, { sessions, items, amountYuan }: OutcomeShape): string[] {
  const counted = [sessions ? `${grouped(sessions)} 场` : '', items ? `${grouped(items)} 件` : ''].filter(Boolean);
  const worth = amountYuan ? [`${counted.length > 0 ? '折合 ' : ''}${grouped(amountYuan)} 元`] : [];
  const figures = [...counted, ...worth];
  return figures.length === 0 ? [] : [`${words} ${figures.join('，')}`];
}

/** What says who wished it, or stands where that was taken out. */
const ABOUT_SOMEBODY = /某某|某处|^(?:我是|我叫|我家住|家住|本人)/;

/** The first sentence, or as much of it as a caption has room for, cut where the writer paused. */
function firstWords(content: string): string {
  const sentence = (content.trim().split(/[。！？!?；;\n]/)[0] ?? '').trim();
  const clauses = sentence.split(/[，,]/).filter((clause) => !ABOUT_SOMEBODY.test(clause.trim()));
  let words = '';
  for (const clause of clauses) {
    const longer = words === '' ? clause : `${words}，${clause}`;
    if (words !== '' && [...longer].length > MOST_OF_CONTENT) break;
    words = longer;
  }
  const characters = [...words];
  return characters.length > MOST_OF_CONTENT ? `${characters.slice(0, MOST_OF_CONTENT).join('')}…` : words;
}
