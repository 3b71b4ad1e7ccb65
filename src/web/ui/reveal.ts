import { type RefObject, useEffect, useRef } from 'react';

/** What is opened beside a list comes into sight where the screen is too narrow for both; where it is in sight nothing moves. */
export function useReveal<Shown extends HTMLElement>(opened: string): RefObject<Shown | null> {
  const shown = useRef<Shown>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another thing is opened in the same place
  useEffect(() => {
    shown.current?.scrollIntoView({ block: 'nearest' });
  }, [opened]);
  return shown;
}
