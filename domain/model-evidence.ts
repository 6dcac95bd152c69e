/** Who of a group stands out in a month, and why: points first, then what was fulfilled, shown and thanked for. */

export interface Standing {
  name: string;
  tenths: number;
  fulfilled: number;
  posts: number;
  thanks: number;
}

interface Criterion {
  of: (one: Standing) => number;
  /** '积分 12.5 分' */
  say: (value: number) => string;
  word: string;
}

const criteria: readonly Criterion[] = [
  { of: ({ tenths }) => tenths, say: (tenths) => `本月积分 ${tenths / 10} 分`, word: '积分' },
  { of: ({ fulfilled }) => fulfilled, say: (count) => `办结 ${count} 件`, word: '办结' },
  { of: ({ posts }) => posts, say: (count) => `晒单 ${count} 条`, word: '晒单' },
  { of: ({ thanks }) => thanks, say: (count) => `感谢 ${count} 次`, word: '感谢' },
];

const difference = (a: Standing, b: Standing): Criterion | undefined => criteria.find(({ of }) => of(a) !== of(b));

export type Ranked<One> = One & { rank: number; why: string };

/** The best first; who is alike in everything shares a rank, in the order given. */
export function rankedByEvidence<One extends Standing>(people: readonly One[]): Ranked<One>[] {
  const sorted = [...people].sort((a, b) => {
    const criterion = difference(a, b);
    return criterion ? criterion.of(b) - criterion.of(a) : 0;
  });
  let rank = 0;
  return sorted.map((one, index) => {
    const above = sorted[index - 1];
    if (!above || difference(above, one)) rank = index + 1;
    return { ...one, rank, why: whyOf(one, above, sorted[index + 1]) };
  });
}

/** In one sentence, by what this person stands before the next, or alike with another. */
function whyOf(one: Standing, above: Standing | undefined, below: Standing | undefined): string {
  const [first] = criteria;
  const own = first?.say(first.of(one)) ?? '';
  if (criteria.every(({ of }) => of(one) === 0)) return '本月还没有积分、办结和晒单';
  const alike = [above, below].find((other) => other !== undefined && !difference(other, one));
  if (alike) return `${own}，各项与${alike.name}相同，名次并列`;
  const criterion = below && difference(one, below);
  if (!below || !criterion || criterion === first) return own;
  return `${own}，积分与${below.name}相同，${criterion.say(criterion.of(one))}，${criterion.word}多于对方`;
}
