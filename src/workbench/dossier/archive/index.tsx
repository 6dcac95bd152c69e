import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { mayArchive } from '../../../../domain/dossier';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../../components/states';
import { ForOffice } from '../../../features/account/for-office';
import { call } from '../../../platform/call';
import { Page } from '../../../platform/page';
import { useLoad } from '../../../platform/use-load';
import { JobCard } from './job-card';
import { StartForm } from './start-form';
import { useDriving } from './use-driving';
import './archive.scss';

/** 人大办: everybody's dossiers as one file, and the hand-over at the end of a term. */
export default function ArchivePage() {
  return (
    <ForOffice
      wide
      mayUse={(me) => mayArchive(me)}
      title="这里是全部代表的履职档案"
      text="由镇人大主席团和人大办打包、移交。"
    >
      {() => <Archives />}
    </ForOffice>
  );
}

async function load() {
  const [{ items }, offered] = await Promise.all([call('dossier.archives', {}), call('dossier.terms', {})]);
  return { items, offered };
}

function Archives() {
  const { state, data, error, reload } = useLoad(load, 'archives');
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  const driving = useDriving(data?.items ?? []);
  if (state === 'loading') {
    return (
      <Page wide>
        <LoadingSkeleton />
      </Page>
    );
  }
  return (
    <Page wide>
      {error ? <ErrorState message={error.message} onRetry={reload} /> : null}
      {data ? <StartForm offered={data.offered} onStarted={reload} /> : null}
      <View id="jobs">
        {driving.jobs.map((job) => (
          <JobCard
            key={job.id}
            job={job}
            failure={job.id === driving.current ? driving.failure : ''}
            onRetry={driving.retry}
          />
        ))}
      </View>
      {data && driving.jobs.length === 0 ? (
        <EmptyState title="还没有打过包" text="选好年度或届次，点“开始生成”。生成时可以离开，系统会接着做。" />
      ) : null}
    </Page>
  );
}
