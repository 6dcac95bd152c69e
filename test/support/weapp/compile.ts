/** Reads a built mini-program and compiles its templates, noting everything that WeChat's tools would refuse. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { joinPath } from './paths';

export interface Problem {
  file: string;
  message: string;
}

export interface Bundle {
  /** Text of every code file, by its path inside the mini-program; null for pictures and the like. */
  files: ReadonlyMap<string, string | null>;
  /** A JavaScript expression with all compiled templates. */
  templates: string;
  problems: Problem[];
}

interface TemplateMessage {
  message: string;
  startLine: number;
}

export function compileMiniProgram(dist: string): Bundle {
  const files = readFiles(dist);
  const problems: Problem[] = [];
  const group = new TmplGroup();
  for (const [file, text] of files) {
    if (text === null) continue;
    if (file.endsWith('.wxml')) {
      const messages = group.addTmpl(withoutExtension(file), text) as TemplateMessage[];
      problems.push(...messages.map(({ message, startLine }) => ({ file: `${file}:${startLine}`, message })));
    }
    if (file.endsWith('.wxs')) group.addScript(withoutExtension(file), text);
    if (file.endsWith('.wxss')) problems.push(...missingStyles(file, text, files));
  }
  problems.push(...missingImports(group, files));
  const templates = group.getTmplGenObjectGroups();
  group.free();
  return { files, templates, problems };
}

function readFiles(dist: string): Map<string, string | null> {
  const names = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names.map((entry) => {
      const absolute = path.join(entry.parentPath, entry.name);
      const isCode = /\.(js|json|wxml|wxs|wxss)$/.test(entry.name);
      return [path.relative(dist, absolute).split(path.sep).join('/'), isCode ? readFileSync(absolute, 'utf8') : null];
    }),
  );
}

function missingImports(group: TmplGroup, files: Bundle['files']): Problem[] {
  const templates = [...files.keys()].filter((file) => file.endsWith('.wxml'));
  return templates.flatMap((file) => {
    const from = withoutExtension(file);
    const needed = [
      ...(group.getDirectDependencies(from) as string[]).map((name) => `${name}.wxml`),
      ...(group.getScriptDependencies(from) as string[]).map((name) => `${name}.wxs`),
    ];
    return needed
      .filter((name) => !files.has(name))
      .map((name) => ({ file, message: `imports ${name}, which is missing` }));
  });
}

function missingStyles(file: string, text: string, files: Bundle['files']): Problem[] {
  const imports = [...text.matchAll(/@import\s+["']([^"']+)["']/g)].map(([, name]) => joinPath(file, name ?? ''));
  return imports
    .filter((name) => !files.has(name))
    .map((name) => ({ file, message: `imports ${name}, which is missing` }));
}

function withoutExtension(file: string): string {
  return file.replace(/\.\w+$/, '');
}
