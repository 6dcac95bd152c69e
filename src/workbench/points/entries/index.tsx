import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Me } from '../../../../contract/account';
import { hasRole } from '../../../../domain/caller';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Notice, type NoticeContent } from '../../../components/notice';
import { Sheet } from '../../../components/sheet';
import { EmptyState } from '../../../components/states';
import { ForOffice } from '../../../features/account/for-office';
import { open } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { scrollToTop } from '../../../platform/scroll-to';
import { PersonChoice } from '../person-choice';
import type { Entry } from '../../../features/points/entry-marks';
import { AppealSheet } from './appeal-sheet';
import { Entries } from './entries';
import { useEntries } from './use-entries';
import '../points.scss';

/** Every entry with all that it was reckoned from: one's own, or for those who lead another's. */
export default function EntriesPage() {
  const { representativeId } = useRouter().params;
  return (
    <ForOffice
      mayUse={(me) => hasRole(me, 'representative', 'liaison', 'presidium', 'admin')}
      title="这里是代表的积分明细"
      text="代表看自己的，组长、联络员看本组的，镇人大主席团看全镇的。"
      wide
    >
      {(me) => <Whose me={me} asked={representativeId} />}
    </ForOffice>
  );
}

function Whose({ me, asked }: { me: Me; asked: string | undefined }) {
  const [id, setId] = useState(asked ?? me.representativeId ?? null);
  const [isChoosing, setChoosing] = useState(false);
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const leads = hasRole(me, 'liaison', 'presidium', 'admin');
  const choose = (next: string) => {
    setChoosing(false);
    setNotice(null);
    setId(next);
  };
  return (
    <Page wide>
      {notice ? <Notice {...notice} /> : null}
      {leads ? (
        <View className="points-top">
          <Button
            id="choose-person"
            text={id === null ? '选择代表' : '看其他代表的积分'}
            onPress={() => setChoosing(true)}
          />
        </View>
      ) : null}
      {id === null ? (
        <EmptyState title="请先选一位代表" text="选好代表后，这里列出每一笔积分怎么来的。" />
      ) : (
        <PersonEntries key={id} me={me} id={id} onSay={setNotice} />
      )}
      <Sheet open={isChoosing} title="看哪位代表" onClose={() => setChoosing(false)}>
        <PersonChoice me={me} value={null} onChange={(person) => choose(person.id)} />
      </Sheet>
    </Page>
  );
}

interface PersonProps {
  me: Me;
  id: string;
  onSay: (notice: NoticeContent) => void;
}

function PersonEntries({ me, id, onSay }: PersonProps) {
  const { id: wanted } = useRouter().params;
  const { list, name } = useEntries(id, wanted);
  const [appealed, setAppealed] = useState<Entry | null>(null);
  const isOwn = me.representativeId === id;
  const handleAppealed = async () => {
    setAppealed(null);
    onSay({ tone: 'good', text: '申诉已提交。镇人大办在 5 个工作日内答复，主席团作出最后决定，结果会通知您。' });
    scrollToTop();
    await list.refresh();
  };
  return (
    <>
      <Card title={isOwn ? '我的积分明细' : name === '' ? '积分明细' : `${name}的积分明细`}>
        <View className="points-hint">
          每笔积分都写明依据和算法，记错的不涂改，另记一笔冲正。每条明细都有校验码，任何改动都会被发现。
          {isOwn ? '对记分有异议，记分后 7 天内可以申诉。' : ''}
        </View>
        <View className="points-acts points-acts--few">
          <View className="points-acts__act">
            <Button id="open-rules" text="看积分规则" onPress={() => open(routes.pointsRules)} />
          </View>
          {isOwn ? (
            <View className="points-acts__act">
              <Button id="open-appeals" text="我的申诉" onPress={() => open(routes.appeals, { mine: '1' })} />
            </View>
          ) : null}
          {isOwn ? (
            <View className="points-acts__act">
              <Button id="open-verify" text="核验" onPress={() => open(routes.pointsVerify)} />
            </View>
          ) : null}
        </View>
      </Card>
      <Entries list={list} wanted={wanted} isOwn={isOwn} onAppeal={setAppealed} />
      <AppealSheet entry={appealed} onClose={() => setAppealed(null)} onDone={handleAppealed} />
    </>
  );
}
