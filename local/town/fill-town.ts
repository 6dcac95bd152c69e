/** The sample town: its roster and ledger come in through the same imports that a clerk uses. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { media } from '../../cloudfunctions/media/use-cases';
import { representative } from '../../cloudfunctions/representative/use-cases';
import { wish } from '../../cloudfunctions/wish/use-cases';
import type { Host } from '../../cloudfunctions/host/host';
import { newId } from '../../cloudfunctions/kit/new-id';
import { parse } from '../../cloudfunctions/kit/parse';
import { serve, type Area } from '../../cloudfunctions/kit/serve';
import { SHEET_TYPE } from '../../cloudfunctions/kit/file-types';
import * as accounts from '../../cloudfunctions/store/accounts';
import * as groups from '../../cloudfunctions/store/groups';
import * as wishLists from '../../cloudfunctions/store/wish-lists';
import { accept } from '../../contract/media';
import { ImportResult } from '../../contract/shapes';
import { saveTown } from './own-town';
import { fillSampleCampaign } from './sample-campaign';
import town from './sample/town.json';

const SAMPLE = join(__dirname, 'sample');

/** Nobody can sign in by this identity; while it is an administrator, the filling has not been finished. */
const FILLER = 'sample:town';

export interface FillTown {
  host: Host;
  /** One Chinese sentence for each slow step. */
  log: (line: string) => void;
}

/** Calls an action as its caller would; throws when it is refused. */
async function call(area: Area, action: string, data: unknown, { host, token }: { host: Host; token: string }) {
  const answer = await serve(area, { host })({ action, data, credentials: token });
  if (!answer.ok) throw new Error(`示例数据未能导入（${area.name}.${action}）：${answer.error.message}`);
  return answer.data;
}

async function importFile(file: string, area: Area, action: string, filler: accounts.AccountDoc, host: Host) {
  const session = { host, token: host.issueToken(filler._id) };
  const upload = `uploads/${filler._id}/${newId()}.xlsx`;
  await host.files.put(upload, await readFile(join(SAMPLE, file)), SHEET_TYPE);
  const { mediaId } = parse(accept.output, await call(media, 'accept', { fileId: upload }, session));
  const { accepted, rejected } = parse(ImportResult, await call(area, action, { mediaId, dryRun: false }, session));
  const [bad] = rejected;
  if (bad) throw new Error(`示例数据 ${file} 第 ${bad.row} 行“${bad.column}”：${bad.reason}`);
  return accepted;
}

/** Whether the town is still empty, or was left half filled by a start that did not end. */
async function isToBeFilled(): Promise<boolean> {
  const filler = await accounts.findByIdentity(FILLER);
  if (filler?.granted.includes('admin')) return true;
  return (await groups.listAll()).length === 0 && !(await wishLists.hasAny());
}

/** Fills an empty town; answers false, and changes nothing, where there are groups or wishes already. */
export async function fillSampleTown({ host, log }: FillTown): Promise<boolean> {
  if (!(await isToBeFilled())) return false;
  const filler = await accounts.ensureOnce({
    _id: newId(),
    identity: FILLER,
    name: '示例数据',
    granted: ['admin'],
    createdAt: new Date(),
  });
  await accounts.change(filler._id, { granted: ['admin'] });
  await saveTown(town);
  log('正在导入示例镇的代表名册…');
  const people = await importFile('roster-64.xlsx', representative, 'importRoster', filler, host);
  log('正在导入示例镇的心愿台账…');
  const registered = (await wishLists.hasAny())
    ? 0
    : await importFile('ledger-160.xlsx', wish, 'importLedger', filler, host);
  await fillSampleCampaign(new Date());
  await accounts.change(filler._id, { granted: [] });
  log(`示例镇“${town.town}”已就绪：${people} 名代表，${registered} 条心愿。`);
  return true;
}
