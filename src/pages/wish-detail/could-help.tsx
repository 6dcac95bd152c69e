import { View } from '@tarojs/components';
import type { Me } from '../../../contract/account';
import type { WishView } from '../../../contract/wish-views';
import { hasRole } from '../../../domain/caller';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Unbroken } from '../../components/unbroken';
import { call } from '../../platform/call';
import { useLoad } from '../../platform/use-load';
import './could-help.scss';

interface Props {
  wish: WishView;
  viewer: Me | null;
  /** Null for those who do not assign. */
  onAssign: ((representativeId: string) => void) | null;
}

/** 谁能帮忙: on an open wish, up to five representatives with the reason. Advice: without it the page is whole. */
export function CouldHelp({ wish: { id, status, rev }, viewer, onAssign }: Props) {
  const isAsked = status === 'open' && hasRole(viewer, 'representative', 'liaison', 'presidium');
  const { data } = useLoad(async () => (await call('wish.suggest', { id })).items, isAsked ? `${id}-${rev}` : null);
  if (!isAsked || !data || data.length === 0) return null;
  return (
    <Card title="谁能帮忙">
      {data.map((one) => (
        <View key={one.id} className="could-help__one">
          <View className="could-help__who">
            <View className="could-help__name">
              {one.name} <View className="could-help__group">{one.groupName}</View>
            </View>
            <View className="could-help__reason">
              <Unbroken text={one.reason} />
            </View>
          </View>
          {onAssign ? (
            <View className="could-help__assign">
              <Button text="指派" label={`指派给${one.name}`} onPress={() => onAssign(one.id)} />
            </View>
          ) : null}
        </View>
      ))}
    </Card>
  );
}
