//! The JSON Schemas, as files.

use std::path::Path;

use anyhow::Result;

use crate::output_dir::{OutputDir, replace};

/// Writes the schema of every record and bundle into a folder of its own.
pub fn write(out: &Path) -> Result<()> {
    replace(out, |output_dir| write_to(output_dir, ""))
}

/// The same, below `prefix`.
pub(crate) fn write_to(output_dir: &OutputDir, prefix: &str) -> Result<()> {
    for (name, schema) in lscb_content::schema() {
        let json = serde_json::to_string_pretty(&schema)? + "\n";
        output_dir.write(&format!("{prefix}{name}.schema.json"), json.as_bytes())?;
    }
    Ok(())
}
