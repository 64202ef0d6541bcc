//! Shortening of the names of the functions that the app's WebAssembly imports from its JavaScript
//! glue. wasm-bindgen ends each with a hash of 16 digits, so that those of two crates do not collide;
//! hashes do not compress, and each is there twice. Numbering the names saves 4 kB after Brotli.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// The prefix of names that wasm-bindgen generates. Names that are short already do not have it.
const GENERATED: &str = "__wb";

/// The script and the module with short names.
///
/// # Errors
/// If `wasm` is no WebAssembly, or imports what `script` does not have.
pub(crate) fn shorten(script: &str, wasm: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut names = BTreeMap::new();
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.context("the app is no WebAssembly")?;
        if let Payload::ImportSection(imports) = payload {
            let mut section = ImportSection::new();
            for import in imports.into_imports() {
                let import = import?;
                let number = names.len();
                let name = match import.name.starts_with(GENERATED) {
                    true => names
                        .entry(import.name)
                        .or_insert_with(|| format!("${number:x}"))
                        .as_str(),
                    false => import.name,
                };
                let entity = RoundtripReencoder.entity_type(import.ty)?;
                section.import(import.module, name, entity);
            }
            module.section(&section);
        } else if let Some((id, range)) = payload.as_section() {
            let data = wasm.get(range).context("a section of the app")?;
            module.section(&RawSection { id, data });
        }
    }
    Ok((renamed(script, &names)?, module.finish()))
}

fn renamed(script: &str, names: &BTreeMap<&str, String>) -> Result<String> {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '$';
    let mut out = String::with_capacity(script.len());
    let mut missing: BTreeSet<&str> = names.keys().copied().collect();
    let mut rest = script;
    while let Some(at) = rest.find(is_name) {
        let (before, name) = rest.split_at(at);
        let end = name.find(|letter| !is_name(letter)).unwrap_or(name.len());
        let (name, after) = name.split_at(end);
        out.push_str(before);
        out.push_str(names.get(name).map_or(name, String::as_str));
        missing.remove(name);
        rest = after;
    }
    out.push_str(rest);
    ensure!(
        missing.is_empty(),
        "the app’s WebAssembly and its script are not of one build: the script has no {}",
        Vec::from_iter(missing).join(", ")
    );
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, TypeSection};

    fn app(names: &[&str]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        for name in names {
            imports.import("./app_bg.js", name, EntityType::Function(0));
        }
        let mut module = Module::new();
        module.section(&types).section(&imports);
        module.finish()
    }

    #[test]
    fn names_are_short_at_both_ends() {
        let before = app(&["__wbg_a_0123456789abcdef", "__wbindgen_b", "own"]);
        let script = "{ __wbg_a_0123456789abcdef: 1, own: 2, \"__wbindgen_b\": my__wbindgen_b }";
        let (script, wasm) = shorten(script, &before).unwrap();
        assert_eq!(script, "{ $0: 1, own: 2, \"$1\": my__wbindgen_b }");
        assert_eq!(wasm, app(&["$0", "$1", "own"]));
        // What is short stays as it is.
        assert_eq!(shorten(&script, &wasm).unwrap(), (script, wasm));
    }

    #[test]
    fn what_does_not_fit_is_said() {
        let other = shorten("{}", &app(&["__wbg_a_0"])).unwrap_err().to_string();
        assert!(other.ends_with("the script has no __wbg_a_0"), "{other}");
        let none = shorten("{}", b"<!doctype html>").unwrap_err().to_string();
        assert_eq!(none, "the app is no WebAssembly");
    }
}
