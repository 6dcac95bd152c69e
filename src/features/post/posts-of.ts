import { openTab } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import { createStore } from '../../platform/store';

/** Whose posts the feed is asked to show: a tab page is opened without parameters. */
export interface ShownRepresentative {
  id: string;
  name: string;
}

export const shownRepresentative = createStore<ShownRepresentative | null>(null);

/** The feed, narrowed to one representative. */
export function showPostsOf(representative: ShownRepresentative): void {
  shownRepresentative.set(representative);
  openTab(routes.feed);
}
