import type { Chosen } from './chosen';

interface Wanted {
  accept: string;
  count: number;
  camera?: boolean;
}

/** The browser's own file dialog. */
export function chooseFiles({ accept, count, camera = false }: Wanted): Promise<Chosen[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.multiple = count > 1 && !camera;
  if (camera) input.setAttribute('capture', 'environment');
  input.style.display = 'none';
  // Some browsers open the dialog only for an input that is in the document.
  document.body.append(input);
  return new Promise((resolve) => {
    const finish = (files: readonly File[]) => {
      input.remove();
      resolve(files.slice(0, count).map((file) => ({ kind: 'file', file })));
    };
    input.onchange = () => finish(Array.from(input.files ?? []));
    input.addEventListener('cancel', () => finish([]));
    input.click();
  });
}
