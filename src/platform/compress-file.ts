import { firstEffort, LONG_EDGE, MOST_BYTES, nextEffort, type Effort } from './photo-size';

/** A noisy picture needs four; the last is sent whatever it weighs. */
const MOST_TRIES = 6;

/** On H5: a JPEG that fits, or the file as it is where it fits already or the browser cannot read or turn it. */
export async function compressFile(file: File): Promise<File> {
  // Without it a drawn photo loses its turn along with its EXIF; the server turns such photos itself.
  if (!CSS.supports('image-orientation', 'from-image')) return file;
  const url = URL.createObjectURL(file);
  try {
    const image = await readImage(url);
    const isSmall = Math.max(image.naturalWidth, image.naturalHeight) <= LONG_EDGE && file.size < MOST_BYTES;
    if (isSmall && file.type === 'image/jpeg') return file;
    const smaller = await encode(image);
    return smaller !== null && (smaller.size < file.size || !isSmall) ? asFile(smaller, file.name) : file;
  } catch {
    // HEIC in most browsers: the server reads it.
    return file;
  } finally {
    URL.revokeObjectURL(url);
  }
}

const asFile = (blob: Blob, name: string): File =>
  new File([blob], `${name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg' });

async function readImage(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  // Reads the pixels aside, so that the page goes on.
  await image.decode();
  return image;
}

async function encode(image: HTMLImageElement): Promise<Blob | null> {
  let effort = firstEffort(image.naturalWidth, image.naturalHeight);
  let canvas = draw(image, effort);
  let blob = await toJpeg(canvas, effort);
  for (let tries = 1; blob !== null && blob.size >= MOST_BYTES && tries < MOST_TRIES; tries++) {
    const next = nextEffort(effort, blob.size);
    if (next.edge !== effort.edge) canvas = draw(image, next);
    effort = next;
    blob = await toJpeg(canvas, effort);
  }
  return blob;
}

function draw(image: HTMLImageElement, { edge }: Effort): HTMLCanvasElement {
  const { naturalWidth, naturalHeight } = image;
  const scale = edge / Math.max(naturalWidth, naturalHeight);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(naturalHeight * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  // JPEG has no transparency: without it that would be black.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

const toJpeg = (canvas: HTMLCanvasElement, { quality }: Effort): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
