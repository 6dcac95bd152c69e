import { View } from '@tarojs/components';
import { outcomeLabels } from '../../../domain/labels';
import { outcomeKinds, type OutcomeKind } from '../../../domain/outcome';
import { MultiChips } from '../../components/chips';
import { Field } from '../../components/field';
import { FigureField } from './figure-field';
import { figuresOf, type Figure, type OutcomeDraft } from './outcome-draft';
import './outcome-fields.scss';

const options = outcomeKinds.map((value) => ({ value, label: outcomeLabels[value] }));

interface Props {
  outcomes: readonly OutcomeDraft[];
  onChange: (outcomes: OutcomeDraft[]) => void;
  /** Path in the action's input → what is wrong with it, as the server said. */
  errors: Readonly<Record<string, string>>;
  hint?: string | undefined;
}

/** 成效 in two taps: what kind, then how much of it. */
export function OutcomeFields({ outcomes, onChange, errors, hint }: Props) {
  const choose = (kinds: OutcomeKind[]) =>
    onChange(kinds.map((kind) => outcomes.find((outcome) => outcome.kind === kind) ?? { kind }));
  const fill = (kind: OutcomeKind, figure: Figure, text: string) =>
    onChange(outcomes.map((outcome) => (outcome.kind === kind ? { ...outcome, [figure]: text } : outcome)));

  return (
    <View>
      <Field id="outcomes" label="办成了什么" hint={hint} error={errors.outcomes} group>
        <MultiChips label="成效类型" options={options} values={outcomes.map(({ kind }) => kind)} onChange={choose} />
      </Field>
      {outcomes.map((outcome, index) => (
        <View key={outcome.kind} className="outcome-figures">
          <View className="outcome-figures__kind">{outcomeLabels[outcome.kind]}，填得上就填：</View>
          <View className="outcome-figures__row">
            {figuresOf[outcome.kind].map((figure) => (
              <FigureField
                key={figure}
                id={`outcome-${outcome.kind}-${figure}`}
                of={outcomeLabels[outcome.kind]}
                figure={figure}
                defaultValue={outcome[figure] ?? ''}
                error={errors[`outcomes.${index}.${figure}`]}
                onInput={(text) => fill(outcome.kind, figure, text)}
              />
            ))}
          </View>
        </View>
      ))}
    </View>
  );
}
