// Measures the page's speed where it runs: called by a test, which reports it.

/** Scrubs through the run, one position per frame. @param {import("./page.js").Page} page @param {number} frames */
export async function bench(page, frames) {
  const { run } = page;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const work = [];
  await frame();
  const begin = performance.now();
  for (let i = 0; i < frames; i++) {
    const at = performance.now();
    page.go(Math.floor((i / frames) * run.count));
    work.push(performance.now() - at);
    await frame();
  }
  const took = performance.now() - begin;
  const drawn = performance.now();
  page.draw();
  return {
    steps: run.count,
    framesPerSecond: Math.round((frames * 10000) / took) / 10,
    workMillis: Math.round((work.reduce((a, b) => a + b, 0) * 10) / frames) / 10,
    drawMillis: Math.round((performance.now() - drawn) * 10) / 10,
    interactiveMillis: Math.round(page.interactive),
  };
}
