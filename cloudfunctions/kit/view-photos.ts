/** Shapes that several areas show: photos by their ids. */
import type { z } from 'zod';
import type { Photo } from '../../contract/shapes';
import type { Host } from '../host/host';
import * as media from '../store/media';

export type PhotoView = z.infer<typeof Photo>;

/** Links to the renditions of photos, made in one go for a whole page; ids that are gone are left out. */
export async function viewPhotos(host: Host, ids: readonly string[]): Promise<(ids: readonly string[]) => PhotoView[]> {
  const found = await media.findMany([...new Set(ids)]);
  const docs = [...found.values()].filter((doc) => doc.kind === 'image');
  const keys = docs.flatMap(({ _id }) => media.renditions.map((rendition) => media.imageKey(_id, rendition)));
  const links = await host.files.links(keys, 'public');
  const photos = new Map<string, PhotoView>();
  for (const [index, { _id, width, height }] of docs.entries()) {
    const [thumb = '', medium = '', view = ''] = links.slice(index * media.renditions.length);
    photos.set(_id, { id: _id, thumb, medium, view, width, height });
  }
  return (wanted) => wanted.flatMap((id) => photos.get(id) ?? []);
}
