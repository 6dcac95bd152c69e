import * as contract from '../../contract/report';
import { briefingText } from '../../domain/briefing';
import { useCase } from '../kit/use-case';
import * as rollups from '../store/rollups';
import * as settings from '../store/settings';
import { daySpan } from './span';

export const writeBriefing = useCase(contract.briefing, async (input) => {
  const { fromDay, toDay, from, to } = daySpan(input);
  const [figures, { town, campaign }] = await Promise.all([rollups.sum(fromDay, toDay), settings.get()]);
  return { text: briefingText({ town, campaign, from, to, figures }) };
});
