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

// In pixels of 96 to the inch: what fits between the margins, and about a third of a page high at most.
const WIDEST = Math.floor((INNER / 1440) * 96);
const HIGHEST = 300;
const BESIDE = 2;
/** What the blank between two takes. */
const GAP = 12;

// 三号, and two characters before each paragraph, as an official text is set.
const BODY_SIZE = 32;
const INDENT = { firstLine: BODY_SIZE * 20 };
const COLUMNS = [1700, 1500, INNER - 3200] as const;

/** Two beside each other at the same height, whatever their shapes; one alone in the middle. */
function pictureRows(pictures: readonly Picture[]): Paragraph[] {
  if (pictures.length === 0) return [];
  const row = pictures.slice(0, BESIDE);
  const ratios = row.map(({ width, height }) => width / height);
  const room = WIDEST - GAP * (row.length - 1);
  const height = Math.min(HIGHEST, room / ratios.reduce((sum, ratio) => sum + ratio, 0));
  const images = row.map(({ bytes }, index) => {
    const transformation = { width: Math.round(height * (ratios[index] ?? 1)), height: Math.round(height) };
    return new ImageRun({ type: 'jpg', data: bytes, transformation });
  });
  const paragraph = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 160, after: 80 },
    children: images.flatMap((image, index) => (index === 0 ? [image] : [new TextRun(' '), image])),
  });
  return [paragraph, ...pictureRows(pictures.slice(BESIDE))];
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
    cantSplit: true,
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
        ...paragraphs('稿件所引数字的依据', {
          ...noteStyle,
          bold: true,
          keepNext: true,
          spacing: { before: 240, after: 80 },
        }),
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
          ...pictureRows(pictures),
          ...basisTable(figures),
          ...signatures.flatMap((line) => paragraphs(line, { ...signStyle, spacing: { before: 360 } })),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
