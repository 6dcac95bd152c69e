import { behalfConsentLabels, channelLabels } from '../../../domain/labels';
import { behalfConsents, channels, type BehalfConsent, type Channel } from '../../../domain/wish';
import { Chips } from '../../components/chips';
import { Field } from '../../components/field';
import { Tabs } from '../../components/tabs';

interface Props {
  channel: Channel;
  behalfConsent: BehalfConsent | null;
  errors: Readonly<Record<string, string>>;
  onChange: (change: { channel: Channel } | { behalfConsent: BehalfConsent }) => void;
}

const sides = [
  { value: 'self', label: '本人许愿' },
  { value: 'others', label: '代群众登记' },
] as const;

const collected = channels.filter((channel) => channel !== 'self');
const channelOptions = collected.map((value) => ({ value, label: channelLabels[value] }));
const consentOptions = behalfConsents.map((value) => ({ value, label: behalfConsentLabels[value] }));

/** For a representative: whose wish it is, how it came to be known, and that the wisher agreed. */
export function ChannelChoice({ channel, behalfConsent, errors, onChange }: Props) {
  const side = channel === 'self' ? 'self' : 'others';
  return (
    <>
      <Tabs
        label="替谁许愿"
        options={sides}
        value={side}
        onChange={(next) => {
          if (next !== side) onChange({ channel: next === 'self' ? 'self' : 'homeVisit' });
        }}
      />
      {side === 'others' ? (
        <>
          <Field id="channel" label="怎样收集到的" required error={errors.channel} group>
            <Chips
              label="收集方式"
              options={channelOptions}
              value={channel}
              onChange={(next) => onChange({ channel: next })}
            />
          </Field>
          <Field
            id="behalf-consent"
            label="心愿人怎样同意登记的"
            hint="办好以后，回访会打给心愿人本人，不会打给您。"
            required
            error={errors['behalf-consent']}
            group
          >
            <Chips
              label="心愿人怎样同意"
              options={consentOptions}
              value={behalfConsent}
              onChange={(next) => onChange({ behalfConsent: next })}
            />
          </Field>
        </>
      ) : null}
    </>
  );
}
