import { useRouter } from '@tarojs/taro';
import type { Me } from '../../../../contract/account';
import { hasRole } from '../../../../domain/caller';
import { shanghaiDay } from '../../../../domain/time';
import { ErrorState, LoadingSkeleton } from '../../../components/states';
import { ForOffice } from '../../../features/account/for-office';
import { decoded } from '../../../platform/address';
import { call } from '../../../platform/call';
import { Page } from '../../../platform/page';
import { useLoad } from '../../../platform/use-load';
import { CallForm } from './call-form';
import { filledFrom, freshCall, type Filled } from './filled';

export default function CallPage() {
  return (
    <ForOffice
      mayUse={(me) => hasRole(me, 'liaison', 'presidium')}
      title="这里是召集履职活动的地方"
      text="组长、联络员召集本组的活动，镇人大主席团召集全镇的活动。您当前的身份不能使用。"
    >
      {(me) => <Call me={me} />}
    </ForOffice>
  );
}

/** What the form begins with: nothing, or what has been called. */
async function loadCall(id: string, me: Me): Promise<{ filled: Filled; rev?: number }> {
  if (id === '') return { filled: freshCall(me) };
  const { duty } = await call('duty.get', { id });
  const { expected } = await call('duty.options', { id, day: shanghaiDay(new Date(duty.from)) });
  return { filled: filledFrom(duty, expected), rev: duty.rev };
}

function Call({ me }: { me: Me }) {
  const id = decoded(useRouter().params.id);
  const { state, data, error, reload } = useLoad(() => loadCall(id, me), `call.${id}`);
  if (!data) {
    return (
      <Page>
        {state === 'loading' ? <LoadingSkeleton /> : <ErrorState message={error?.message ?? ''} onRetry={reload} />}
      </Page>
    );
  }
  return <CallForm key={data.rev} me={me} id={id} rev={data.rev} initial={data.filled} />;
}
