import { useRouter } from '@tarojs/taro';
import { hasRole } from '../../../../domain/caller';
import { ForOffice } from '../../../features/account/for-office';
import { AppealDetail } from './appeal-detail';
import { AppealList } from './appeal-list';

/** 申诉: one's own, and for 人大办 what waits for an answer or a decision; `?id=` is one of them. */
export default function AppealsPage() {
  const { id } = useRouter().params;
  return (
    <ForOffice
      mayUse={(me) => hasRole(me, 'representative', 'liaison', 'presidium', 'admin')}
      title="这里是积分申诉"
      text="代表对自己的积分有异议可以申诉，镇人大办答复，主席团决定。"
      wide
    >
      {(me) => (id === undefined ? <AppealList me={me} /> : <AppealDetail me={me} id={id} />)}
    </ForOffice>
  );
}
