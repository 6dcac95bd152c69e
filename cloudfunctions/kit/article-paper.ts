/** 信息稿件 as .docx: title, text, pictures, what its figures are based on, and the lines to sign on. */
import {
  AlignmentType,
  Document,
  ImageRun,
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
import {
  INNER,
  MARGIN,
  PAGE,
  TEXT_FACE,
  TEXT_SIZE,
  labelStyle,
  noteStyle,
  paragraphs,
  signStyle,
  textStyle,
  titleStyle,
  unitStyle,
} from './paper';

export interface Picture {
  /** JPEG. */
  bytes: Buffer;
  width: number;
  height: number;
}

export interface ArticlePaper {
  unit: string;
  /** '2026年11月典型代表信息稿件' */
  form: string;
  title: string;
  text: string;
  pictures: readonly Picture[];
  /** Each figure with its value and what it was counted from. */
  figures: readonly { name: string; value: string; basis: string }[];
  signatures: readonly string[];
}

// In pixels of 96 to the inch: what fits between the margins, and half a page high at most.
const WIDEST = Math.floor((INNER / 1440) * 96);
const HIGHEST = 420;

// 三号, and two characters before each paragraph, as an official text is set.
const BODY_SIZE = 32;
const INDENT = { firstLine: BODY_SIZE * 20 };
const COLUMNS = [1700, 1500, INNER - 3200] as const;

function pictureOf({ bytes, width, height }: Picture): Paragraph {
  const scale = Math.min(1, WIDEST / width, HIGHEST / height);
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 160, after: 80 },
    children: [new ImageRun({ type: 'jpg', data: bytes, transformation: size })],
  });
}

const bodyOf = (text: string): Paragraph[] =>
  readableText(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(
      (line) =>
        new Paragraph({
          alignment: AlignmentType.JUSTIFIED,
          indent: INDENT,
          spacing: { line: 560 },
          children: [new TextRun({ text: line.trim(), font: TEXT_FACE, size: BODY_SIZE })],
        }),
    );

function rowOf(cells: readonly string[], isHead = false): TableRow {
  return new TableRow({
    tableHeader: isHead,
    children: cells.map(
      (cell, index) =>
        new TableCell({
          width: { size: COLUMNS[index] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          margins: { top: 60, bottom: 60, left: 100, right: 100 },
          children: paragraphs(cell, isHead ? labelStyle : textStyle),
        }),
    ),
  });
}

const basisTable = (figures: ArticlePaper['figures']): (Paragraph | Table)[] =>
  figures.length === 0
    ? []
    : [
        ...paragraphs('稿件所引数字的依据', { ...noteStyle, bold: true, spacing: { before: 240, after: 80 } }),
        new Table({
          width: { size: INNER, type: WidthType.DXA },
          columnWidths: [...COLUMNS],
          layout: TableLayoutType.FIXED,
          rows: [
            rowOf(['数字', '数值', '依据'], true),
            ...figures.map(({ name, value, basis }) => rowOf([name, value, basis])),
          ],
        }),
      ];

/** The file's bytes. */
export function articleBytes({
  unit,
  form,
  title,
  text,
  pictures,
  figures,
  signatures,
}: ArticlePaper): Promise<Buffer> {
  const document = new Document({
    creator: unit,
    title,
    styles: { default: { document: { run: { font: TEXT_FACE, size: TEXT_SIZE } } } },
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN } },
        children: [
          ...paragraphs(unit, unitStyle),
          ...paragraphs(form, unitStyle),
          ...paragraphs(title, titleStyle),
          ...bodyOf(text),
          ...pictures.map(pictureOf),
          ...basisTable(figures),
          ...signatures.flatMap((line) => paragraphs(line, { ...signStyle, spacing: { before: 360 } })),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
