import { View } from '@tarojs/components';
import type { CampaignCard } from '../../../../contract/campaign-view';
import { campaignPhaseLabels } from '../../../../domain/labels';
import { Card } from '../../../components/card';
import { Tag } from '../../../components/tag';
import { Unbroken } from '../../../components/unbroken';
import { open } from '../../../platform/navigate';
import { grouped } from '../../../platform/numbers';
import { routes } from '../../../platform/routes';
import { spanText } from '../../../features/campaign/span-text';
import { leftText, phaseTones } from '../campaign-words';

/** One campaign in a list: what it is, how long it goes on, what it has brought. */
export function CampaignRow({ campaign }: { campaign: CampaignCard }) {
  const { id, name, phase, themes, toRead, figures } = campaign;
  const left = leftText(campaign);
  return (
    <Card
      id={`campaign-${id}`}
      label={`${name}，${campaignPhaseLabels[phase]}`}
      onPress={() => open(routes.campaign, { id })}
    >
      <View className="campaign-row__top">
        <View className="campaign-row__name">{name}</View>
        <Tag text={campaignPhaseLabels[phase]} tone={phaseTones[phase]} />
        {toRead ? <Tag text="动员通知待阅读" tone="red" /> : null}
      </View>
      <View className="campaign-row__span">
        <Unbroken text={`${spanText(campaign)}${left === '' ? '' : `，${left}`}`} />
      </View>
      {themes.length > 0 ? (
        <View className="campaign-row__themes">{themes.map((theme) => `“${theme}”`).join(' ')}</View>
      ) : null}
      {phase === 'draft' ? null : (
        <View className="campaign-row__figures">
          <Unbroken
            text={`登记心愿 ${grouped(figures.registered)} 件，办结 ${grouped(figures.fulfilled)} 件，晒单 ${grouped(figures.posts)} 条`}
          />
        </View>
      )}
    </Card>
  );
}
