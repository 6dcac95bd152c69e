import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Me } from '../../../../contract/account';
import { Field } from '../../../components/field';
import { SearchBar } from '../../../components/search-bar';
import { OptionList, SelectField } from '../../../components/select-field';
import { LoadingSkeleton } from '../../../components/states';
import { ledgerScope } from '../../../features/representative/ledger-scope';
import { call } from '../../../platform/call';
import { dayText } from '../../../platform/dates';
import { useLoad } from '../../../platform/use-load';
import type { Thing } from './propose-values';
import '../points.scss';

interface Props {
  me: Me;
  about: 'wish' | 'thing';
  /** Whose posts may be named. */
  personId: string | undefined;
  value: Thing | null;
  error: string | undefined;
  onChange: (thing: Thing | null) => void;
}

const MOST_CHARACTERS = 24;
const excerpt = (text: string): string => (text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text);

/** Which wish, or which 晒单, it is about. */
export function ThingChoice({ me, about, personId, value, error, onChange }: Props) {
  return (
    <View>
      <Field id="thing" label="关于哪件心愿" required={about === 'wish'} group error={error}>
        {value?.kind === 'wish' ? <View className="points-hint">已选：{value.label}</View> : null}
        <WishSearch me={me} value={value} onChange={onChange} />
      </Field>
      {about === 'thing' && personId !== undefined ? (
        <PostChoice personId={personId} value={value} onChange={onChange} />
      ) : null}
    </View>
  );
}

type PickProps = Pick<Props, 'value' | 'onChange'>;

const MOST_FOUND = 8;

function WishSearch({ me, value, onChange }: PickProps & { me: Me }) {
  const [q, setQ] = useState('');
  const scope = ledgerScope(me) ?? 'group';
  const { data, state } = useLoad(
    async () => (await call('wish.list', { scope, q, limit: MOST_FOUND })).items,
    q === '' ? null : q,
  );
  const options = (data ?? []).map(({ id, code, content }) => ({ value: id, label: `${code} ${excerpt(content)}` }));
  const choose = (id: string) => {
    const label = options.find((one) => one.value === id)?.label;
    if (label !== undefined) onChange({ kind: 'wish', id, label });
  };
  return (
    <View>
      <SearchBar id="thing-search" label="找心愿" placeholder="心愿编号或内容" onSearch={setQ} />
      {q !== '' && state === 'loading' ? <LoadingSkeleton rows={1} /> : null}
      {q !== '' && data?.length === 0 ? <View className="points-hint">没有找到，换个词试试。</View> : null}
      {q === '' ? null : (
        <OptionList
          label="找到的心愿"
          options={options}
          value={value?.kind === 'wish' ? value.id : null}
          onChoose={choose}
        />
      )}
    </View>
  );
}

const MOST_POSTS = 30;

function PostChoice({ personId, value, onChange }: PickProps & { personId: string }) {
  const { data, error } = useLoad(
    async () => (await call('post.feed', { representativeId: personId, limit: MOST_POSTS })).items,
    personId,
  );
  const options = (data ?? []).map(({ id, at, text }) => ({ value: id, label: `${dayText(at)} ${excerpt(text)}` }));
  return (
    <SelectField
      id="thing-post"
      label="或关于哪条晒单"
      placeholder={data?.length === 0 ? '这位代表没有晒单' : '请选择'}
      options={options}
      value={value?.kind === 'post' ? value.id : null}
      error={error?.message}
      onChange={(id) => {
        const label = options.find((one) => one.value === id)?.label;
        if (label !== undefined) onChange({ kind: 'post', id, label });
      }}
    />
  );
}
