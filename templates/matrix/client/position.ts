const gap = 6;

/** Puts a popover below its opener, above or beside it, wherever there is room first; never outside the window. */
export function placeBeside(popover: HTMLElement, opener: Element): void {
  const box = opener.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const { clientWidth, clientHeight } = document.documentElement;
  const [furthestLeft, furthestTop] = [clientWidth - width - gap, clientHeight - height - gap];
  let [left, top] = [box.left, box.bottom + gap];
  if (top > furthestTop) {
    const above = box.top - gap - height;
    if (above >= gap) top = above;
    else left = box.right + gap <= furthestLeft ? box.right + gap : box.left - gap - width;
  }
  popover.style.setProperty('--top', `${clamp(top, furthestTop)}px`);
  popover.style.setProperty('--left', `${clamp(left, furthestLeft)}px`);
}

function clamp(at: number, furthest: number): number {
  return Math.max(gap, Math.min(at, furthest));
}
