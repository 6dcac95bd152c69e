/**
 * sharp for what strangers send (docs/decisions/0017). It decodes in this process, in threads beside the event loop;
 * what could go wrong there is kept small: three loaders, one thread a picture, nothing kept between pictures.
 */
import sharp from 'sharp';

sharp.cache(false);
sharp.concurrency(1);
// libvips would read SVG, GIF, TIFF, PDF and more, whatever a file is called.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});

export { sharp };
