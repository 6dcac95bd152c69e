import type { RuleChange, RuleVersion, SchemeChange } from '../../../../contract/points-rules';
import { useDraft } from '../../../platform/draft';
import { asChange, isSame, isSameScheme, newestOf, newestScheme, type Preset, type Versions } from './versions';

interface Values {
  changes: RuleChange[];
  scheme: SchemeChange | null;
  from: string;
  why: string;
}

export interface RuleDraft extends Values {
  /** How many rules, the scheme counted as one, are changed. */
  count: number;
  changeOf: (code: string) => RuleChange | undefined;
  set: (set: Partial<Pick<Values, 'from' | 'why'>>) => void;
  /** A change that says nothing new is none. */
  put: (rule: RuleVersion, change: RuleChange) => void;
  drop: (code: string) => void;
  putScheme: (scheme: SchemeChange | null) => void;
  apply: (preset: Preset) => void;
  clear: () => void;
  current: () => Values;
}

/** What is gathered stays on the machine until it is saved; of older versions than there are now nothing is kept. */
export function useRuleDraft(versions: Versions): RuleDraft {
  const newest = newestOf(versions);
  const scheme = newestScheme(versions);
  const draft = useDraft<Values>('points.rules', { changes: [], scheme: null, from: versions.earliest, why: '' });
  const { values } = draft;
  const versionOf = new Map<string, number>(newest.map(({ code, version }) => [code, version]));
  const changes = values.changes.filter(({ code, version }) => versionOf.get(code) === version);
  const heldScheme = values.scheme?.version === scheme?.version ? values.scheme : null;
  const from = values.from < versions.earliest ? versions.earliest : values.from;

  const putAll = (more: readonly { rule: RuleVersion; change: RuleChange }[]) => {
    const named = new Set<string>(more.map(({ rule }) => rule.code));
    const others = draft.current().changes.filter(({ code }) => !named.has(code));
    const told = more.filter(({ rule, change }) => !isSame(asChange(rule), change)).map(({ change }) => change);
    draft.set({ changes: [...others, ...told] });
  };
  const putScheme = (next: SchemeChange | null) =>
    draft.set({ scheme: next && scheme && isSameScheme(next, scheme) ? null : next });
  return {
    ...{ changes, scheme: heldScheme, from, why: values.why },
    count: changes.length + (heldScheme ? 1 : 0),
    changeOf: (code) => changes.find((change) => change.code === code),
    set: draft.set,
    put: (rule, change) => putAll([{ rule, change }]),
    drop: (code) => draft.set({ changes: draft.current().changes.filter((change) => change.code !== code) }),
    putScheme,
    apply({ preset, partCaps, rules }) {
      putAll(
        rules.flatMap(({ code, caps }) => {
          const rule = newest.find((one) => one.code === code);
          if (!rule) return [];
          const change = changes.find((one) => one.code === code) ?? asChange(rule);
          return [{ rule, change: { ...change, caps } }];
        }),
      );
      if (scheme) putScheme({ version: scheme.version, preset, partCaps });
    },
    clear: draft.clear,
    current: () => ({ changes, scheme: heldScheme, from, why: draft.current().why }),
  };
}
