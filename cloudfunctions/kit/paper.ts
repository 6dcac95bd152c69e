/** A printed form as .docx: A4, Chinese typefaces by name (公文: 黑体 for titles, 宋体 for labels, 仿宋 for what is filled in). */
import {
  AlignmentType,
  Document,
  HeightRule,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { readableText } from '../../domain/readable-text';

/** One cell: `label` stands in the form, `text` is filled in, `right` is a line for hand and seal at the right. */
export type PaperCell = { label: string } | { text: string; right?: string };

export interface PaperRow {
  /** Two cells share the width with their labels; a label and a text alone take all of it. */
  cells: readonly PaperCell[];
  /** In lines of text, where room is left to write by hand. */
  lines?: number;
}

export interface Paper {
  /** 单位, then the form's own name. */
  title: readonly [string, string];
  number: string;
  rows: readonly PaperRow[];
  notes: readonly string[];
}

// In twentieths of a point: A4 with the margins of the town's own papers.
export const PAGE = { width: 11906, height: 16838 } as const;
export const MARGIN = { top: 1247, bottom: 1134, left: 1361, right: 1361 } as const;
export const INNER = PAGE.width - MARGIN.left - MARGIN.right;
const LABEL = 1500;
const COLUMNS = [LABEL, INNER / 2 - LABEL, LABEL, INNER / 2 - LABEL] as const;
const LINE = 400;

// In half-points: 二号, 小四, 五号.
const TITLE_SIZE = 44;
const UNIT_SIZE = 32;
export const TEXT_SIZE = 24;
const NOTE_SIZE = 21;

// The hint draws signs that both scripts have, such as □, in the Chinese typeface.
const typeface = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia,
  hint: 'eastAsia',
});
const TITLE_FACE = typeface('黑体');
const LABEL_FACE = typeface('宋体');
export const TEXT_FACE = typeface('仿宋');

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType];

export interface Style {
  font: ReturnType<typeof typeface>;
  size: number;
  alignment: Alignment;
  bold?: boolean;
  /** Room above and below, in twentieths of a point. */
  spacing?: { before?: number; after?: number };
  /** On the same page as what follows. */
  keepNext?: boolean;
}

export const unitStyle: Style = { font: TITLE_FACE, size: UNIT_SIZE, alignment: AlignmentType.CENTER };
export const titleStyle: Style = {
  font: TITLE_FACE,
  size: TITLE_SIZE,
  alignment: AlignmentType.CENTER,
  spacing: { before: 80, after: 160 },
};
const numberStyle: Style = {
  font: LABEL_FACE,
  size: TEXT_SIZE,
  alignment: AlignmentType.RIGHT,
  spacing: { after: 80 },
};
export const labelStyle: Style = { font: LABEL_FACE, size: TEXT_SIZE, alignment: AlignmentType.CENTER, bold: true };
export const textStyle: Style = { font: TEXT_FACE, size: TEXT_SIZE, alignment: AlignmentType.LEFT };
export const signStyle: Style = { ...textStyle, alignment: AlignmentType.RIGHT };
export const noteStyle: Style = {
  font: LABEL_FACE,
  size: NOTE_SIZE,
  alignment: AlignmentType.LEFT,
  spacing: { before: 60 },
};

/** Each line of the text is a paragraph of its own. */
export const paragraphs = (text: string, { font, size, bold = false, ...style }: Style): Paragraph[] =>
  readableText(text)
    .split('\n')
    .map((line) => new Paragraph({ ...style, children: [new TextRun({ text: line, font, size, bold })] }));

const isLabel = (cell: PaperCell): cell is { label: string } => 'label' in cell;

const content = (cell: PaperCell): Paragraph[] =>
  isLabel(cell)
    ? paragraphs(cell.label, labelStyle)
    : [...paragraphs(cell.text, textStyle), ...(cell.right === undefined ? [] : paragraphs(cell.right, signStyle))];

function rowOf({ cells, lines = 1 }: PaperRow): TableRow {
  const isWide = cells.length < COLUMNS.length;
  return new TableRow({
    cantSplit: true,
    height: { value: LINE * lines + 120, rule: HeightRule.ATLEAST },
    children: cells.map((cell, index) => {
      const spans = isWide && index === cells.length - 1 ? COLUMNS.length - index : 1;
      return new TableCell({
        columnSpan: spans,
        width: { size: sum(COLUMNS.slice(index, index + spans)), type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
        margins: { top: 60, bottom: 60, left: 100, right: 100 },
        children: content(cell),
      });
    }),
  });
}

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

/** The file's bytes. */
export function paperBytes({ title: [unit, name], number, rows, notes }: Paper): Promise<Buffer> {
  const document = new Document({
    creator: unit,
    title: name,
    styles: { default: { document: { run: { font: TEXT_FACE, size: TEXT_SIZE } } } },
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN } },
        children: [
          ...paragraphs(unit, unitStyle),
          ...paragraphs(name, titleStyle),
          ...paragraphs(`编号：${number}`, numberStyle),
          new Table({
            width: { size: INNER, type: WidthType.DXA },
            columnWidths: [...COLUMNS],
            layout: TableLayoutType.FIXED,
            rows: rows.map(rowOf),
          }),
          ...notes.flatMap((note) => paragraphs(note, noteStyle)),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
