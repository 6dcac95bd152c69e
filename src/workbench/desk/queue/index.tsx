import { hasRole } from '../../../../domain/caller';
import { ForOffice } from '../../../features/account/for-office';
import { DeskNav } from '../../../features/desk/desk-nav';
import { Page } from '../../../platform/page';
import { Queue } from './queue';
import './queue.scss';

export default function QueuePage() {
  return (
    <ForOffice
      mayUse={(me) => hasRole(me, 'representative', 'liaison', 'presidium', 'department')}
      title="这里是经办人员的待办"
      text="代表、组长、联络员、主席团和职能部门在这里看自己该办的事。您的心愿办到哪一步，在“我的”里看。"
      wide
    >
      {(me) => (
        <Page wide>
          <DeskNav me={me} view="queue" />
          <Queue me={me} />
        </Page>
      )}
    </ForOffice>
  );
}
