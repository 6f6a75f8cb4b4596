import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aFailure, aRow } from './entries.ts';
import { errorPlot, positionOf } from './error-plot.ts';
import { cellsOf } from './medians.ts';

const plot = (...rows: ReturnType<typeof aRow>[]): string => errorPlot(cellsOf(rows, { links: [], engines: [] }));

const count = (text: string, what: RegExp): number => [...text.matchAll(what)].length;

describe('the plot of errors', () => {
  it('gives every factor of ten the same width, whatever the sign', () => {
    assert.ok(Math.abs(positionOf(1) - positionOf(0.1) - (positionOf(10) - positionOf(1))) < 1e-12);
    assert.equal(positionOf(-3), positionOf(3));
  });

  it('stays inside its axis', () => {
    assert.equal(positionOf(0), 0);
    assert.equal(positionOf(0.001), 0);
    assert.equal(positionOf(-100), 1);
    assert.equal(positionOf(250), 1);
  });

  it('has a full disc for too high and a hollow one for too low', () => {
    const svg = plot(aRow({ downErrorPercent: 2, upErrorPercent: -2 }));
    assert.equal(count(svg, /<circle[^>]*fill="#fff"[^>]*stroke-width/g), 1);
    assert.equal(count(svg, /<circle[^>]*fill="#0072b2"[^>]*stroke-width/g), 1);
  });

  it('shows every run where there are several', () => {
    assert.equal(count(plot(aRow(), aRow({ round: 2 }), aRow({ round: 3 })), /fill-opacity="0.6"/g), 6);
  });

  it('says so where an engine had no result on a link that others measured', () => {
    const svg = plot(aRow(), aFailure('gone', { engine: 'ndt7' }));
    assert.equal(count(svg, /no result/g), 2);
  });

  it('tells servers apart where there are two kinds', () => {
    const svg = plot(aRow(), aRow({ cc: 'cubic' }));
    assert.ok(svg.includes('ftth100 bbr') && svg.includes('ftth100 cubic'));
  });

  it('is one document without anything loaded from elsewhere', () => {
    const svg = plot(aRow());
    assert.ok(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"'));
    assert.equal(count(svg, /href|url\(|<script/g), 0);
    assert.equal(count(svg, /NaN|undefined|null/g), 0);
  });

  it('writes names so that they cannot be markup', () => {
    assert.ok(plot(aRow({ link: '<b>&' })).includes('&lt;b&gt;&amp;'));
  });
});
