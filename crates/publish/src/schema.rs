//! The JSON Schemas, as files.

use std::path::Path;

use anyhow::Result;

use crate::artefact::{Artefact, replace};

/// Writes the schema of every record and bundle into a folder of its own.
pub fn write(out: &Path) -> Result<()> {
    replace(out, |artefact| write_to(artefact, ""))
}

/// The same, below `prefix`.
pub(crate) fn write_to(artefact: &Artefact, prefix: &str) -> Result<()> {
    for (name, schema) in lscb_content::schema() {
        let json = serde_json::to_string_pretty(&schema)? + "\n";
        artefact.write(&format!("{prefix}{name}.schema.json"), json.as_bytes())?;
    }
    Ok(())
}
