/** What keeps the server from starting, as one sentence for the person who started it. */
export class StartError extends Error {
  override name = 'StartError';
}

const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Translates what the system says of a folder. */
export function folderError(directory: string, error: unknown): Error {
  // The lock's own sentence says who holds the folder.
  if (error instanceof Error && error.name === 'StartError') return error;
  // On a read-only disk Node's recursive mkdir says ENOENT.
  if (hasCode(error, 'EACCES', 'EPERM', 'EROFS', 'ENOENT')) {
    return new StartError(`没有权限读写数据文件夹 ${directory}，请换一个文件夹（--data），或修改它的权限。`);
  }
  if (hasCode(error, 'ENOTDIR', 'EEXIST')) {
    return new StartError(`${directory} 不是文件夹，请用 --data 指定一个文件夹。`);
  }
  if (hasCode(error, 'ENOSPC')) return new StartError(`磁盘空间不足，无法写入数据文件夹 ${directory}。`);
  return new StartError(`数据文件夹 ${directory} 无法使用：${messageOf(error)}`);
}

export function secretsError(directory: string, error: unknown): StartError {
  return new StartError(
    `密钥文件 ${directory}/keys.json 读不出来（${messageOf(error)}）。没有它就看不到已登记的联系方式，请从备份中恢复这个文件。`,
  );
}

/** Translates what the system says of an address and a port. */
export function listenError(address: string, port: number, error: unknown): StartError {
  if (hasCode(error, 'EADDRINUSE')) {
    return new StartError(`端口 ${port} 已被其他程序占用，请换一个端口，例如 npm start -- --port ${port + 1}。`);
  }
  if (hasCode(error, 'EACCES')) {
    return new StartError(`没有权限使用端口 ${port}，请用 --port 换一个 1024 以上的端口。`);
  }
  if (hasCode(error, 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN')) {
    return new StartError(`本机没有地址 ${address}，请检查 --host。`);
  }
  return new StartError(`无法监听 ${address}:${port}：${messageOf(error)}`);
}

/** Translates what the driver says of the server in MONGODB_URI; the address is shown without its password. */
export function databaseError(uri: string, error: unknown): StartError {
  const shown = withoutPassword(uri);
  const name = error instanceof Error ? error.name : '';
  if (['MongoParseError', 'MongoInvalidArgumentError', 'MongoAPIError'].includes(name)) {
    return new StartError(`MONGODB_URI 的写法有误（${shown}），应如 mongodb://主机:27017/?replicaSet=rs0。`);
  }
  if (hasCode(error, '18', '8000', '13')) {
    return new StartError(`数据库 ${shown} 拒绝了登录，请检查 MONGODB_URI 里的用户名、密码和权限。`);
  }
  return new StartError(`连不上 MONGODB_URI 指定的数据库 ${shown}，请确认它已启动、地址无误。`);
}

export const withoutPassword = (uri: string): string => uri.replace(/\/\/[^/]*@/, '//***@');
