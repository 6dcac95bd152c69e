import { View } from '@tarojs/components';
import { Button } from '../../../components/button';
import { TextField } from '../../../components/text-field';
import type { Grade } from './rule-values';

interface Props {
  grades: readonly Grade[];
  errors: Record<string, string>;
  onChange: (grades: Grade[]) => void;
}

const MOST = 10;

/** Named amounts, one row each. */
export function GradesField({ grades, errors, onChange }: Props) {
  const set = (key: number, change: Partial<Grade>) =>
    onChange(grades.map((grade) => (grade.key === key ? { ...grade, ...change } : grade)));
  const next = Math.max(0, ...grades.map(({ key }) => key)) + 1;
  return (
    <View>
      {grades.map(({ key, name, points }, index) => (
        <View key={key} className="rule-form__grade">
          <View className="rule-form__pairs">
            <TextField
              id={`rule-grade-name-${key}`}
              label={`档次 ${index + 1}`}
              maxLength={12}
              required
              defaultValue={name}
              onInput={(text) => set(key, { name: text })}
            />
            <TextField
              id={`rule-grade-${key}`}
              label="计几分"
              type="digit"
              maxLength={6}
              required
              defaultValue={points}
              error={errors[`grade-${key}`]}
              onInput={(text) => set(key, { points: text })}
            />
          </View>
          {grades.length > 1 ? (
            <Button
              kind="quiet"
              text={`去掉档次 ${index + 1}`}
              onPress={() => onChange(grades.filter((grade) => grade.key !== key))}
            />
          ) : null}
        </View>
      ))}
      {grades.length < MOST ? (
        <View className="rule-form__more">
          <Button text="加一个档次" onPress={() => onChange([...grades, { key: next, name: '', points: '' }])} />
        </View>
      ) : null}
    </View>
  );
}
