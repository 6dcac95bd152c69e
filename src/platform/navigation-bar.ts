/** Taro draws the H5 navigation bar's buttons without a role, a name or a key; this gives them all three. */
const buttons = [
  ['taro-navigation-bar-back', '返回'],
  ['taro-navigation-bar-home', '回到首页'],
] as const;

export function nameNavigationBar(): void {
  for (const [className, label] of buttons) {
    const button = document.querySelector<HTMLElement>(`.${className}`);
    if (!button) continue;
    button.setAttribute('role', 'button');
    button.setAttribute('aria-label', label);
    button.tabIndex = 0;
    button.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter' || key === ' ') button.click();
    });
  }
}
