import { View } from '@tarojs/components';
import type { CampaignView } from '../../../../contract/campaign-view';
import { campaignPhaseLabels } from '../../../../domain/labels';
import { Tag } from '../../../components/tag';
import { Unbroken } from '../../../components/unbroken';
import { spanText } from '../../../features/campaign/span-text';
import { leftText, phaseTones } from '../campaign-words';

/** Name, span and themes, as on a banner. */
export function Hero({ campaign }: { campaign: CampaignView }) {
  const { name, phase, themes, intro } = campaign;
  const left = leftText(campaign);
  return (
    <View id="campaign-hero" className="campaign-hero">
      <View className="campaign-hero__top">
        <Tag text={campaignPhaseLabels[phase]} tone={phaseTones[phase]} />
        {left === '' ? null : <View className="campaign-hero__left">{left}</View>}
      </View>
      <View className="campaign-hero__name">{name}</View>
      <View className="campaign-hero__span">
        <Unbroken text={spanText(campaign)} />
      </View>
      {themes.length > 0 ? (
        <View className="campaign-hero__themes">
          {themes.map((theme) => (
            <View key={theme} className="campaign-hero__theme">
              {theme}
            </View>
          ))}
        </View>
      ) : null}
      {intro === '' ? null : <View className="campaign-hero__intro">{intro}</View>}
    </View>
  );
}
