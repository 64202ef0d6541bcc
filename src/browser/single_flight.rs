//! Loads that several may wait for and that run once at a time.

use std::cell::RefCell;
use std::pin::Pin;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::future_to_promise;

/// What is being loaded, by key: an intent and the click after it share one request. A handful: a
/// list is smaller code than a map.
#[derive(Default)]
pub(super) struct SingleFlight {
    pending: RefCell<Vec<(String, Promise)>>,
}

impl SingleFlight {
    /// Runs `load` unless a load of this key is running; in both cases the promise is kept when it
    /// has run, whatever came of it.
    pub(super) fn run(
        &'static self,
        key: &str,
        load: Pin<Box<dyn Future<Output = ()>>>,
    ) -> Promise {
        let running = self
            .pending
            .borrow()
            .iter()
            .find(|(other, _)| *other == key)
            .map(|(_, promise)| promise.clone());
        running.unwrap_or_else(|| {
            let own = key.to_owned();
            let promise = future_to_promise(async move {
                load.await;
                self.pending.borrow_mut().retain(|(other, _)| *other != own);
                Ok(JsValue::UNDEFINED)
            });
            self.pending
                .borrow_mut()
                .push((key.to_owned(), promise.clone()));
            promise
        })
    }
}
