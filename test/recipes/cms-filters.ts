import sanitize, { type IOptions } from 'sanitize-html';

export type Filter = (html: string) => string;

/** Whoever may write what they like: a Custom HTML block, a fragment, a format without filters. */
export const unfiltered: Filter = (html) => html;

/** Takes tags away and leaves what is in them; takes scripts with all they hold. So do KSES, Xss, InputFilter and AntiSamy. */
const keep = (options: IOptions): Filter => {
  return (html) => sanitize(html, { disallowedTagsMode: 'discard', ...options });
};

const LINK_AND_PICTURE = { a: ['href', 'title', 'target'], img: ['src', 'alt', 'width', 'height'] };

const TEXT_TAGS =
  'p br h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote cite code em strong b i u sub sup pre hr a img'.split(' ');
const PAGE_TAGS = [...TEXT_TAGS, ...'div span section article figure figcaption table tbody tr td th'.split(' ')];

/** Drupal's Basic HTML (standard installation, 2026). */
export const drupalBasicHtml = keep({
  allowedTags: 'br p h2 h3 h4 h5 h6 cite dl dt dd a blockquote ul ol strong em code li img'.split(' '),
  allowedAttributes: { a: ['href', 'hreflang'], img: ['src', 'alt', 'width', 'height'] },
});

/** WordPress for Authors and Contributors: a long list of tags, with neither script nor iframe nor any custom element. */
export const wordpressKses = keep({
  allowedTags: [...PAGE_TAGS, 'button', 'details', 'summary', 'video', 'audio'],
  allowedAttributes: { ...LINK_AND_PICTURE, '*': ['class', 'id', 'style', 'title', 'data-*'] },
});

/** Joomla for every group but Super Users: everything but a list of forbidden tags; and its parser takes tags with a hyphen too. */
export const joomlaForbidden = keep({
  allowedTags: [...PAGE_TAGS, 'video', 'audio', 'form', 'input', 'button', 'details', 'summary'],
  allowedAttributes: false,
});

/** Liferay's AntiSamy for blogs, message boards and wikis. */
export const liferayAntiSamy = keep({
  allowedTags: PAGE_TAGS,
  allowedAttributes: { ...LINK_AND_PICTURE, '*': ['class', 'id', 'style'] },
});

const FRAME_ATTRIBUTES = 'src title width height frameborder sandbox allow referrerpolicy allowfullscreen'.split(' ');

/** Liferay's iframe sanitiser (2025.Q4): every frame gets the flags of the setting; blank is a frame that may do nothing. */
export const liferayFrames =
  (flags: string): Filter =>
  (html) =>
    sanitize(html, {
      allowedTags: [...PAGE_TAGS, 'iframe'],
      allowedAttributes: { ...LINK_AND_PICTURE, iframe: FRAME_ATTRIBUTES.filter((name) => name !== 'sandbox') },
    }).replace('<iframe', `<iframe sandbox="${flags}"`); // the sanitiser here would drop an empty one

/** SharePoint's rich text fields, with its HTML Field Security: no domain, these domains, or all of them. */
export const sharepointField = (domains: 'None' | 'All' | readonly string[]): Filter =>
  keep({
    allowedTags: domains === 'None' ? PAGE_TAGS : [...PAGE_TAGS, 'iframe'],
    allowedAttributes: { ...LINK_AND_PICTURE, iframe: FRAME_ATTRIBUTES },
    ...(typeof domains !== 'string' && {
      allowedIframeHostnames: [...domains],
      exclusiveFilter: ({ tag, attribs }) => tag === 'iframe' && !attribs['src'],
    }),
  });
