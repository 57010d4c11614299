const gap = 6;

/** Puts a popover beside its opener: below it where there is room, else above, and never outside the window. */
export function placeBeside(popover: HTMLElement, opener: Element): void {
  const box = opener.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const { clientWidth, clientHeight } = document.documentElement;
  const below = box.bottom + gap;
  const top = below + height <= clientHeight ? below : Math.max(gap, box.top - gap - height);
  const left = Math.max(gap, Math.min(box.left, clientWidth - width - gap));
  popover.style.setProperty('--top', `${Math.min(top, Math.max(gap, clientHeight - height - gap))}px`);
  popover.style.setProperty('--left', `${left}px`);
}
