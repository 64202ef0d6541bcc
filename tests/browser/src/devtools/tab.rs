use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::Chromium;
use crate::engine::TIMEOUT;

/// A page in a profile of its own, which goes with it.
pub struct Tab<'a> {
    pub(crate) chromium: &'a mut Chromium,
    profile: String,
    pub(crate) session: String,
}

impl<'a> Tab<'a> {
    /// Opens an empty page.
    ///
    /// # Panics
    /// If Chromium refuses.
    pub fn new(chromium: &'a mut Chromium) -> Self {
        let text = |value: &Value| value.as_str().expect("an id").to_owned();
        let profile = chromium.call(None, "Target.createBrowserContext", json!({}));
        let profile = text(&profile["browserContextId"]);
        let target = json!({ "url": "about:blank", "browserContextId": profile });
        let target = chromium.call(None, "Target.createTarget", target);
        let target = json!({ "targetId": target["targetId"], "flatten": true });
        let session = chromium.call(None, "Target.attachToTarget", target);
        let session = text(&session["sessionId"]);
        Self {
            chromium,
            profile,
            session,
        }
    }

    /// Calls a method of the page.
    ///
    /// # Panics
    /// If it answers with an error.
    pub fn call(&mut self, method: &str, parameters: Value) -> Value {
        self.chromium.call(Some(&self.session), method, parameters)
    }

    /// The value of a JavaScript expression, or what it promises.
    ///
    /// # Panics
    /// If it throws.
    pub fn value(&mut self, expression: &str) -> Value {
        let asked =
            json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let mut answer = self.call("Runtime.evaluate", asked);
        let thrown = &answer["exceptionDetails"];
        assert!(thrown.is_null(), "`{expression:.300}`: {thrown}");
        answer["result"]["value"].take()
    }

    /// Waits until a JavaScript expression holds.
    ///
    /// # Panics
    /// If it does not come to hold.
    pub fn until(&mut self, expression: &str) {
        let started = Instant::now();
        while self.value(&format!("!!({expression})")) != json!(true) {
            assert!(started.elapsed() < TIMEOUT, "still not: {expression}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Presses and lets go at the middle of an element that a JavaScript expression names.
    pub fn press(&mut self, element: &str) {
        let rectangle = format!(
            "(r => [r.x + r.width / 2, r.y + r.height / 2])({element}.getBoundingClientRect())"
        );
        let middle = self.value(&rectangle);
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({ "type": kind, "x": middle[0], "y": middle[1], "button": "left", "clickCount": 1 });
            self.call("Input.dispatchMouseEvent", event);
        }
    }
}

impl Drop for Tab<'_> {
    fn drop(&mut self) {
        // A second panic while one unwinds would end the process.
        if !std::thread::panicking() {
            let profile = json!({ "browserContextId": self.profile });
            self.chromium
                .call(None, "Target.disposeBrowserContext", profile);
        }
    }
}
