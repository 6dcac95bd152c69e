/**
 * What people read for each stable code, and the HTTP status on one machine. A code is never renamed or reused.
 * `retry`: whether the same call may succeed when simply sent again.
 */
import type { ErrorCode } from '../domain/errors';

export interface ErrorEntry {
  zh: string;
  http: number;
  retry: boolean;
}

export const errors = {
  UNAUTHENTICATED: { zh: '请先登录，再进行这项操作', http: 401, retry: false },
  FORBIDDEN: { zh: '您当前的身份不能进行这项操作', http: 403, retry: false },
  NOT_FOUND: { zh: '没有找到，可能已被撤回', http: 404, retry: false },
  INVALID_INPUT: { zh: '填写的内容有误，请检查后再提交', http: 400, retry: false },
  WRONG_STATE: { zh: '当前状态不能进行这项操作，请刷新后再看', http: 409, retry: false },
  ALREADY_CLAIMED: { zh: '这个心愿刚刚被其他代表认领了', http: 409, retry: false },
  TOO_MANY_CLAIMS: { zh: '手上办理中的心愿太多，先办结或退回后再认领', http: 409, retry: false },
  DUPLICATE: { zh: '已经登记过了，请勿重复提交', http: 409, retry: false },
  CONTENT_REJECTED: { zh: '内容未通过安全检查，请修改后再提交', http: 422, retry: false },
  TOO_LARGE: { zh: '文件太大，请压缩后再上传', http: 413, retry: false },
  RATE_LIMITED: { zh: '操作太频繁，请稍后再试', http: 429, retry: true },
  UNAVAILABLE: { zh: '服务暂时不可用，请稍后再试', http: 503, retry: true },
  INTERNAL: { zh: '服务开小差了，请稍后再试', http: 500, retry: true },
} as const satisfies Record<ErrorCode, ErrorEntry>;
