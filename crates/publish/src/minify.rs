//! Minification of scripts by an external program. Without one, scripts are published unchanged.

use std::env;
use std::ffi::OsString;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

/// The environment variable that names the program.
const VARIABLE: &str = "LSCB_MINIFIER";

/// Its arguments, as esbuild takes them: the scripts are modules, for browsers of 2021
/// (README, "Browsers"), and travel as UTF-8.
const ARGUMENTS: [&str; 5] = [
    "--minify",
    "--format=esm",
    "--target=es2021",
    "--charset=utf8",
    "--log-level=warning",
];

/// The program, if there is one.
pub(crate) struct Minifier(Option<OsString>);

impl Minifier {
    /// The one that the builder has named in the environment: `cargo xtask build --release`
    /// does.
    pub(crate) fn of_environment() -> Self {
        Self(env::var_os(VARIABLE).filter(|program| !program.is_empty()))
    }

    /// The script, which came from `path`, in fewer bytes.
    ///
    /// # Errors
    /// If the program does not start, or finds that this is no script.
    pub(crate) fn minify(&self, script: String, path: &Path) -> Result<String> {
        let Some(program) = &self.0 else {
            return Ok(script);
        };
        let named = format!("{VARIABLE}={}", program.display());
        let mut child = Command::new(program)
            .args(ARGUMENTS)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("{named} does not start"))?;
        // It reads all before it writes. One that has ended reads nothing: its status says why.
        let mut stdin = child.stdin.take().context("its input is piped")?;
        let _ = stdin.write_all(script.as_bytes());
        drop(stdin);
        let output = child.wait_with_output().with_context(|| named.clone())?;
        ensure!(
            output.status.success() && !output.stdout.is_empty(),
            "{named} cannot make {} smaller: {}\n{}",
            path.display(),
            output.status,
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).with_context(|| format!("{named} writes no text"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minified(program: Option<&str>) -> Result<String> {
        let minifier = Minifier(program.map(OsString::from));
        minifier.minify("const one = 1;\n".into(), Path::new("public/one.js"))
    }

    #[test]
    fn without_a_program_a_script_is_as_it_was() {
        assert_eq!(minified(None).unwrap(), "const one = 1;\n");
    }

    #[test]
    fn a_program_that_is_missing_or_fails_is_named() {
        let missing = format!("{:#}", minified(Some("/no/such/minifier")).unwrap_err());
        let expected = "LSCB_MINIFIER=/no/such/minifier does not start";
        assert!(missing.starts_with(expected), "{missing}");
        let failing = minified(Some("false")).unwrap_err().to_string();
        let expected = "LSCB_MINIFIER=false cannot make public/one.js smaller: exit status: 1";
        assert!(failing.starts_with(expected), "{failing}");
        // It says nothing, and nothing is no script.
        assert!(minified(Some("true")).is_err());
    }
}
