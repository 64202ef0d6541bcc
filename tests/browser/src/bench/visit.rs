//! A first visit on an emulated slow phone.

use std::collections::HashMap;
use std::ops::{Deref, DerefMut};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::devtools::{Chromium, Tab};
use crate::engine::TIMEOUT;

/// How long nothing may happen on the network before a page counts as loaded.
const QUIET: Duration = Duration::from_millis(500);
/// Watches a page from its first line on: see the script itself.
const WATCH: &str = include_str!("watch.js");

/// A page in a profile of its own.
pub(crate) struct Visit<'a> {
    tab: Tab<'a>,
    /// Bytes of answers as they were sent, heads included.
    pub(crate) bytes: f64,
    /// Files asked for.
    pub(crate) requests: usize,
    /// The requests without an end so far, each with the frame that it is for.
    open: HashMap<String, String>,
}

impl<'a> Visit<'a> {
    /// Opens an empty page. `script` runs in each document before its own scripts.
    pub(crate) fn new(chromium: &'a mut Chromium, script: &str) -> Self {
        let mut visit = Self {
            tab: Tab::new(chromium),
            bytes: 0.0,
            requests: 0,
            open: HashMap::new(),
        };
        visit.slow_down();
        for domain in ["Page.enable", "Network.enable", "HeapProfiler.enable"] {
            visit.call(domain, json!({}));
        }
        let source = json!({ "source": format!("{WATCH}\n{script}") });
        visit.call("Page.addScriptToEvaluateOnNewDocument", source);
        // The start of the browser's process is none of the page's affair.
        visit.until("document.readyState === 'complete'");
        visit.settle();
        visit
    }

    /// Lighthouse's phone on its slow 4G: 150 ms there and back, 1.6 and 0.75 Mbit/s, a
    /// processor four times slower than this one.
    fn slow_down(&mut self) {
        let screen =
            json!({ "width": 412, "height": 823, "deviceScaleFactor": 1.75, "mobile": true });
        self.call("Emulation.setDeviceMetricsOverride", screen);
        let line = json!({
            "offline": false,
            "latency": 150,
            "downloadThroughput": 1_600_000 / 8,
            "uploadThroughput": 750_000 / 8,
        });
        self.call("Network.emulateNetworkConditions", line);
        self.call("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }));
    }

    /// Loads an address.
    pub(crate) fn open(&mut self, url: &str) {
        self.call("Page.navigate", json!({ "url": url }));
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    /// The value of a JavaScript expression that is a number.
    pub(crate) fn number(&mut self, expression: &str) -> f64 {
        let value = self.value(expression);
        value
            .as_f64()
            .unwrap_or_else(|| panic!("`{expression}` is {value}"))
    }

    /// Waits until a JavaScript expression holds.
    ///
    /// # Panics
    /// If it does not come to hold.
    pub(crate) fn until(&mut self, expression: &str) {
        let started = Instant::now();
        while self.value(&format!("!!({expression})")) != json!(true) {
            assert!(started.elapsed() < TIMEOUT, "still not: {expression}");
            self.follow(Duration::from_millis(50));
        }
    }

    /// Waits until nothing is under way on the network and nothing has been for a while.
    pub(crate) fn until_quiet(&mut self) {
        let started = Instant::now();
        let mut last = Instant::now();
        while !self.open.is_empty() || last.elapsed() < QUIET {
            assert!(
                started.elapsed() < TIMEOUT,
                "requests are still open: {:?}",
                self.open
            );
            if self.follow(QUIET) {
                last = Instant::now();
            }
        }
    }

    /// Waits until pending frames and events have been processed.
    pub(crate) fn settle(&mut self) {
        let until = Instant::now() + Duration::from_millis(250);
        while let Some(left) = until.checked_duration_since(Instant::now()) {
            self.follow(left);
        }
    }

    /// Takes note of the next event within `time`; gives whether it was the network's.
    fn follow(&mut self, time: Duration) -> bool {
        let Some(event) = self.tab.chromium.event(time) else {
            return false;
        };
        if event["sessionId"] != self.tab.session.as_str() {
            return false;
        }
        let about = &event["params"];
        let request = about["requestId"].as_str().unwrap_or_default();
        match event["method"].as_str().unwrap_or_default() {
            "Network.requestWillBeSent" => {
                let frame = about["frameId"].as_str().unwrap_or_default();
                // Of what a document had asked for before another took its place, Chromium does not
                // always tell the end.
                if about["type"] == "Document" {
                    self.open.retain(|_, other| other != frame);
                }
                self.requests += 1;
                self.open.insert(request.into(), frame.into());
            }
            "Network.loadingFinished" => {
                self.bytes += about["encodedDataLength"].as_f64().unwrap_or(0.0);
                self.open.remove(request);
            }
            "Network.loadingFailed" => {
                self.open.remove(request);
            }
            _ => return false,
        }
        true
    }

    /// Bytes of live JavaScript objects and of WebAssembly memory, after a garbage collection.
    pub(crate) fn memory(&mut self) -> (f64, f64) {
        self.call("HeapProfiler.collectGarbage", json!({}));
        let heap = self.call("Runtime.getHeapUsage", json!({}))["usedSize"]
            .as_f64()
            .expect("a number");
        let asked = json!({ "expression": "WebAssembly.Memory.prototype" });
        let prototype = self.call("Runtime.evaluate", asked);
        let asked = json!({ "prototypeObjectId": prototype["result"]["objectId"] });
        let memories = self.call("Runtime.queryObjects", asked);
        let sum = json!({
            "objectId": memories["objects"]["objectId"],
            "functionDeclaration": "function () { return this.reduce((sum, it) => sum + it.buffer.byteLength, 0) }",
            "returnByValue": true,
        });
        let sum = self.call("Runtime.callFunctionOn", sum);
        (heap, sum["result"]["value"].as_f64().expect("a number"))
    }
}

impl<'a> Deref for Visit<'a> {
    type Target = Tab<'a>;

    fn deref(&self) -> &Tab<'a> {
        &self.tab
    }
}

impl DerefMut for Visit<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.tab
    }
}
