/**
 * A child's name in a text without blanks: the linked wish's own, and what stands right beside 同学, 小朋友, 学生, 8岁
 * and looks like a name. A wrong stop hurts somebody in a yard, so words of every day that begin as a name are let by.
 */
import { givenName } from './mask';
import type { Found } from './squeezed';
import words from './words-like-names.json';

const COMPOUND_SURNAMES = '欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|宇文|司徒|令狐|夏侯|端木|濮阳|申屠|钟离|轩辕|呼延';
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方邹熊孟秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤俞葛裴詹岳霍翁柯庞樊殷鲁倪鲍缪';
/** Those that are as often a word of their own: only a full name of three characters counts. */
const WARY_SURNAMES = '任安成时于常白文包康牛季温章付易洪游尚凌房童左甘简申连商纪苗盛施马汤';

/** No given name has them. */
const NO_NAME =
  '的了着们吗呢吧啊呀很最更都也就还又把被给让向从对到去来是在和与及或但没不这那他她它我你您村镇县市区校班队组院所站店厂路桥家某氏总';
const PERSON = `\\p{sc=Han}`;
const GIVEN = `(?:(?![${NO_NAME}])${PERSON})`;
const NAME = `(?:(?:${COMPOUND_SURNAMES})${GIVEN}{1,2}|[${SURNAMES}${WARY_SURNAMES}]${GIVEN}{1,2})`;

const CHILD =
  '小朋友|小同学|同学|(?:小|中|初中|高中)?学生|小?女孩|小?男孩|女童|男童|儿童|孩子|宝宝|[男女新]生|[初高]中生|患儿|孤儿|幼儿';
const KIN = '儿子|女儿|孙子|孙女|外孙女|外孙|外甥女|外甥|侄女|侄子';
const AGE = '(?:1[0-7]|[1-9]|十[一二三四五六七]?|[一二三四五六七八九])(?:周)?岁';
const YEAR = '[一二三四五六七八九1-9]年级|[初高][一二三](?!人|位|名|点)';
const GRADE = `(?:小学|初中|高中)?(?:${YEAR})`;

// The last of the words before counts: 留守儿童王小明, 三年级的李小红, 女儿叫陈雨.
const AFTER = new RegExp(
  `(?:(?:${CHILD}|${KIN})(?:名叫|叫)?|(?:${AGE}|${GRADE})的?(?:${CHILD})?)[“"「：:（(]?(?=(${NAME}))`,
  'gu',
);
// 高桥小学三年级 begins with a school and no child.
const BEFORE = new RegExp(
  `(${NAME})[”"」]?(?:小朋友|小同学|同学|(?:小|中)?学生|这?孩子|(?:[，,（(]?[男女])?[，,（(]?(?:今年|现年|年仅|刚满|刚|才|仅)?(?:${AGE})|(?:[，,（(]|今年|正|现|就读|在读|读|上|念){1,3}(?:${GRADE})|(?:${YEAR}))`,
  'gu',
);

const GROWN_UP =
  /^(?:大[爷娘妈叔姐伯哥嫂]|奶奶|爷爷|婆婆|阿[姨婆公]|[叔伯婶嫂姨]|师傅|老[师人伯汉太]|医[生师]|护士|主任|书记|代表|委员|先生|女士|[妈爸哥姐]|会计|镇长|支书)/u;

const wordsOf: Readonly<Partial<Record<string, string>>> = words;
const startsAsWord = (name: string): boolean =>
  (wordsOf[name[0] ?? ''] ?? '').split(' ').some((word) => word !== '' && name.startsWith(word));

/** The longest name that begins at `index`; null where it is none. `isSure`: what stands behind says it is a person. */
function nameAt(text: string, index: number, length: number, isSure: boolean): Found | null {
  const name = text.slice(index, index + length);
  const family = new RegExp(`^(?:${COMPOUND_SURNAMES})`, 'u').test(name) ? 2 : 1;
  const given = text.slice(index + family, index + family + 2);
  if (startsAsWord(name) || GROWN_UP.test(given)) return null;
  if (!isSure && length < 3 && WARY_SURNAMES.includes(name[0] ?? '')) return null;
  return { index, length };
}

/** Behind a word like 学生 a name of two characters may run on into the sentence; that it begins there is enough. */
function namesAfter(text: string): Found[] {
  return [...text.matchAll(AFTER)].flatMap((match) => {
    const name = match[1] ?? '';
    return nameAt(text, match.index + match[0].length, name.length, false) ?? [];
  });
}

function namesBefore(text: string): Found[] {
  return [...text.matchAll(BEFORE)].flatMap((match) => {
    const name = match[1] ?? '';
    return nameAt(text, match.index, name.length, true) ?? [];
  });
}

function everyPlace(text: string, name: string): Found[] {
  const found: Found[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    found.push({ index: at, length: name.length });
  }
  return found;
}

/** `known`: the minor whom the text is about; the given name alone gives a child away too. */
export function findMinorNames(text: string, known?: string): Found[] {
  const whole = (known ?? '').normalize('NFKC').replace(/\s/g, '');
  const names = [whole, givenName(whole)].filter((name) => [...name].length >= 2);
  return [...names.flatMap((name) => everyPlace(text, name)), ...namesAfter(text), ...namesBefore(text)];
}
