import { setUp } from './set-up.ts';
import { type TestElement, tellParent } from './tell-parent.ts';

/** The page inside an iframe: the element as the query wants it, and its news for the page around. */
const element: HTMLElement = document.createElement('i-speed-test');
setUp(element, new URLSearchParams(location.search));
document.body.append(element);
if (parent !== window) tellParent(element as TestElement);
