import { html, nothing } from 'lit';
import { eraseHistory, readHistory } from '../history-log.ts';
import { fill } from '../../page/fill.ts';
import type { FullText } from '../locales/more-text.ts';
import { historyStyles } from '../styles/history.styles.ts';
import { focusSoon } from './focus-soon.ts';
import { historyCsv } from './history-csv.ts';
import { historyPlot } from './history-plot.ts';
import { historyTable } from './history-table.ts';
import { instantsIn } from './instants-in.ts';
import type { OpenPanel } from './panel.ts';
import { fileName, saveFile } from '../../page/save-file.ts';

export const styles = [historyStyles];

/** The tests of this device: as a curve, as a table, as a file; and their end. */
export const openPanel: OpenPanel = (element, visit) => {
  const close = () => visit.open(null);
  let isSure = false;
  let news = '';

  const ask = ({ currentTarget }: Event) => {
    isSure = true;
    element.requestUpdate();
    focusSoon(currentTarget, '[part="keep"]'); // a key that is held down, or a second click, deletes nothing
  };
  const keep = ({ currentTarget }: Event) => {
    isSure = false;
    element.requestUpdate();
    focusSoon(currentTarget, '[part="erase"]');
  };
  const erase =
    (text: FullText) =>
    ({ currentTarget }: Event) => {
      eraseHistory(visit.storage);
      isSure = false;
      news = text.past.erased;
      element.requestUpdate();
      focusSoon(currentTarget, 'h2');
    };

  const buttons = (save: () => void, text: FullText) => html`
    <button part="csv" type="button" @click=${save}>${text.past.saveCsv}</button>
    ${isSure ? nothing : html`<button part="erase" type="button" @click=${ask}>${text.past.erase}</button>`}
  `;
  const question = (count: string, text: FullText) => html`
    <div class="sure" role="group" aria-labelledby="sure">
      <p id="sure">${fill(text.past.eraseSure, { count })}</p>
      <div class="buttons">
        <button part="keep" type="button" @click=${keep}>${text.past.keep}</button>
        <button class="grave" part="erase-sure" type="button" @click=${erase(text)}>${text.past.eraseNow}</button>
      </div>
    </div>
  `;

  return {
    render: ({ tag, format }, text) => {
      const said = text.past;
      const instant = instantsIn(tag);
      // What another version or the page wrote may have no instant.
      const tests = readHistory(visit.storage).filter(({ at }) => instant(at) !== null);
      const save = () => {
        const name = fileName(new Date(), 'csv');
        saveFile(new File([historyCsv(tests, text)], name, { type: 'text/csv;charset=utf-8' }));
      };
      const written = { format, instant };
      return html`
        <section class="past" part="panel">
          <h2 tabindex="-1">${said.title}</h2>
          <p class="news" role="status">${news}</p>
          ${
            tests.length === 0
              ? html`<p>${said.empty}</p>`
              : html`
                  <p class="fine">${said.lead}</p>
                  ${tests.length > 1 ? historyPlot(tests, written, text) : nothing}
                  ${historyTable(tests, written, text)} ${isSure ? question(format.count(tests.length), text) : nothing}
                `
          }
          <div class="buttons">
            ${tests.length === 0 ? nothing : buttons(save, text)}
            <button part="back" type="button" @click=${close}>${said.back}</button>
          </div>
        </section>
      `;
    },
  };
};
