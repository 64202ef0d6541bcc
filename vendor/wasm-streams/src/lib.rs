//! In place of the crate `wasm-streams`, by which the server functions of Leptos send and receive
//! streams. The site has no server, and asks Leptos for none of them; Leptos depends on the crate
//! all the same, and what it exports to JavaScript (`IntoUnderlyingSource` and two more classes)
//! cannot be dropped by any linker: 6 kB of the app. This has the parts by which Leptos compiles.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// A stream that there is none of.
pub struct ReadableStream(Infallible);

impl ReadableStream {
    /// # Panics
    /// Always: whoever calls a server function wants the true crate (`[patch]` in the workspace's
    /// `Cargo.toml`).
    pub fn from_raw(_: web_sys::ReadableStream) -> Self {
        panic!("the true wasm-streams is not linked")
    }

    /// # Panics
    /// As [`ReadableStream::from_raw`].
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        panic!("the true wasm-streams is not linked")
    }

    /// The stream as JavaScript has it.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        match self.0 {}
    }

    /// The stream as Rust has it.
    pub fn into_stream(self) -> Self {
        self
    }
}

impl Stream for ReadableStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match self.0 {}
    }
}
