import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Me } from '../../../../contract/account';
import { hasRole } from '../../../../domain/caller';
import { positionLabels } from '../../../../domain/labels';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { SelectField } from '../../../components/select-field';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../../components/states';
import { useGroups } from '../../../features/representative/use-groups';
import { call } from '../../../platform/call';
import { open } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';
import { useLoad } from '../../../platform/use-load';

interface Props {
  me: Me;
  mayArchive: boolean;
  onChoose: (representativeId: string) => void;
}

/** Whose dossier: of one's own group, for 人大办 of any. */
export function ChoosePerson({ me, mayArchive, onChoose }: Props) {
  const isTown = hasRole(me, 'presidium', 'admin');
  const [chosen, setChosen] = useState<string | null>(me.groupId ?? null);
  const groups = useGroups();
  return (
    <View id="choose-person">
      {mayArchive ? (
        <Card>
          <View className="dossier__hint">全部代表的档案可以打成一个压缩包，换届时可以生成移交档案。</View>
          <Button id="to-archive" text="全部档案和换届移交" onPress={() => open(routes.dossierArchive)} />
        </Card>
      ) : null}
      {isTown ? (
        <SelectField
          id="person-group"
          required
          label="代表小组"
          placeholder="请先选小组"
          options={(groups.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
          error={groups.error?.message}
          onChange={setChosen}
        />
      ) : null}
      {chosen === null ? null : <Members key={chosen} groupId={chosen} onChoose={onChoose} />}
    </View>
  );
}

/** A group has a dozen or two. */
const MOST = 100;

function Members({ groupId, onChoose }: { groupId: string; onChoose: (id: string) => void }) {
  const load = async () => (await call('representative.list', { groupId, limit: MOST })).items;
  const { state, data, error, reload } = useLoad(load, groupId);
  if (state === 'loading') return <LoadingSkeleton />;
  if (!data) return <ErrorState message={error?.message ?? ''} onRetry={reload} />;
  if (data.length === 0) return <EmptyState title="这个小组还没有代表" />;
  return (
    <View>
      {data.map(({ id, name, position, occupation }) => (
        <Card key={id} id={`person-${id}`} label={`${name}的履职档案`} onPress={() => onChoose(id)}>
          <View className="dossier__name">{name}</View>
          <View className="dossier__group">{[positionLabels[position], occupation].filter(Boolean).join(' · ')}</View>
        </Card>
      ))}
    </View>
  );
}
