use serde_json::json;

use crate::browser::Browser;
use crate::engine::Engine;

use super::axe::axe;
use super::equal_access::equal_access;
use super::finding::Finding;

/// How a page is looked at: the colours that the reader has set and the size of the window.
/// Chromium only: it alone changes them without a restart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// Its name in reports.
    pub name: &'static str,
    /// A dark scheme is preferred.
    pub dark: bool,
    /// The colours of the system replace those of the page.
    pub forced_colours: bool,
    /// The width of the window in CSS pixels.
    pub width: u32,
    /// The height of the window in CSS pixels.
    pub height: u32,
    /// Device pixels to a CSS pixel: 4 at 400 % zoom.
    pub zoom: u32,
    /// The height of letters that the reader has chosen in the browser, in CSS pixels.
    pub letters: u32,
}

impl View {
    /// A wide window with dark words on a light background.
    pub const LIGHT: Self = Self {
        name: "light",
        dark: false,
        forced_colours: false,
        width: 1280,
        height: 1024,
        zoom: 1,
        letters: 16,
    };
    /// The same in the dark scheme.
    pub const DARK: Self = Self {
        name: "dark",
        dark: true,
        ..Self::LIGHT
    };
    /// The colours of the system.
    pub const FORCED: Self = Self {
        name: "forced colours",
        forced_colours: true,
        ..Self::LIGHT
    };
    /// The narrowest window of WCAG 2.2, 1.4.10.
    pub const NARROW: Self = Self {
        name: "320 pixels",
        width: 320,
        height: 640,
        ..Self::LIGHT
    };
    /// A window of 1280 by 1024 at 400 % zoom: WCAG 2.2, 1.4.10.
    pub const ZOOMED: Self = Self {
        name: "400 % zoom",
        width: 320,
        height: 256,
        zoom: 4,
        ..Self::LIGHT
    };
    /// A phone on which letters of twice the size are chosen: WCAG 2.2, 1.4.4.
    pub const LARGE_LETTERS: Self = Self {
        name: "large letters on a phone",
        width: 360,
        height: 740,
        letters: 32,
        ..Self::LIGHT
    };
    /// Those in which every checker is run on pages of every kind.
    pub const ALL: [Self; 4] = [Self::LIGHT, Self::DARK, Self::FORCED, Self::NARROW];

    /// What the checkers find on the page that `browser` shows so. Of a narrow window and of the system's
    /// colours, Equal Access looks at nothing that axe does not.
    ///
    /// # Panics
    /// If one of them cannot run.
    pub async fn findings(self, browser: &Browser) -> Vec<Finding> {
        let mut findings = axe(browser).await;
        if matches!(self, Self::LIGHT | Self::DARK) {
            findings.extend(equal_access(browser).await);
        }
        findings
    }

    /// Has `browser` show pages so, until it is told otherwise.
    ///
    /// # Panics
    /// If it is not Chromium or refuses.
    pub async fn set(self, browser: &Browser) {
        assert_eq!(browser.engine(), Engine::Chromium, "views are Chromium's");
        let features = json!([
            { "name": "prefers-color-scheme", "value": if self.dark { "dark" } else { "light" } },
            { "name": "forced-colors", "value": if self.forced_colours { "active" } else { "none" } },
        ]);
        let metrics = json!({
            "width": self.width, "height": self.height, "deviceScaleFactor": self.zoom,
            "mobile": false,
        });
        let letters = json!({ "standard": self.letters });
        let cdp = browser.cdp();
        for (command, parameters) in [
            (
                "Emulation.setEmulatedMedia",
                json!({ "features": features }),
            ),
            ("Emulation.setDeviceMetricsOverride", metrics),
            ("Page.setFontSizes", json!({ "fontSizes": letters })),
        ] {
            let done = cdp.send_raw(command, parameters).await;
            done.unwrap_or_else(|error| panic!("{command}: {error}"));
        }
    }
}
