import * as contract from '../../contract/points-rules';
import { shanghaiDay } from '../../domain/time';
import { useCase } from '../kit/use-case';
import * as pointsRules from '../store/points-rules';
import { viewRule, viewScheme } from './view-rule';

/** 积分规则: what holds on a day, for everybody to read. */
export const listRules = useCase(contract.rules, async ({ day }, { now }) => {
  const { rules, scheme } = (await pointsRules.openBook())(day ?? shanghaiDay(now));
  return { scheme: viewScheme(scheme), items: [...rules.values()].map(viewRule) };
});
