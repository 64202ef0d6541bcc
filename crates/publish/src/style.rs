//! Transpilation and minification of the style sheet: it is written in current CSS and published for
//! browsers of 2021.

use anyhow::{Result, anyhow};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

/// The oldest browsers that the style is compiled for (README, "Browsers"): Chrome and Edge 92,
/// Firefox 91, Safari 15.
const OLDEST: Browsers = Browsers {
    chrome: version(92, 0),
    edge: version(92, 0),
    firefox: version(91, 0),
    safari: version(15, 0),
    ios_saf: version(15, 0),
    android: None,
    ie: None,
    opera: None,
    samsung: None,
};

const fn version(major: u32, minor: u32) -> Option<u32> {
    Some(major << 16 | minor << 8)
}

/// Minifies `css` and compiles its newer features to older ones.
///
/// # Errors
/// If it is not CSS, with the line and what is wrong there.
pub(crate) fn for_browsers(css: &str) -> Result<String> {
    let targets = Targets::from(OLDEST);
    // The errors borrow the text.
    let failed = |error: String| anyhow!("the style cannot be read: {error}");
    let mut sheet = StyleSheet::parse(css, ParserOptions::default())
        .map_err(|error| failed(error.to_string()))?;
    let minify = MinifyOptions {
        targets,
        ..MinifyOptions::default()
    };
    sheet
        .minify(minify)
        .map_err(|error| failed(error.to_string()))?;
    let printed = sheet.to_css(PrinterOptions {
        minify: true,
        targets,
        ..PrinterOptions::default()
    });
    Ok(printed.map_err(|error| failed(error.to_string()))?.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newer_css_is_written_in_older() {
        let css = "/* A comment. */
            :root { color-scheme: light dark; --paper: light-dark(#ffffff, #10191e); }
            @media (width >= 48rem) { p { inset: 0 } }";
        let written = for_browsers(css).unwrap();
        for newer in ["light-dark(", ">=", "/*"] {
            assert!(!written.contains(newer), "{newer} is in {written}");
        }
        assert!(written.contains("(min-width:48rem)"), "{written}");
        assert!(written.contains("#fff") && written.contains("#10191e"));
    }

    #[test]
    fn what_is_no_css_is_told_with_its_line() {
        let error = for_browsers("p {\n  color: red;\n}\n@media ( {").unwrap_err();
        assert!(error.to_string().starts_with("the style cannot be read: "));
    }
}
