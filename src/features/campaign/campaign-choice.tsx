import { Chips } from '../../components/chips';
import { Field } from '../../components/field';
import { call } from '../../platform/call';
import { useLoad } from '../../platform/use-load';

interface Props {
  /** '': under none; null: nothing said, which files it under none where several run. */
  value: string | null;
  onChange: (id: string) => void;
}

const LABEL = '归入哪个主题实践活动';

/** Asked only where several run: what goes by itself is not asked. Where it cannot be had nothing is asked either. */
export function CampaignChoice({ value, onChange }: Props) {
  const { data } = useLoad(async () => (await call('campaign.listRunning', {})).items, 'campaigns');
  if (!data || data.length < 2) return null;
  const options = [...data.map(({ id, name }) => ({ value: id, label: name })), { value: '', label: '不归入' }];
  return (
    <Field id="campaignId" label={LABEL} group>
      <Chips id="campaignId" label={LABEL} options={options} value={value} onChange={onChange} />
    </Field>
  );
}
