//! Chromium as it was years ago, for the phones that get no newer one: the whole look, every link, and
//! nobody is told of a fault.

use std::env;
use std::path::PathBuf;

use lscb_browser::checker::axe_source;
use lscb_browser::devtools::{Chromium, Tab};
use lscb_browser::dist::built;
use lscb_browser::runner::without_browser;
use lscb_browser::scratch::Scratch;
use lscb_browser::site::Site;
use serde_json::{Value, json};

/// The program of that version.
fn program(version: &str) -> PathBuf {
    let tools = env::var_os("LSCB_TOOLS").expect("LSCB_TOOLS names the folder of tools");
    let folder = format!("sparticuz-chromium-{version}");
    let program = PathBuf::from(tools).join(folder).join("chromium");
    let name = program.display();
    assert!(program.is_file(), "{name} is missing: cargo xtask tools");
    program
}

/// What cannot be read for its colour, and what lies over something else.
const UNREADABLE: &str = "
    axe.run(document, { runOnly: ['color-contrast', 'target-size'], resultTypes: ['violations'] })
        .then(({ violations }) => violations.flatMap((rule) => rule.nodes.map((node) =>
            `${rule.id}: ${node.html.slice(0, 120)}: ${node.failureSummary}`)))";

/// What is told to the reader unasked.
const TOLD: &str = "
    [document.getElementById('status'), document.getElementById('notice')]
        .map((place) => place.checkVisibility?.() === false || place.hidden ? '' : place.textContent.trim()).join('')";

fn assert_whole_look(version: &str) {
    without_browser(async || {
        let site = Site::watched(built(), "/lscb/").await;
        let profile = Scratch::new("old");
        let mut chromium = Chromium::start_program(&program(version), profile.path());
        let mut problems = Vec::new();
        let views = [("light", 1280), ("dark", 360)];
        for (scheme, width) in views {
            let mut tab = Tab::new(&mut chromium);
            let size =
                json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
            tab.call("Emulation.setDeviceMetricsOverride", size);
            let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
            tab.call(
                "Emulation.setEmulatedMedia",
                json!({ "features": features }),
            );
            for route in built().samples() {
                let url = site.url(&route);
                tab.call("Page.navigate", json!({ "url": url }));
                tab.until(&format!(
                    "location.href === '{url}' && document.readyState === 'complete'"
                ));
                tab.value(&axe_source());
                let mut found: Vec<Value> = match tab.value(UNREADABLE) {
                    Value::Array(found) => found,
                    other => panic!("axe said {other}"),
                };
                let wide = "document.documentElement.scrollWidth > innerWidth";
                if tab.value(wide) == json!(true) {
                    found.push("it scrolls sideways".into());
                }
                let told = tab.value(TOLD);
                if told != json!("") {
                    found.push(told);
                }
                let place = format!("{version}, {scheme}, {width}: {route}");
                problems.extend(found.iter().map(|it| format!("{place}: {it}")));
            }
        }
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    });
}

/// Clicks from the first page to each section and back.
fn assert_links_lead_on(version: &str) {
    without_browser(async || {
        let site = Site::watched(built(), "/lscb/").await;
        let profile = Scratch::new("old");
        let mut chromium = Chromium::start_program(&program(version), profile.path());
        let mut tab = Tab::new(&mut chromium);
        let size = json!({ "width": 1280, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        tab.call("Emulation.setDeviceMetricsOverride", size);
        let there = |route: &str| {
            let (url, h1) = (
                site.url(route),
                Value::from(built().page(route).words("main h1")),
            );
            format!(
                "location.href === '{url}' && document.readyState === 'complete' &&
                 document.querySelector('main h1').textContent.trim().replace(/\\s+/g, ' ') === {h1}"
            )
        };
        tab.call("Page.navigate", json!({ "url": site.url("/") }));
        tab.until(&there("/"));
        for to in built().page("/").routes_of("header nav a", "/") {
            let link = format!(
                "[...document.querySelectorAll('header nav a')].find(a => a.href === '{}')",
                site.url(&to)
            );
            tab.until(&format!("{link}?.getBoundingClientRect().height"));
            tab.press(&link);
            tab.until(&there(&to));
            tab.value("void history.back()");
            tab.until(&there("/"));
        }
    });
}

#[test]
fn chromium_92_has_the_whole_look() {
    assert_whole_look("92.0.0");
}

#[test]
fn chromium_110_has_the_whole_look() {
    assert_whole_look("110.0.1");
}

#[test]
fn chromium_122_has_the_whole_look() {
    assert_whole_look("122.0.0");
}

#[test]
fn links_lead_on_in_all_of_them() {
    for version in ["92.0.0", "110.0.1", "122.0.0"] {
        assert_links_lead_on(version);
    }
}
