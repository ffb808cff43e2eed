// SPDX-License-Identifier: MIT
// The own place and the shortlist on a device that keeps things, keeps nothing, or holds nonsense.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { pathToFileURL } from "node:url";

globalThis.window = new EventTarget();
const device = new Map();
let isFull = false;
globalThis.localStorage = {
  getItem: (key) => device.get(key) ?? null,
  setItem: (key, value) => {
    if (isFull) throw new Error("full");
    device.set(key, value);
  },
  removeItem: (key) => device.delete(key),
};
const address = pathToFileURL(process.env.PRAXIS_BUNDLE).href;
const { ownPlace, chooseOwnPlace, forgetOwnPlace, onOwnPlaceChange, ...list } = await import(address);
const otherScript = await import(`${address}?other`);

beforeEach(() => {
  isFull = false;
  forgetOwnPlace();
  list.clearShortlist();
  device.clear();
});

test("a place is kept under its name and removed without a trace", () => {
  assert.equal(ownPlace(), undefined);
  assert.equal(chooseOwnPlace({ municipality: "hamm", values: { jugendamt: ["eigenes"] } }), true);
  assert.deepEqual(ownPlace(), { municipality: "hamm", values: { jugendamt: ["eigenes"] } });
  forgetOwnPlace();
  assert.equal(ownPlace(), undefined);
  assert.equal(device.size, 0);
});

test("a change is told to every script of the page, and to nobody who stopped listening", () => {
  const told = [];
  const stop = onOwnPlaceChange(() => told.push("here"));
  otherScript.onOwnPlaceChange(() => told.push(otherScript.ownPlace()?.municipality ?? null));
  chooseOwnPlace({ municipality: "hamm", values: {} });
  stop();
  forgetOwnPlace();
  assert.deepEqual(told, ["here", "hamm", null]);
});

test("on a device that keeps nothing a choice lasts for the page, for all its scripts", () => {
  isFull = true;
  assert.equal(chooseOwnPlace({ municipality: "hamm", values: {} }), false);
  assert.equal(ownPlace().municipality, "hamm");
  assert.equal(otherScript.ownPlace().municipality, "hamm");
  forgetOwnPlace();
  assert.equal(otherScript.ownPlace(), undefined);
});

test("nonsense on the device counts as nothing kept", () => {
  for (const text of ["", "{", "null", "[]", '"hamm"', '{"municipality":"../x","values":{}}', '{"municipality":null}']) {
    device.set("praxis-eigener-ort", text);
    assert.equal(ownPlace(), undefined, text);
  }
  for (const text of ["{", '["a","a"]', '["<b>"]', "[1]", '{"0":"a"}', JSON.stringify(Array.from({ length: 51 }, (_, at) => `f${at}`))]) {
    device.set("praxis-merkliste", text);
    assert.deepEqual(list.shortlist(), [], text);
  }
});

test("the shortlist keeps the order, takes nothing twice and is gone when empty", () => {
  assert.equal(list.addToShortlist("b"), true);
  assert.equal(list.addToShortlist("a"), true);
  assert.equal(list.addToShortlist("b"), true);
  assert.equal(list.addToShortlist("<script>"), false);
  assert.deepEqual(list.shortlist(), ["b", "a"]);
  assert.equal(list.isListed("a"), true);
  list.removeFromShortlist("b");
  list.removeFromShortlist("a");
  assert.equal(device.size, 0);
});

test("a full shortlist says so", () => {
  for (let at = 0; at < list.MOST_LISTED; at += 1) assert.equal(list.addToShortlist(`f${at}`), true);
  assert.equal(list.addToShortlist("f-neu"), false);
  assert.equal(list.addToShortlist("f0"), true);
});

test("another tab's change is told", () => {
  let told = 0;
  list.onShortlistChange(() => (told += 1));
  window.dispatchEvent(Object.assign(new Event("storage"), { key: "praxis-merkliste" }));
  window.dispatchEvent(Object.assign(new Event("storage"), { key: "praxis-anderes" }));
  assert.equal(told, 1);
});
