import { html, nothing } from 'lit';
import type { Figures } from '../../protocol/progress.ts';
import { fill } from '../../page/fill.ts';
import type { FullText } from '../locales/more-text.ts';
import type { ExplanationModel } from './explanation.ts';

/** The result beside the medians that may be published; where none may, what is still missing. */
export const comparison = (model: ExplanationModel, text: FullText) => {
  const { provinceName, progress, format } = model;
  const said = text.comparison;
  if (provinceName === null)
    return html`
      <h3>${said.title}</h3>
      <p>${said.noProvince}</p>
    `;
  if (!progress) return nothing;
  if (!progress.figures)
    return html`
      <h3>${said.title}</h3>
      <p>${fill(said.unpublished, { province: provinceName, missing: format.count(progress.missing) })}</p>
    `;
  return html`
    <h3>${said.title}</h3>
    ${table(model, progress.figures, provinceName, text)}
  `;
};

const table = ({ result, progress, format }: ExplanationModel, figures: Figures, province: string, text: FullText) => {
  const operator = progress?.operator?.figures && result.operator;
  const others = [
    { name: province, figures, sentence: text.comparison.province },
    ...(operator
      ? [{ name: operator.name, figures: progress.operator!.figures!, sentence: text.comparison.operator }]
      : []),
  ];
  const rate = (value: number | undefined) => (value === undefined ? '–' : format.rate(value));
  const { download, upload, latency } = result;
  const rows = [
    [
      `${text.download}, ${text.megabitsPerSecond}`,
      rate(download?.bitsPerSecond),
      others.map((other) => rate(other.figures.medianDownloadBitsPerSecond)),
    ],
    [
      `${text.upload}, ${text.megabitsPerSecond}`,
      rate(upload?.bitsPerSecond),
      others.map((other) => rate(other.figures.medianUploadBitsPerSecond)),
    ],
    [
      `${text.latency}, ms`,
      latency.idle ? format.milliseconds(latency.idle.medianMs) : '–',
      others.map((other) => format.milliseconds(other.figures.medianLatencyMs)),
    ],
  ] as const;
  return html`
    <table part="comparison">
      <thead>
        <tr>
          <td></td>
          <th scope="col">${text.comparison.you}</th>
          ${others.map(({ name }) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, own, medians]) => html`
            <tr>
              <th scope="row">${name}</th>
              <td><b>${own}</b></td>
              ${medians.map((median) => html`<td>${median}</td>`)}
            </tr>
          `,
        )}
      </tbody>
    </table>
    ${others.map(
      (other) => html`
        <p class="fine">
          ${fill(other.sentence, {
            province,
            operator: other.name,
            month: format.month(other.figures.month),
            votes: format.count(other.figures.votes),
          })}
        </p>
      `,
    )}
  `;
};
