import * as contract from '../../contract/duty';
import { dutySheetTitles, exampleRows } from '../../domain/duty-sheet';
import { shanghaiDay } from '../../domain/time';
import { keepFile } from '../kit/keep-file';
import { sheetStream } from '../kit/sheet';
import { useCase } from '../kit/use-case';
import * as groups from '../store/groups';
import * as representatives from '../store/representatives';

const wide: readonly string[] = ['活动名称', '地点', '请假事由', '备注'];

/** 考勤导入模板, with people of this town in its example. */
export const makeTemplate = useCase(contract.template, async (_empty, context) => {
  const [names, page] = await Promise.all([groups.namesById(), representatives.listPage(undefined, undefined, 3)]);
  const people = page.items.map(({ name, groupId }) => ({ name, group: names.get(groupId) ?? '' }));
  async function* rows() {
    yield* exampleRows(shanghaiDay(context.now), people);
  }
  const columns = dutySheetTitles.map((title) => ({ title, width: wide.includes(title) ? 24 : 12 }));
  const url = await keepFile('xlsx', sheetStream({ name: '考勤', columns, rows: rows() }), context);
  return { url, name: '考勤导入模板.xlsx' };
});
