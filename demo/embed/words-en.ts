import type { Words } from './words.ts';

const BANNER_STAYS = 'Your old banner, as before.';

export const english: Words = {
  tag: 'en',
  title: 'Put the speed test on your page',
  lead: 'Choose, look, copy, check. Ten minutes; nothing to install.',
  home: 'Demo page',
  steps: { choose: 'Choose', look: 'Look', copy: 'Copy to your page', check: 'Check your page' },
  groups: {
    form: 'How it is embedded',
    place: 'Your page',
    looks: 'Looks',
    banner: 'Old banner (shown where the test cannot run)',
  },
  forms: {
    script: { name: 'Script', about: 'Recommended. Always the newest version.' },
    'script-pinned': {
      name: 'Script pinned by its hash (SRI)',
      about: 'Runs exactly this version. After an update, copy it again; until then the old banner shows.',
    },
    'own-worker': { name: 'Script, worker on your own server', about: 'Where the page’s policy does not allow blob:.' },
    iframe: { name: 'Frame (iframe)', about: 'Where the content management system allows no script.' },
  },
  fields: {
    collector: { name: 'Collector', hint: 'Such as https://collector.example.vn' },
    site: { name: 'Site identifier', hint: 'a–z, 0–9, dot, hyphen. Not a password.' },
    province: { name: 'Province or city' },
    layout: { name: 'Layout' },
    size: { name: 'Banner size' },
    locale: { name: 'Language' },
    plan: { name: 'Plan' },
    kiosk: { name: 'Kiosk name', hint: 'Such as hall-3. Without it the kiosk sends no sign of life.' },
    accent: { name: 'Main colour', hint: 'As #rrggbb. Empty: the blue of the test.' },
    radius: { name: 'Round corners (px)', hint: '0 to 60. Empty: 20.' },
    workerSrc: { name: 'Path of the worker file on your server' },
    bannerLink: { name: 'Link' },
    bannerImage: { name: 'Picture' },
    bannerText: { name: 'Text instead of the picture' },
  },
  layouts: { card: 'Card', banner: 'Banner', kiosk: 'Kiosk' },
  options: {
    noProvince: 'People choose',
    fullWidth: 'As wide as there is room',
    pageLanguage: 'The page’s language',
    personChooses: 'People choose',
    plans: { standard: 'Always standard', saver: 'Always saving data', thorough: 'Always thorough' },
  },
  mistakes: {
    'not-a-choice': 'There is no such choice.',
    'not-an-address': 'Write an address, such as https://collector.example.vn.',
    'not-an-id': 'Only a–z, 0–9, dot and hyphen, a letter or digit first, at most 63 characters.',
    'not-a-colour': 'Write a colour as #rrggbb, such as #b3261e.',
    'not-a-radius': 'Write a number from 0 to 60.',
    'not-own': 'Write a path on your own server, such as /js/engine-worker.js.',
    missing: 'A frame needs the site identifier.',
  },
  pickColour: 'Pick the main colour',
  lowContrast: 'This colour is too pale on white; people with weak sight cannot read it.',
  noColoursInFrame: 'Colours and corners cannot be set inside a frame.',
  preview: {
    note: 'This is the real test. Results made here are not sent.',
    wrong: 'Mend the marked fields to see the test and copy its code.',
  },
  copy: {
    html: 'HTML',
    htmlAbout: 'Paste it where the old banner is.',
    css: 'CSS',
    cssAbout: 'Paste it into a style sheet of the page.',
    worker: 'Worker file',
    workerAbout:
      'Download this file and put it on your server under the path below. Download it again when the script is updated.',
    download: 'Download engine-worker.js',
    height: 'Let the frame follow its content’s height (optional)',
    heightAbout: 'Save it as a .js file of the page and add it with a script tag.',
    policy: 'Content-Security-Policy',
    policyAbout:
      'Only if the page has a Content-Security-Policy already. Add these sources to the lines of the same name; where there is no such line, step 4 tells the whole one.',
    trustedTypes: 'If the page’s policy has require-trusted-types-for, add this line too:',
    pinned: 'The hash was read from the collector just now.',
    button: 'Copy',
    copied: 'Copied',
    byHand: 'Selected; press Ctrl+C',
    waiting: 'Reading from the collector…',
    noCollector: 'This collector cannot be read. Check the address, or try again later.',
    noPoints: 'This collector has no measurement points yet.',
  },
  check: {
    about:
      'A browser cannot read another page’s HTTP headers. Run the command below and paste what it prints, or paste the Content-Security-Policy, a server’s configuration or the page’s HTML.',
    url: 'Address of the page',
    urlWrong: 'Write a whole address, such as https://portal.example.gov.vn/.',
    pasted: 'The page’s HTTP headers, policy or HTML',
    pastedHint: 'Read in this browser only; it is sent nowhere.',
    commands: 'Commands',
    headersCommand: 'Get the HTTP headers (in PowerShell write curl.exe):',
    doctorCommand: 'Or let the doctor read the page itself, in the folder of the source code:',
    verdict: {
      fine: 'Nothing stands in the way. The test will run.',
      limited: 'The test will run, but not all of it.',
      blocked: 'The page blocks the test.',
      nothing: 'There are no HTTP headers in what was pasted.',
    },
    noPolicy: 'The page has no Content-Security-Policy.',
    rung: 'How it runs',
    rungs: {
      'worker-file': 'the worker on your server',
      'blob-worker': 'the worker inside the script',
      iframe: 'a frame of the collector',
      banner: 'not at all; the old banner stays',
      nothing: 'not at all; an empty frame',
    },
    visitor: 'A visitor sees',
    todo: 'To do',
    cure: ({ directive }, { n, of, where }) => {
      const place = where === 'meta' ? 'the meta tag' : 'the HTTP header';
      const which = of > 1 ? `policy ${n} (${place})` : place;
      return `In ${which}, let ${directive} read:`;
    },
  },
  findings: {
    'mixed-content': {
      title: 'The page is https, the collector http',
      seen: BANNER_STAYS,
      todo: 'Use the collector’s https address. No line of policy can replace that.',
    },
    'mixed-points': {
      title: 'The page is https, but a measurement point is http only',
      seen: '“No measurement point can be reached.”',
      todo: 'Tell the operator of the collector: points need https.',
    },
    upgraded: {
      title: 'upgrade-insecure-requests turns http addresses into https',
      seen: BANNER_STAYS,
      todo: 'Use a collector and points with https, or drop upgrade-insecure-requests.',
    },
    'sandbox-scripts': { title: 'sandbox allows no scripts', seen: BANNER_STAYS },
    'sandbox-origin': {
      title: 'sandbox takes the page’s origin away',
      seen: 'The test runs, but results do not count for your site and no history is kept.',
    },
    script: { title: 'The script may not be loaded', seen: BANNER_STAYS },
    'script-nonce': {
      title: '“strict-dynamic” makes script-src ignore host names',
      seen: BANNER_STAYS,
      todo: 'Put the page’s nonce into the script tag (nonce="…", made anew by the server each time), or choose the script pinned by its hash.',
    },
    'integrity-policy': {
      title: 'Integrity-Policy takes only scripts with a hash',
      seen: BANNER_STAYS,
      todo: 'Choose the script pinned by its hash (SRI).',
    },
    'trusted-types': { title: 'trusted-types lacks the test’s names', seen: BANNER_STAYS },
    parts: {
      title: 'What the script loads later is not allowed',
      seen: 'The test runs, but a result is one sentence; banner and kiosk show as a card; there is no English.',
    },
    worker: {
      title: 'The worker may not run',
      seen: 'The next step of the ladder: the worker inside the script, a frame of the collector, in the end your old banner (see “How it runs”).',
    },
    'worker-coep': {
      title: 'The page is isolated (COEP), so the worker file has to be as well',
      seen: 'Without that, the worker file is refused.',
      todo: 'Check that the server sends the same Cross-Origin-Embedder-Policy with the worker file.',
    },
    frame: { title: 'The frame is not allowed', seen: 'An empty box.' },
    'frame-coep': {
      title: 'The page is isolated (COEP), so the frame has to be as well',
      seen: 'In a browser that does not take the collector’s frame: an empty box.',
      todo: 'Look at the page in several browsers, or choose one of the forms with a script.',
    },
    'frame-ancestors': {
      title: 'The collector does not let this page frame the test for that site',
      seen: 'An empty box.',
      todo: 'Ask the operator of the collector to enter this page’s origin for the site, or check the site identifier.',
    },
    collector: { title: 'The collector may not be asked', seen: '“The measuring service cannot be reached.”' },
    points: { title: 'The measurement points may not be asked', seen: '“No measurement point can be reached.”' },
    sockets: {
      title: 'No WebSocket may be opened to the points',
      seen: 'The test runs; latency is measured over HTTP, less exactly.',
    },
    families: {
      title: 'The points’ own names for IPv4 and IPv6 may not be asked',
      seen: 'The test runs; whether the line has IPv6 stays unknown.',
    },
    permissions: {
      title: 'Permissions-Policy switches sharing or copying off',
      seen: 'The test runs; sharing a result is less handy.',
      todo: 'Optional: allow clipboard-write and web-share.',
    },
  },
  command: {
    usage:
      'Usage: npm run doctor -- https://page… --collector https://… [--form script|script-pinned|own-worker|iframe] [--layout card|banner|kiosk] [--site …] [--worker-src /js/engine-worker.js] [--locale vi|en]',
    redirected: (url) => `redirected to ${url}`,
    unreachable: (url, why) => `${url} cannot be read: ${why}`,
    read: (url, status) => `read ${url} (status ${status})`,
    cut: 'Only the first 512 kB of the page were read.',
  },
};
