/** '照片 2/3，正在上传 45%' */
export function progressText(photos: number, progress: number): string {
  const arrived = progress * photos;
  // A sum of parts may fall short of the whole by a hair.
  if (arrived >= photos - 0.001) return '照片都传好了，正在发布';
  const sent = Math.floor(arrived + 0.001);
  return `照片 ${sent + 1}/${photos}，正在上传 ${Math.max(0, Math.round((arrived - sent) * 100))}%`;
}
