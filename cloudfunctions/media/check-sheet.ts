import { MAX_SHEET_BYTES } from '../../contract/media';
import { uploadTooLarge } from '../host/uploads';
import { refuseFile } from './refuse-file';
import { zipNames } from './zip-names';

/** Throws unless a ZIP is an .xlsx workbook. Whether it is safe to unpack is checked by whoever unpacks it. */
export function checkSheet(bytes: Buffer): void {
  if (bytes.length > MAX_SHEET_BYTES) {
    throw uploadTooLarge();
  }
  const names = zipNames(bytes);
  if (!names) throw refuseFile('表格文件不完整，请重新保存为 .xlsx 后再上传');
  if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml')) {
    throw refuseFile('这不是 Excel 表格（.xlsx），请用 Excel 或 WPS 另存为 .xlsx 后再上传');
  }
}
