import * as contract from '../../contract/points-rules';
import { asOfPreset, catalogue, cumulative, hundred } from '../../domain/points-catalogue';
import { useCase } from '../kit/use-case';
import { viewRule, viewScheme } from './view-rule';

const explanations = {
  hundred: '会议、闭会、附加三类各有全年上限，合计 120 分封顶，每条规则也有上限，适合按 90、80、60 分评定等次。',
  cumulative: '各类和每条规则都不设全年上限，多做多得；当日、当月上限保留，避免按条数刷分。',
} as const;

/** 百分制 and 累计制, and what each makes of every rule's caps. */
export const showPresets = useCase(contract.presets, async () => ({
  items: [hundred, cumulative].map((scheme) => {
    const { preset, name, partCaps } = viewScheme(scheme);
    const rules = catalogue.map((rule) => {
      const { code, caps } = viewRule(asOfPreset(rule, preset));
      return { code, caps };
    });
    return { preset, name, explanation: explanations[preset], partCaps, rules };
  }),
}));
