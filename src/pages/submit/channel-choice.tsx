import { channelLabels } from '../../../domain/labels';
import { channels, type Channel } from '../../../domain/wish';
import { Chips } from '../../components/chips';
import { Field } from '../../components/field';
import { Tabs } from '../../components/tabs';

interface Props {
  channel: Channel;
  error: string | undefined;
  onChange: (channel: Channel) => void;
}

const sides = [
  { value: 'self', label: '本人许愿' },
  { value: 'others', label: '代群众登记' },
] as const;

const collected = channels.filter((channel) => channel !== 'self');
const options = collected.map((value) => ({ value, label: channelLabels[value] }));

/** For a representative: whose wish it is, and how it came to be known. */
export function ChannelChoice({ channel, error, onChange }: Props) {
  const side = channel === 'self' ? 'self' : 'others';
  return (
    <>
      <Tabs
        label="替谁许愿"
        options={sides}
        value={side}
        onChange={(next) => {
          if (next !== side) onChange(next === 'self' ? 'self' : 'homeVisit');
        }}
      />
      {side === 'others' ? (
        <Field id="channel" label="怎样收集到的" required error={error} group>
          <Chips label="收集方式" options={options} value={channel} onChange={onChange} />
        </Field>
      ) : null}
    </>
  );
}
