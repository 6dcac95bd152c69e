import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

type WxName = Extract<keyof WechatMiniprogram.Wx, string>;
type CloudName = Extract<keyof WxCloud, string>;

/** A name under `wx`, as WeChat's own typings have it. */
export type ApiName = WxName | `cloud.${CloudName}`;

/** The options that an API takes, where WeChat's typings give them one type. */
export type ApiOptions<Name extends ApiName> = Name extends `cloud.${infer Cloud extends CloudName}`
  ? FirstArgument<WxCloud[Cloud]>
  : Name extends WxName
    ? FirstArgument<WechatMiniprogram.Wx[Name]>
    : never;

type FirstArgument<Api> = Api extends (options: infer Options, ...rest: never[]) => unknown ? Options : unknown;

const TYPINGS = 'miniprogram-api-typings/types/wx/lib.wx.api.d.ts';

let known: ReadonlySet<string> | undefined;

/** Every name that WeChat's typings have under `wx`. */
export function wxNames(): ReadonlySet<string> {
  known ??= readNames();
  return known;
}

/** Whether WeChat has such an API at all, by its typings. */
export function isWxName(name: string): boolean {
  return wxNames().has(name);
}

function readNames(): Set<string> {
  const typings = readFileSync(createRequire(__filename).resolve(TYPINGS), 'utf8');
  const members = typings.slice(typings.indexOf('interface Wx {'));
  // Not the first closing brace: the comments between the members hold samples of code.
  const end = members.search(/^ {4}(type|interface) \w+/m);
  return new Set(
    [...members.slice(0, end).matchAll(/^ {8}(?:readonly )?(\w+)\??[(<:]/gm)].map(([, name]) => name ?? ''),
  );
}
