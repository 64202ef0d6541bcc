//! Strict parsing of untrusted JSON (RFC 8259). Size and depth are limited and duplicate names are
//! refused, since parsers differ in which of two members they use. `serde_json` reads the text; it
//! ignores duplicate names in unknown members and maps, so [`StrictJson`] visits every value first.

use std::collections::HashSet;
use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};

/// The maximum nesting depth. Ours are four deep.
const MAX_DEPTH: usize = 16;

/// Reads a value of at most `limit` bytes, or says in a sentence why not.
pub(super) fn parse<T: DeserializeOwned>(bytes: &[u8], limit: u64) -> Result<T, String> {
    if bytes.len() as u64 > limit {
        let (size, limit) = (bytes.len(), limit);
        return Err(format!(
            "It is too large: {size} bytes, and at most {limit} are read."
        ));
    }
    let damaged = |error: serde_json::Error| format!("It is damaged, or no such file: {error}.");
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    StrictJson {
        depth_left: MAX_DEPTH,
    }
    .deserialize(&mut deserializer)
    .map_err(damaged)?;
    deserializer.end().map_err(damaged)?;
    serde_json::from_slice(bytes).map_err(damaged)
}

/// Visits a value without storing it, and checks depth and duplicate names.
#[derive(Clone, Copy)]
struct StrictJson {
    /// The remaining nesting depth.
    depth_left: usize,
}

impl StrictJson {
    fn inner<E: Error>(self) -> Result<Self, E> {
        match self.depth_left.checked_sub(1) {
            Some(depth_left) => Ok(Self { depth_left }),
            None => Err(E::custom("values stand too deep in each other")),
        }
    }
}

impl<'de> DeserializeSeed<'de> for StrictJson {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// Scalar values.
macro_rules! plain {
    ($($visit:ident: $type:ty,)+) => {$(
        fn $visit<E>(self, _: $type) -> Result<(), E> {
            Ok(())
        }
    )+};
}

impl<'de> Visitor<'de> for StrictJson {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    plain! {
        visit_bool: bool,
        visit_i64: i64,
        visit_u64: u64,
        visit_f64: f64,
        visit_str: &str,
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<(), A::Error> {
        let inner = self.inner()?;
        while values.next_element_seed(inner)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let inner = self.inner()?;
        let mut names = HashSet::new();
        while let Some(name) = members.next_key::<String>()? {
            members.next_value_seed(inner)?;
            if let Some(name) = names.replace(name) {
                let name = super::printable(&name);
                return Err(A::Error::custom(format!("“{name}” is there twice")));
            }
        }
        Ok(())
    }
}
