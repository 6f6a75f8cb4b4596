import {
  createElement,
  type ForwardedRef,
  forwardRef,
  type HTMLAttributes,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react';
import {
  type FailureEvent,
  ISpeedTestElement,
  type ResultEvent,
  type SnapshotEvent,
  type StartEvent,
  type SubmittedEvent,
} from './define.ts';

type Declared = Pick<ISpeedTestElement, keyof typeof ISpeedTestElement.properties>;

/** The element's attributes, named as its properties are. What is left out or null is absent. */
type Settings = { readonly [Name in keyof Declared]?: Declared[Name] | null | undefined };

/** The element's own events, as they are: `event.result`, and `event.preventDefault()` keeps a result in the page. */
export interface ISpeedTestHandlers {
  readonly onStart?: ((event: StartEvent) => void) | undefined;
  readonly onProgress?: ((event: SnapshotEvent) => void) | undefined;
  readonly onResult?: ((event: ResultEvent) => void) | undefined;
  readonly onSubmitted?: ((event: SubmittedEvent) => void) | undefined;
  readonly onFailure?: ((event: FailureEvent) => void) | undefined;
}

export interface ISpeedTestProps
  extends
    Settings,
    ISpeedTestHandlers,
    Omit<HTMLAttributes<ISpeedTestElement>, keyof Settings | keyof ISpeedTestHandlers> {}

const EVENTS = {
  onStart: 'i-speed-test-start',
  onProgress: 'i-speed-test-progress',
  onResult: 'i-speed-test-result',
  onSubmitted: 'i-speed-test-submitted',
  onFailure: 'i-speed-test-failure',
} as const satisfies Record<keyof ISpeedTestHandlers, keyof HTMLElementEventMap>;

/**
 * `<i-speed-test>` for React. Settings become attributes, so that a page rendered on a server has them in its HTML, and the children,
 * which are what people see without JavaScript. `ref` is the element itself, with `start()`, `cancel()` and `reset()`.
 */
export const ISpeedTest = forwardRef(function ISpeedTest(
  { children, onStart, onProgress, onResult, onSubmitted, onFailure, ...rest }: ISpeedTestProps,
  ref: ForwardedRef<ISpeedTestElement>,
) {
  const own = useRef<ISpeedTestElement>(null);
  useImperativeHandle(ref, () => own.current!, []);
  useEffect(() => {
    const over = new AbortController();
    const handlers = { onStart, onProgress, onResult, onSubmitted, onFailure };
    for (const [name, type] of Object.entries(EVENTS) as [keyof typeof EVENTS, string][])
      if (handlers[name]) own.current?.addEventListener(type, handlers[name] as EventListener, { signal: over.signal });
    return () => over.abort();
  }, [onStart, onProgress, onResult, onSubmitted, onFailure]);
  return createElement(ISpeedTestElement.tag, { ...attributesOf(rest), ref: own }, children);
});

const DECLARED: Readonly<
  Record<string, { readonly attribute?: string; readonly reflect?: boolean; readonly type?: unknown }>
> = ISpeedTestElement.properties;

/** React up to 18 sets attributes of such elements, 19 properties where there are any: these names and values are right for both. */
const attributesOf = (props: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(props).map(([name, value]: [string, unknown]) => [
      name === 'className' ? 'class' : (DECLARED[name]?.attribute ?? name),
      value === undefined || value === false ? null : value,
    ]),
  );
