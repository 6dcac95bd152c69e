import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

export interface Mounted {
  container: HTMLElement;
  render: (node: ReactNode) => Promise<void>;
  unmount: () => Promise<void>;
}

/** Renders into the document; every promise that is settled by then has had its effect. */
export async function mount(node: ReactNode): Promise<Mounted> {
  const container = document.createElement('div');
  document.body.append(container);
  const root = createRoot(container);
  const render = (next: ReactNode) => settle(() => root.render(next));
  await render(node);
  return { container, render, unmount: () => settle(() => root.unmount()) };
}

// A test may stop the clock, not this.
const realTimeout = setTimeout;
const turn = () => new Promise((resolve) => realTimeout(resolve, 0));

export async function settle(step: () => void): Promise<void> {
  await act(async () => {
    step();
    await turn();
  });
}

/** What a hook returned last. */
export async function mountHook<Result>(useHook: () => Result) {
  const result: { current: Result | null } = { current: null };
  function Host() {
    result.current = useHook();
    return null;
  }
  const mounted = await mount(<Host />);
  const current = (): Result => {
    if (result.current === null) throw new Error('the hook has not run');
    return result.current;
  };
  return { current, rerender: () => mounted.render(<Host />), unmount: mounted.unmount };
}
