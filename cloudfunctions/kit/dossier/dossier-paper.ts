/** 履职档案 as a printed sheet: A4 upright, a table for each part with its header on every page, and the town's seal line. */
import { dossierParts, type Dossier, type DossierPart, type Labelled } from '../../../domain/dossier';
import { readableText } from '../../../domain/readable-text';
import { chineseDate } from '../../../domain/time';
import { pdfBytes, type Content, type TableCell } from '../pdf';

export interface DossierPaper {
  town: string;
  /** Who exported it. */
  who: string;
  at: Date;
}

const TEXT_SIZE = 9;
/** What a table may be wide, in points: A4 less the margins. */
const INNER = 595 - 2 * 48;
/** Padding and lines of a column. */
const CELL_EDGES = 8.5;

const cell = (text: string): TableCell => ({ text: readableText(text), fontSize: TEXT_SIZE });
const head = (text: string): TableCell => ({
  text,
  fontSize: TEXT_SIZE,
  bold: true,
  alignment: 'center',
  fillColor: '#eeeeee',
});

/** '长江镇人大代表履职档案（2026年）' */
const dossierTitle = (town: string, { span }: Pick<Dossier, 'span'>): string =>
  `${town}人大代表履职档案（${span.name}）`;

const headingText = (number: number, title: string, note = ''): Content => ({
  text: [
    { text: `${numerals[number] ?? number}、${title}`, bold: true, fontSize: 12 },
    { text: note, fontSize: TEXT_SIZE },
  ],
  margin: [0, 12, 0, 4],
});
const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三'];

/** Two pairs of label and text a line. */
function basicsTable(basics: readonly Labelled[]): Content {
  const cells = basics.map(({ label, value }): [TableCell, TableCell] => [head(label), cell(value || '无')]);
  const rows = cells.flatMap((pair, index) => {
    if (index % 2 === 1) return [];
    return [[...pair, ...(cells[index + 1] ?? [cell(''), cell('')])]];
  });
  return { layout: 'form', table: { widths: [72, '*', 72, '*'], body: rows, dontBreakRows: true } };
}

const sumsText = (sums: readonly Labelled[]): string => sums.map(({ label, value }) => `${label} ${value}`).join('；');

const bare: [boolean, boolean, boolean, boolean] = [false, false, false, false];

/** Heading and sums are the first rows of the table's header: never left alone at the end of a page, and said again on the next. */
function partContent({ key, sums, rows, count }: DossierPart, number: number): Content {
  const { title, columns } = dossierParts[key];
  const left = count > rows.length ? `　共 ${count} 条，此处列出前 ${rows.length} 条` : '';
  const heading = headingText(number, title, left);
  if (rows.length === 0) return { stack: [heading, { text: '无记录', fontSize: TEXT_SIZE }], unbreakable: true };
  const widest = Math.max(...columns.map(({ width }) => width));
  const above: TableCell = {
    stack: [heading, { text: sumsText(sums), fontSize: TEXT_SIZE }],
    colSpan: columns.length,
    border: bare,
    margin: [-4, 0, 0, 0],
  };
  return {
    layout: 'titled',
    table: {
      headerRows: 2,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => (width === widest ? '*' : (INNER * width) / 100 - CELL_EDGES)),
      body: [
        [above, ...columns.slice(1).map(() => ({ text: '', border: bare }))],
        columns.map((column) => head(column.title)),
        ...rows.map((row) => row.map(cell)),
      ],
    },
  };
}

const DATE_LINE = '______年____月____日';

const signatures = (): Content => ({
  unbreakable: true,
  margin: [0, 28, 0, 0],
  columns: [
    { text: `代表签名：______________\n\n${DATE_LINE}`, lineHeight: 1.4 },
    { text: `（盖章）______________\n\n${DATE_LINE}`, lineHeight: 1.4, alignment: 'right' },
  ],
});

const small = (text: string, alignment: 'left' | 'right' = 'left'): Content => ({
  text: readableText(text),
  fontSize: 7.5,
  alignment,
});

/** The file's bytes. */
export function dossierPdf(dossier: Dossier, { town, who, at }: DossierPaper): Promise<Buffer> {
  const title = dossierTitle(town, dossier);
  const chain = dossier.head
    ? `链首校验码（第 ${dossier.head.seq} 笔）：${dossier.head.hash}`
    : '链首校验码：无积分记录';
  return pdfBytes(
    {
      content: [
        { text: title, bold: true, fontSize: 18, alignment: 'center', margin: [0, 4, 0, 4] },
        { text: `${dossier.group}　${readableText(dossier.name)}`, fontSize: 12, alignment: 'center' },
        headingText(1, '基本情况'),
        basicsTable(dossier.basics),
        ...dossier.parts.map((part, index) => partContent(part, index + 2)),
        signatures(),
      ],
      footer: (page, pages) => ({
        margin: [48, 12, 48, 0],
        stack: [
          {
            columns: [
              small(`制表单位：${town}人大　日期：${chineseDate(at)}　导出人：${who}`),
              { ...(small(`第 ${page} 页 / 共 ${pages} 页`, 'right') as object), width: 90 } as Content,
            ],
          },
          small(chain),
        ],
      }),
    },
    `${title} ${dossier.name}`,
    at,
  );
}
