import * as contract from '../../contract/dossier';
import { DomainError } from '../../domain/errors';
import { useCase } from '../kit/use-case';
import * as jobs from '../store/dossier-jobs';
import { fileName } from './view-job';

const notThere = {
  running: '档案还在生成，请稍后再下载',
  done: '没有找到这个文件',
  removed: '文件已过期清除，请重新生成',
} as const;

export const downloadArchive = useCase(contract.download, async ({ id }, { host }) => {
  const job = await jobs.get(id);
  if (!job.file) throw new DomainError('WRONG_STATE', { message: notThere[job.status] });
  const [url = ''] = await host.files.links([job.file.key], 'private');
  return { url, name: fileName(job) };
});
