//! JSON as the browser has parsed it: its values are read where they are.

use js_sys::{Array, Object, Reflect};
use lscb_wire::Value;
use wasm_bindgen::prelude::*;

/// How deep JSON may be nested: far deeper than any page, and far from the end of the stack.
const DEPTH: usize = 64;

/// A parsed value. What is nested too deep is absent.
pub(super) struct JsonValue {
    value: JsValue,
    /// How much deeper it may go.
    depth: usize,
}

impl JsonValue {
    pub(super) fn new(value: JsValue) -> Self {
        let depth = DEPTH;
        Self { value, depth }
    }

    fn inner(&self, value: Option<JsValue>) -> Self {
        let depth = self.depth.checked_sub(1);
        Self {
            value: value.filter(|_| depth.is_some()).unwrap_or_default(),
            depth: depth.unwrap_or_default(),
        }
    }
}

impl Value for JsonValue {
    fn is_absent(&self) -> bool {
        self.value.is_null() || self.value.is_undefined()
    }

    fn text(&self) -> Option<String> {
        self.value.as_string()
    }

    fn flag(&self) -> Option<bool> {
        self.value.as_bool()
    }

    fn each(&self, take: &mut dyn FnMut(Self)) -> bool {
        let Some(array) = self.value.dyn_ref::<Array>() else {
            return false;
        };
        for at in 0..array.length() {
            take(self.inner(Some(array.get(at))));
        }
        true
    }

    fn member(&self, name: &str) -> Self {
        self.inner(Reflect::get(&self.value, &name.into()).ok())
    }

    fn only_name(&self) -> Option<String> {
        let names = Object::keys(self.value.dyn_ref::<Object>()?);
        (names.length() == 1).then(|| names.get(0).as_string())?
    }
}
