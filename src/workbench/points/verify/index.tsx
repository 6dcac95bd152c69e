import { View } from '@tarojs/components';
import { hasRole } from '../../../../domain/caller';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ProgressBar } from '../../../components/chart/progress';
import { Notice } from '../../../components/notice';
import { ForOffice } from '../../../features/account/for-office';
import { copyText } from '../../../platform/copy';
import { grouped } from '../../../platform/numbers';
import { Page } from '../../../platform/page';
import { FrozenPeriods } from './frozen-periods';
import { Recount } from './recount';
import { useVerify, type Verified } from './use-verify';
import './verify.scss';

/** 核验: whoever doubts a figure proves for themselves that nobody has changed what was booked. */
export default function VerifyPage() {
  return (
    <ForOffice
      mayUse={(me) => hasRole(me, 'representative', 'liaison', 'presidium', 'admin')}
      title="这里核验积分明细"
      text="代表可以核验自己的明细，镇人大可以核验全部。"
    >
      {(me) => <Verify ofTown={hasRole(me, 'presidium', 'admin')} />}
    </ForOffice>
  );
}

function Verify({ ofTown }: { ofTown: boolean }) {
  const { verified, failure, verify } = useVerify();
  return (
    <Page>
      <Card title={ofTown ? '核验全镇积分明细' : '核验我的积分明细'}>
        <View className="verify__text">
          每条积分明细都带着上一条的校验码，一环扣一环。哪怕改动一个字、删去一条，后面的校验码就对不上。核验会从第一条起逐条重算。
        </View>
        <Button id="verify" kind="primary" size="big" text="开始核验" busyText="正在核验…" onPress={verify} />
        {failure ? <Notice tone="bad" text={failure} /> : null}
        {verified ? <Result verified={verified} ofTown={ofTown} /> : null}
      </Card>
      {ofTown ? <Recount /> : null}
      <FrozenPeriods />
    </Page>
  );
}

function Result({ verified, ofTown }: { verified: Verified; ofTown: boolean }) {
  const { checked, chains, of, isDone, broken, head, heads } = verified;
  const code = heads ?? head?.hash;
  if (broken) {
    return (
      <View id="verify-broken" className="verify__said">
        <Notice
          tone="bad"
          text={`${broken.name}的第 ${broken.seq} 条明细：${broken.what}。请保存好数据，与最近一次导出的台账核对。`}
        />
      </View>
    );
  }
  return (
    <View id={isDone ? 'verify-done' : 'verify-going'} className="verify__result">
      {of > 1 ? <ProgressBar label="已核验" value={chains} total={of} text={`${chains} / ${of} 位代表`} /> : null}
      {isDone ? <Notice tone="good" text={`核验通过：${grouped(checked)} 条明细无一改动，合计与榜单一致。`} /> : null}
      {isDone && code ? (
        <View className="verify__code">
          <View className="verify__text">{ofTown ? '全镇校验码' : '链首校验码'}（可与导出的表格核对）</View>
          <View className="verify__hash">{code}</View>
          <Button text="复制校验码" onPress={() => copyText(code, '校验码已复制')} />
        </View>
      ) : null}
    </View>
  );
}
