// Prints what Lighthouse marks below full, one JSON list of [page, audit, words].
// Arguments: the module, the browser's debugging port, the addresses.
const [module, port, ...urls] = process.argv.slice(1);
const { default: lighthouse } = await import(module);

const findings = [];
for (const url of urls) {
  const { lhr } = await lighthouse(url, {
    port: Number(port),
    output: "json",
    logLevel: "silent",
    onlyCategories: ["accessibility", "best-practices", "seo"],
    // No speed is measured: nothing is waited for, and slowness is only reckoned.
    throttlingMethod: "simulate",
    pauseAfterFcpMs: 0,
    pauseAfterLoadMs: 0,
    networkQuietThresholdMs: 100,
    cpuQuietThresholdMs: 100,
    disableFullPageScreenshot: true,
  });
  if (lhr.runtimeError) findings.push([lhr.runtimeError.code, url, lhr.runtimeError.message]);
  for (const category of Object.values(lhr.categories)) {
    if (category.score === 1) continue;
    const lost = category.auditRefs
      .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== 1)
      .map(({ id }) => lhr.audits[id])
      .filter((audit) => audit.scoreDisplayMode !== "notApplicable");
    const words = lost.map((audit) => `${audit.id} (${audit.title})`).join(", ");
    findings.push([category.id, url, `${category.score * 100} of 100: ${words}`]);
  }
}
console.log(JSON.stringify(findings));
