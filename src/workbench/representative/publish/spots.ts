import type { Spot } from '../../../../domain/caption';

/** Those that the text still has, where they stand in it now: what was taken out is no longer complained of. */
export function spotsIn(text: string, spots: readonly Spot[]): Spot[] {
  let from = 0;
  return spots.flatMap((spot) => {
    const index = text.indexOf(spot.found, from);
    if (index < 0) return [];
    from = index + spot.found.length;
    return [{ ...spot, at: [...text.slice(0, index)].length + 1 }];
  });
}

const advice = {
  身份证号: '请整个删去。',
  手机号: '请整个删去。',
  座机号: '请整个删去。',
  门牌号: '会让人找到家门口，写到村、组就行。',
  未成年人姓名: '不写孩子的名字，写“一位小朋友”就行。',
  心愿人姓名: '不写群众的全名，写“一位居民”就行。',
} as const satisfies Record<Spot['kind'], string>;

/** '“139 5917 1093”是手机号，请整个删去。' */
export const spotSentence = ({ kind, found }: Spot): string => `“${found}”是${kind}，${advice[kind]}`;
