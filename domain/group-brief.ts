/** 每日群简报: plain text that somebody pastes into the WeChat group, so nothing in it but what the group may read. */
import { firstWords } from './post-words';
import { chineseDate } from './time';

export interface BriefPost {
  representative: string;
  /** Named where the brief is of several groups. */
  groupName?: string | undefined;
  place?: string | undefined;
  text: string;
}

export interface BriefFacts {
  town: string;
  campaign: string;
  groupName?: string | undefined;
  /** The beginning of the day that the brief is of. */
  day: Date;
  isToday: boolean;
  /** The first of the day's posts, and how many there are in all. */
  posts: readonly BriefPost[];
  total: number;
  thanks: number;
  /** 待认领. */
  waiting: number;
}

const WHAT_CHARACTERS = 60;
const WHERE_TO_LOOK = '打开“微心愿”小程序，可以看照片、点感谢。';

function line({ representative, groupName, place, text }: BriefPost, index: number): string {
  const where = [groupName, place].filter((part) => part !== undefined && part !== '').join(' · ');
  return `${index + 1}. ${representative}代表${where === '' ? '' : `（${where}）`}：${firstWords(text, WHAT_CHARACTERS)}`;
}

function deeds({ posts, total, thanks, isToday }: BriefFacts): string[] {
  const day = isToday ? '今天' : '当天';
  if (total === 0) return [`${day}没有新的晒单。办成的小事不分大小，欢迎各位代表随手拍下来晒一晒。`];
  return [
    `${day}晒出实事 ${total} 件：`,
    ...posts.map(line),
    ...(posts.length < total ? [`……等 ${total} 条，其余请到小程序里看。`] : []),
    ...(thanks > 0 ? [`共收到群众感谢 ${thanks} 次。`] : []),
  ];
}

export function briefText(facts: BriefFacts): string {
  const { town, campaign, groupName, day, total, waiting } = facts;
  return [
    `【${town}${groupName ?? ''}晒单简报】${chineseDate(day)}`,
    ...deeds(facts),
    waiting > 0 ? `还有 ${waiting} 件微心愿待认领，盼各位代表伸手接一件。` : '目前没有待认领的微心愿。',
    `${campaign}！${total > 0 ? WHERE_TO_LOOK : '我们明天继续。'}`,
  ].join('\n');
}
