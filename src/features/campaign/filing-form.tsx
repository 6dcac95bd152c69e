import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '../../../contract/contract';
import type { CampaignPhase, FiledKind } from '../../../domain/campaign';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { OptionList } from '../../components/select-field';
import { ErrorState, LoadingSkeleton } from '../../components/states';
import { call } from '../../platform/call';
import { messageOf } from '../../platform/call-error';
import { useLoad } from '../../platform/use-load';
import { spanText } from './span-text';
import './filing-form.scss';

interface Props {
  kind: FiledKind;
  id: string;
  /** Files it, and shows the page as it then is; answers the refusal to show here, or null. */
  send: (file: () => Promise<unknown>) => Promise<unknown>;
  onDone: () => void;
}

const NONE = '';

/** 归入活动 of one wish, post or duty: under which campaign it is, which others there are, and what moves with it. */
export function FilingForm(props: Props) {
  const { kind, id } = props;
  const { state, data, error, reload } = useLoad(() => call('campaign.getFiling', { kind, id }), `${kind}.${id}`);
  if (data) return <Choice {...props} filing={data} />;
  if (state === 'loading') return <LoadingSkeleton rows={1} />;
  return <ErrorState message={error?.message ?? ''} onRetry={reload} />;
}

function Choice({ kind, id, send, onDone, filing }: Props & { filing: Output<'campaign.getFiling'> }) {
  const { campaign, choices } = filing;
  const now = campaign?.id ?? NONE;
  const [chosen, setChosen] = useState(now);
  const [failure, setFailure] = useState('');
  const handleSave = async () => {
    setFailure('');
    const campaignId = chosen === NONE ? null : chosen;
    const refused = await send(() => call('campaign.file', { kind, id, campaignId }));
    if (refused === null) onDone();
    else setFailure(messageOf(refused));
  };
  return (
    <View>
      <View className="filing-form__now">{campaign ? `现在归入：${campaign.name}` : '现在没有归入活动'}</View>
      <OptionList label="改为归入" options={optionsOf(filing)} value={chosen} onChoose={setChosen} />
      {choices.length === 0 ? <View className="filing-form__none">目前没有进行中的主题实践活动。</View> : null}
      {chosen === now ? null : (
        <View className="filing-form__follows">{followsText(kind, campaign !== undefined, chosen !== NONE)}</View>
      )}
      {failure ? <Notice tone="bad" text={failure} /> : null}
      <Button
        id="file"
        kind="primary"
        size="big"
        text={chosen === now ? '请先选择要改成哪一个' : chosen === NONE ? '改为不归入活动' : '改到这个活动'}
        disabled={chosen === now}
        onPress={handleSave}
      />
    </View>
  );
}

const phaseMarks: Partial<Record<CampaignPhase, string>> = { upcoming: '，还没开始', over: '，已到期' };

/** One that is closed can only be left. */
const optionsOf = ({ campaign, choices }: Output<'campaign.getFiling'>) => [
  ...(campaign && choices.every(({ id }) => id !== campaign.id)
    ? [{ value: campaign.id, label: `${campaign.name}（已结束）` }]
    : []),
  ...choices.map(({ id, name, phase, ...span }) => ({
    value: id,
    label: `${name}（${spanText(span)}${phaseMarks[phase] ?? ''}）`,
  })),
  { value: NONE, label: '不归入活动' },
];

const counted = {
  wish: '这个心愿的登记、办结和解决',
  post: '这条晒单',
  duty: '这次履职活动',
} as const satisfies Record<FiledKind, string>;

/** What moves with it, and what does not. */
function followsText(kind: FiledKind, hasFrom: boolean, hasTo: boolean): string {
  const moves = [...(hasFrom ? ['从原来活动的目标进度和各组完成率里减去'] : []), ...(hasTo ? ['算进选中的活动'] : [])];
  return `改了以后，${counted[kind]}${moves.join('，')}。已经记上的积分不变，仍算在记分时的活动里。`;
}
