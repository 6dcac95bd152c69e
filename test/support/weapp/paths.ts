/** Paths inside a mini-program: `/a/b` from its root, `./b` and `../b` from the file that says so. */
export function joinPath(from: string, relative: string): string {
  const segments = relative.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const segment of relative.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

export interface Address {
  path: string;
  query: Record<string, string>;
}

/** Splits `pages/a/index?id=1`, as given to wx.navigateTo on the page `from`. */
export function parseUrl(from: string, url: string): Address {
  const [path = '', search = ''] = url.split('?');
  const pairs = search.split('&').filter(Boolean);
  const query = Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [decodeURIComponent(name), decodeURIComponent(value.join('='))];
    }),
  );
  return { path: joinPath(from, path).replace(/\.html$/, ''), query };
}
