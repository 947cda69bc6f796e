const apple = /mac|iphone|ipad/i.test(navigator.platform);

/** A key as it stands on the reader's keyboard. */
export function Kbd({ children }: { children: string }) {
  const shown = apple ? children : children.replace("⌘", "Ctrl ");
  return <kbd aria-hidden="true">{shown}</kbd>;
}
