/** 改判的分值: asked without a sign, because a phone's number keyboard has none. */
import type { AppealView } from '../../../../contract/points-appeals';

type Appealed = Pick<AppealView, 'usualPoints'> & { entry: Pick<AppealView['entry'], 'delta'> };

/** Whether the deed costs points: what a reversal took back is told by what accepting means. */
export const isDeduction = ({ usualPoints, entry: { delta } }: Appealed): boolean =>
  usualPoints === 0 ? delta < 0 : usualPoints < 0;

export const usualText = ({ usualPoints }: Appealed): string => String(Math.abs(usualPoints));

/** What the deed is to be worth; null for what is no amount. */
export function decidedPoints(appeal: Appealed, text: string): number | null {
  const given = text.trim();
  if (!/^\d+(\.\d)?$/.test(given)) return null;
  const points = Number(given);
  return points > 0 && isDeduction(appeal) ? -points : points;
}
