/**
 * A printed sheet as .pdf, in Chinese. Noto Sans SC lies beside a deployed function (config/functions.ts puts it there)
 * and in its package otherwise; a document carries only the characters it uses. What the font does not have is a
 * crossed box, never a failure.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Content, CustomTableLayout, TDocumentDefinitions } from 'pdfmake/interfaces';
import { readableText } from '../../domain/readable-text';

export type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';

const FAMILY = 'Noto Sans SC';

function fontPath(weight: string): string {
  const name = `NotoSansSC_${weight}.ttf`;
  const beside = path.join(__dirname, 'fonts', name);
  if (existsSync(beside)) return beside;
  return createRequire(__filename).resolve(`@expo-google-fonts/noto-sans-sc/${weight}/${name}`);
}

/** The library's parts that its types leave out on the server. */
interface Maker {
  virtualfs: { writeFileSync: (name: string, bytes: Buffer) => void };
  setFonts: (fonts: Record<string, { normal: string; bold: string }>) => void;
  setLocalAccessPolicy: (allows: (file: string) => boolean) => void;
  setUrlAccessPolicy: (allows: (url: string) => boolean) => void;
  setTableLayouts: (layouts: Record<string, CustomTableLayout>) => void;
  createPdf: (definition: TDocumentDefinitions) => { getBuffer: () => Promise<Buffer> };
}

const thin = () => 0.5;

const form: CustomTableLayout = {
  hLineWidth: thin,
  vLineWidth: thin,
  paddingTop: () => 3,
  paddingBottom: () => 3,
  paddingLeft: () => 4,
  paddingRight: () => 4,
};

/** 'form': every line of the table, as on the town's printed forms; 'titled': a form whose first row is its own title. */
const layouts: Record<string, CustomTableLayout> = {
  form,
  titled: { ...form, hLineWidth: (line) => (line === 0 ? 0 : thin()) },
};

let maker: Promise<Maker> | undefined;

/** Only when a sheet is wanted: fonts and library take as long to load as the rest of a function. */
async function load(): Promise<Maker> {
  const loaded = (await import('pdfmake')) as unknown as Maker & { default?: Maker };
  const made = loaded.default ?? loaded;
  for (const weight of ['400Regular', '700Bold']) {
    made.virtualfs.writeFileSync(weight, await readFile(fontPath(weight)));
  }
  made.setFonts({ [FAMILY]: { normal: '400Regular', bold: '700Bold' } });
  made.setTableLayouts(layouts);
  // What stands in a document never makes the server open a file or an address.
  made.setLocalAccessPolicy(() => false);
  made.setUrlAccessPolicy(() => false);
  return made;
}

/** A text of a document, without what nobody can see. */
export const printable = (text: string): Content => ({ text: readableText(text) });

/**
 * The file's bytes. `content` is pdfmake's: A4 upright with room for a foot unless it says otherwise; tables may take the
 * layouts 'form' and 'titled'. `at` is when, so that the same sheet is the same file.
 */
export async function pdfBytes(definition: TDocumentDefinitions, title: string, at: Date): Promise<Buffer> {
  maker ??= load();
  const made = await maker;
  return made
    .createPdf({
      pageSize: 'A4',
      pageMargins: [48, 48, 48, 56],
      ...definition,
      info: { title: readableText(title), creator: '微心愿', producer: '微心愿', creationDate: at, modDate: at },
      language: 'zh-CN',
      defaultStyle: { font: FAMILY, fontSize: 10, lineHeight: 1.15, ...definition.defaultStyle },
    })
    .getBuffer();
}
