/** The first draft of a 信息稿件, from what was done: each deed with its day, place and result, and no resident by name. */
import { quote, type Figure } from './article';
import { categoryLabels, levelLabels, positionLabels, type Level, type Position } from './labels';
import { monthText, wholeMonthText } from './model';
import { chineseDate } from './time';
import type { Category } from './wish';

export interface DraftedDeed {
  at: Date;
  village?: string;
  category?: Category;
  /** As the public reads it; none where the public does not read it at all. */
  asked?: string;
  said?: string;
}

export interface DraftFacts {
  month: string;
  town: string;
  campaign: string;
  group: string;
  name: string;
  level: Level;
  position: Position;
  figures: readonly Figure[];
  /** Wishes fulfilled, and deeds shown that were about no wish; the newest first. */
  fulfilled: readonly DraftedDeed[];
  shown: readonly DraftedDeed[];
}

const TOLD = 3;
const MOST_TITLE = 40;
const MOST_WORDS = 60;

/** Its first words without the stop at their end: whole sentences, where one ends among them. */
const short = (text: string): string => {
  const characters = [...text.replace(/\s+/g, ' ').replace(/[。；;，,\s]+$/u, '')];
  if (characters.length <= MOST_WORDS) return characters.join('');
  const words = characters.slice(0, MOST_WORDS).join('');
  const sentences = /^.*[。！？]”?/u.exec(words)?.[0];
  return sentences === undefined ? `${words}…` : sentences.replace(/。$/u, '');
};

const ended = (sentence: string): string => (/[。！？…]”?$/u.test(sentence) ? sentence : `${sentence}。`);

/** '11月12日' */
const dayText = (at: Date): string => chineseDate(at).replace(/^\d+年/, '');

const phrases = {
  办结件数: `办结群众心愿${quote('办结件数')}件`,
  收集件数: `收集群众心愿${quote('收集件数')}件`,
  晒单条数: `晒出实事${quote('晒单条数')}条`,
  感谢数: `收到群众感谢${quote('感谢数')}次`,
  受益人数: `惠及群众${quote('受益人数')}人`,
  帮扶金额: `帮扶款物折合${quote('帮扶金额')}元`,
} as const satisfies Record<Figure['name'], string>;

function opening({ month, town, campaign, group, name, level, position, figures }: DraftFacts): string {
  const office = position === 'member' ? '成员' : positionLabels[position];
  const who = `${name}是${level === 'town' ? town : levelLabels[level]}人大代表、${group}${office}`;
  const counted = figures.filter(({ value }) => value > 0).map((figure) => phrases[figure.name]);
  const sum = counted.length > 0 ? `当月${counted.join('，')}。` : '当月坚持联系群众，认真履行代表职责。';
  return `${who}。${wholeMonthText(month)}，${name}积极参加“${campaign}”主题实践活动，走村入户听民声，立足本职办实事，${sum}`;
}

function tellFulfilled({ at, village, category, asked, said }: DraftedDeed): string {
  const where = village ?? '';
  const about = category ? `${categoryLabels[category]}方面` : '';
  const wish = asked === undefined ? `群众${about}的心愿` : `群众“${short(asked)}”的心愿`;
  const result = said === undefined ? '' : `，办理结果：${short(said)}`;
  return ended(`${dayText(at)}，办结${where}${wish}${result}`);
}

const tellShown = ({ at, village, said }: DraftedDeed): string =>
  ended(`${dayText(at)}，在${village ?? '走访一线'}办了一件实事${said === undefined ? '' : `：${short(said)}`}`);

function middle({ name, fulfilled, shown }: DraftFacts): string[] {
  const told = fulfilled.slice(0, TOLD).map(tellFulfilled);
  const more = fulfilled.length > TOLD ? ['其余心愿也一件一件有回音、有着落。'] : [];
  const alone = shown.slice(0, TOLD).map(tellShown);
  return [
    ...(told.length > 0 ? [`群众的期盼，就是努力的方向。${told.join('')}${more.join('')}`] : []),
    ...(alone.length > 0
      ? [`${told.length > 0 ? '心愿之外，' : ''}${name}把看得见的小事也办在平时。${alone.join('')}`]
      : []),
  ];
}

const closing = ({ month, group, name }: DraftFacts): string =>
  `从登门倾听到办结回访，${name}把群众的“微心愿”当作自己的大事，一件接着一件办，办一件成一件，做到事事有回音、件件有着落，` +
  `以实际行动践行了“人民选我当代表，我当代表为人民”的承诺，在群众身边树立了人大代表为民服务的好形象。` +
  `经${group}推荐，${name}为${monthText(month)}典型代表。其扎实细致、用心用情的工作作风，值得全体代表学习。`;

/** Title and text, with figures by name; the text is never shorter than an article must be. */
export function draftOf(facts: DraftFacts): { title: string; text: string } {
  const title = [...`${facts.name}：用心办好“微心愿”`].slice(0, MOST_TITLE).join('');
  return { title, text: [opening(facts), ...middle(facts), closing(facts)].join('\n') };
}
