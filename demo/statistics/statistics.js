// The address holds what is shown, so that a view can be sent to somebody; and the page speaks two languages.
const CHOICES = ['period', 'province', 'access', 'measure'];

const root = document.documentElement;
const statistics = document.querySelector('i-speed-statistics');
const report = document.querySelector('#report');
const openData = document.querySelector('#open-data');
const buttons = document.querySelectorAll('[data-language]');

const query = () => new URLSearchParams(location.search);
const remember = (name, value) => {
  const next = query();
  if (value === null) next.delete(name);
  else next.set(name, value);
  const text = String(next);
  history.replaceState(null, '', `${location.pathname}${text && `?${text}`}${location.hash}`);
};

const speak = (language) => {
  root.lang = language;
  for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.language === language));
  document.title = document.querySelector(`h1 [lang=${language}]`).textContent;
  link();
};

/** What is linked is of the same province and month, in the same language; of the country, there is the list of all reports. */
const link = () => {
  const province = statistics.getAttribute('province') ?? '';
  const period = statistics.getAttribute('period') ?? '';
  const month = /^\d{4}-\d\d$/.test(period) ? `month=${period}&` : '';
  report.href = `../reports/${province}?${month}lang=${root.lang}`;
  document.querySelector('#report-of').textContent = province && ` (${province})`;
  openData.href = `../open-data/?lang=${root.lang}`;
};

for (const name of CHOICES) {
  const value = query().get(name);
  if (value !== null) statistics.setAttribute(name, value);
}
statistics.addEventListener('i-speed-statistics-change', ({ choices }) => {
  for (const name of CHOICES) {
    const isDefault = { access: 'fixed', measure: 'download' }[name] === choices[name];
    remember(name, isDefault ? null : choices[name]);
  }
  statistics.updateComplete.then(link);
});
for (const button of buttons)
  button.addEventListener('click', () => {
    speak(button.dataset.language);
    remember('lang', button.dataset.language === 'vi' ? null : button.dataset.language);
  });

speak(query().get('lang') === 'en' ? 'en' : 'vi');
