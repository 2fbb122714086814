import { useLocation } from '@remix-run/react';
import type { ComponentType } from 'react';

/** A page whose forms begin anew with the thing that its address names, so that no text of one thing stands in another. */
export function perPath(Page: ComponentType): ComponentType {
  return function PagePerPath() {
    const { pathname } = useLocation();
    return <Page key={pathname} />;
  };
}
