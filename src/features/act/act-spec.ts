/** An act that is a few answers and perhaps photos, as data: what is asked, and the call that is made with it. */
import type { Option } from '../../components/chips';

/** Everything that was filled in, by field, as text. */
export type Filled = Readonly<Record<string, string>>;

interface Common {
  label: string;
  hint?: string;
  /** The call is made without it when it is empty. */
  optional?: true;
  /** Asked only then, and then it must be answered. */
  when?: (filled: Filled) => boolean;
  /** Of what is always asked and may be left empty: when it may not. */
  neededWhen?: (filled: Filled) => boolean;
}

interface WordsField extends Common {
  kind: 'words';
  placeholder: string;
  maxLength: number;
  /** What is there already and may be changed. */
  initial?: string | undefined;
}

interface ChoiceField<Value extends string = string> extends Common {
  kind: 'choice';
  options: readonly Option<Value>[];
}

/** One of a list that is too long for chips. */
interface SelectField extends Common {
  kind: 'select';
  options: readonly Option<string>[];
}

interface DayField extends Common {
  kind: 'day';
  from: string;
  to: string;
  initial?: string;
}

interface FlagField extends Common {
  kind: 'flag';
  optional: true;
}

export type FieldSpec = WordsField | ChoiceField | SelectField | DayField | FlagField;
/** By the input's path that each answer goes to. */
export type Fields = Readonly<Record<string, FieldSpec>>;

export const ON = 'on';

const LEAST_CHARACTERS = 2;

type ValueOf<Field> = Field extends FlagField ? true : Field extends ChoiceField<infer Value> ? Value : string;
type OptionalKeys<Of> = { [Key in keyof Of]: Of[Key] extends { optional: true } ? Key : never }[keyof Of];
type ValuesOf<Of> = { [Key in Exclude<keyof Of, OptionalKeys<Of>>]: ValueOf<Of[Key]> } & {
  [Key in OptionalKeys<Of>]?: ValueOf<Of[Key]>;
};

interface Asked {
  submitText: string;
  /** What one should know before, in a frame of its own: what was asked for, what follows. */
  about?: string | undefined;
  withPhotos?: true;
  /** For what cannot be taken back. */
  danger?: true;
}

type Send<Values, Answer> = (id: string, values: Values, photos: string[]) => Promise<Answer>;

export interface ActSpec<Answer = unknown> extends Asked {
  fields: Fields;
  /** To be called with what `whatIsMissing` finds nothing wrong with. */
  send: Send<Filled, Answer>;
}

export function actSpec<const Of extends Fields, Answer>({
  send,
  ...asked
}: Asked & { fields: Of; send: Send<ValuesOf<Of>, Answer> }): ActSpec<Answer> {
  return { ...asked, send: (id, filled, photos) => send(id, valuesOf(asked.fields, filled), photos) };
}

export const initialOf = (fields: Fields): Filled =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, ('initial' in field && field.initial) || '']),
  );

export const isAsked = ({ when }: FieldSpec, filled: Filled): boolean => when === undefined || when(filled);

export function isNeeded(field: FieldSpec, filled: Filled): boolean {
  if (!isAsked(field, filled)) return false;
  return field.optional === undefined || field.when !== undefined || field.neededWhen?.(filled) === true;
}

export function whatIsMissing(fields: Fields, filled: Filled): Record<string, string> {
  const wrong = Object.entries(fields).flatMap(([name, field]): [string, string][] => {
    const given = (filled[name] ?? '').trim();
    if (given === '') {
      return isNeeded(field, filled) ? [[name, `请${field.kind === 'words' ? '填写' : '选择'}“${field.label}”`]] : [];
    }
    return field.kind === 'words' && [...given].length < LEAST_CHARACTERS ? [[name, '请写得具体一些']] : [];
  });
  return Object.fromEntries(wrong);
}

/** What is not asked or was left empty is not said. */
function valuesOf<Of extends Fields>(fields: Of, filled: Filled): ValuesOf<Of> {
  const given = Object.entries(fields).flatMap(([name, field]): [string, string | true][] => {
    const value = (filled[name] ?? '').trim();
    if (value === '' || !isAsked(field, filled)) return [];
    return [[name, field.kind === 'flag' ? true : value]];
  });
  return Object.fromEntries(given) as ValuesOf<Of>;
}

export const optionsOf = <Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<NoInfer<Value>, string>>,
): Option<Value>[] => values.map((value) => ({ value, label: labels[value] }));
