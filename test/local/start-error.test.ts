import { folderError } from '../../local/start-error';

const systemError = (code: string): Error => Object.assign(new Error(`${code}: mkdir '/mnt/town'`), { code });

it.each(['EACCES', 'EROFS', 'ENOENT'])('says what to do about a folder that cannot be written (%s)', (code) => {
  const { message } = folderError('/mnt/town', systemError(code));
  expect(message).toBe('没有权限读写数据文件夹 /mnt/town，请换一个文件夹（--data），或修改它的权限。');
});
