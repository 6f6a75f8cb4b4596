import type { ISpeedTestElement } from '../element/i-speed-test-element.ts';
import { setUp } from './set-up.ts';
import { tellParent } from './tell-parent.ts';

/** The page inside an iframe: the element as the query wants it, and its news for the page around. */
const element = document.createElement('i-speed-test') as ISpeedTestElement;
setUp(element, new URLSearchParams(location.search));
document.body.append(element);
if (parent !== window) tellParent(element);
