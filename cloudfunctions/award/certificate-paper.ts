/** 荣誉证书: A4 across, a double frame, and a line for the town's seal. */
import { chineseDate, startOfDay } from '../../domain/time';
import { pdfBytes, printable, type Content, type TDocumentDefinitions } from '../kit/pdf';
import { readableText } from '../../domain/readable-text';

export interface Certificate {
  town: string;
  /** '2026年度最美代表' */
  title: string;
  name: string;
  groupName: string;
  minuteNumber: string;
  day: string;
}

const RED = '#a3181d';
const GOLD = '#b8860b';
/** In points: A4 across. */
const [WIDTH, HEIGHT] = [841.89, 595.28];

const frame = (inset: number, lineWidth: number, lineColor: string) => ({
  type: 'rect' as const,
  ...{ x: inset, y: inset, w: WIDTH - 2 * inset, h: HEIGHT - 2 * inset, lineWidth, lineColor },
});

const background = (): Content => ({ canvas: [frame(24, 4, RED), frame(34, 1, GOLD)] });

export function certificateBytes(
  { town, title, name, groupName, minuteNumber, day }: Certificate,
  at: Date,
): Promise<Buffer> {
  const signed = chineseDate(startOfDay(day) ?? at);
  const definition: TDocumentDefinitions = {
    pageOrientation: 'landscape',
    pageMargins: [110, 70, 110, 50],
    background,
    content: [
      { text: '荣誉证书', fontSize: 46, bold: true, color: RED, alignment: 'center', characterSpacing: 14 },
      { text: readableText(name), fontSize: 28, bold: true, margin: [0, 24, 0, 0] },
      { text: readableText(groupName), fontSize: 16, margin: [0, 2, 0, 0] },
      {
        text: readableText(`您在本年度履职为民中事迹突出，经小组推荐、审核公示，${town}人大主席团决定，授予您`),
        ...{ fontSize: 20, lineHeight: 1.5, leadingIndent: 40, margin: [0, 16, 0, 0] },
      },
      { text: readableText(title), fontSize: 32, bold: true, color: RED, alignment: 'center', margin: [0, 8, 0, 0] },
      { text: '称号，特发此证，以资鼓励。', fontSize: 20, margin: [0, 8, 0, 0] },
      {
        columns: [
          { stack: [printable(`会议纪要：${minuteNumber}`)], fontSize: 13, margin: [0, 30, 0, 0] },
          {
            stack: [{ text: readableText(`${town}人大主席团（盖章）`) }, { text: signed, margin: [0, 6, 0, 0] }],
            ...{ fontSize: 18, alignment: 'right', margin: [0, 22, 0, 0] },
          },
        ],
      },
    ],
  };
  return pdfBytes(definition, `${title}荣誉证书-${name}`, at);
}
