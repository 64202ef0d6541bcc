//! Requests for files of the site.

use gloo_net::http::{Request, RequestBuilder};
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, ReadableWritablePair, RequestCache, RequestRedirect, Response};

use super::dom::window;
use super::json_value::JsonValue;
use crate::route::file_url;

/// How long one request may take, in milliseconds.
const REQUEST_TIMEOUT_MS: u32 = 8_000;
/// How long to wait before a file is asked for a second time, in milliseconds: what was in the
/// way may pass.
const RETRY_DELAY_MS: i32 = 500;
/// The longest file that is read, in bytes as sent. A bundle that is altered to be longer is refused
/// by its hash anyway.
const MAX_BYTES: usize = 4 * 1024 * 1024;

/// The host of the site.
pub(super) struct Http {
    /// The path that the site is served under, with a slash at both ends.
    root: String,
}

impl Http {
    /// The host that serves the site under the path `root`.
    pub(super) fn new(root: String) -> Self {
        Self { root }
    }

    /// A file of JSON. The browser reads and parses it: it is never copied into the app's memory as
    /// text. What is in the browser's cache may be damaged, or be the page of an error: the second
    /// time, the host itself is asked. An empty `integrity` is none (W3C Subresource Integrity).
    pub(super) async fn json(
        &self,
        file: &str,
        integrity: &str,
        first: RequestCache,
    ) -> Option<JsonValue> {
        for cache in [first, RequestCache::Reload] {
            let response = self.response(file, integrity, cache).await;
            if let Some(Ok(body)) = response.map(|it| it.json())
                && let Ok(value) = JsFuture::from(body).await
            {
                return Some(JsonValue::new(value));
            }
        }
        None
    }

    /// The bytes of a file that is stored as raw DEFLATE (RFC 1951): hosts compress only what they
    /// know.
    pub(super) async fn inflated(
        &self,
        file: &str,
        integrity: &str,
        cache: RequestCache,
    ) -> Option<Vec<u8>> {
        let body = self.response(file, integrity, cache).await?.body()?;
        let inflate = DecompressionStream::new("deflate-raw").ok()?;
        let raw = body.pipe_through(&inflate);
        let raw = Response::new_with_opt_readable_stream(Some(&raw)).ok()?;
        let bytes = JsFuture::from(raw.array_buffer().ok()?).await.ok()?;
        Some(Uint8Array::new(&bytes).to_vec())
    }

    /// Whether somebody between the reader and the host answers in its place: a page, or the way to
    /// one, where only `release.json` can be. Networks that want a sign-in do that (RFC 8952, 1).
    pub(super) async fn is_intercepted(&self) -> bool {
        let Some(request) = self.request("release.json") else {
            return false;
        };
        let request = request
            .cache(RequestCache::NoStore)
            .redirect(RequestRedirect::Manual);
        request.send().await.is_ok_and(|response| {
            let kind = response.headers().get("content-type").unwrap_or_default();
            // A redirection that is not followed has no status.
            response.status() == 0 || (response.ok() && kind.starts_with("text/html"))
        })
    }

    /// The response to a request for a file, if it is one that can be read.
    async fn response(&self, file: &str, integrity: &str, cache: RequestCache) -> Option<Response> {
        if cache == RequestCache::Reload {
            let pause = Promise::new(&mut |resolve, _| {
                window()
                    .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, RETRY_DELAY_MS)
                    .ok();
            });
            JsFuture::from(pause).await.ok();
        }
        let request = self.request(file)?.integrity(integrity).cache(cache);
        let response = request.send().await.ok().filter(|it| it.ok())?;
        let size = response.headers().get("content-length");
        let is_long = size.is_some_and(|it| it.parse().is_ok_and(|it: usize| it > MAX_BYTES));
        (!is_long).then(|| response.into())
    }

    /// A request for a file, which is given up after a while.
    fn request(&self, file: &str) -> Option<RequestBuilder> {
        let signal = AbortSignal::timeout_with_u32(REQUEST_TIMEOUT_MS);
        Some(Request::get(&file_url(&self.root, file)?).abort_signal(Some(&signal)))
    }
}

#[wasm_bindgen]
extern "C" {
    /// WHATWG Compression, section 6; web-sys does not have it yet.
    #[wasm_bindgen(extends = ReadableWritablePair)]
    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}
