//! The style as browsers understand it that know half of it: old Firefox and Safari cannot be had here,
//! so what they do not know is taken out of the style in today's. What is left can be read and used.

use std::sync::{Arc, LazyLock};

use lscb_browser::checker::axe_rules;
use lscb_browser::dist::{Dist, built};
use lscb_browser::engine::{BrowserOptions, Engine};
use lscb_browser::runner::in_engines;
use lscb_browser::site::Site;

/// The rules of axe for the contrast of words, at the levels AA and AAA: all others look at the
/// document, which is the same as in a browser of today.
const CONTRAST: [&str; 2] = ["color-contrast", "color-contrast-enhanced"];

/// The pages without what is newer than Firefox 91 and Safari 15.
static OLDER: LazyLock<Arc<Dist>> = LazyLock::new(|| {
    Arc::new(built().with_html(|html| {
        let Some((start, rest)) = html.split_once("<style>") else {
            return html.to_owned();
        };
        let (style, end) = rest.split_once("</style>").expect("the end of the style");
        // The policy names the hash of the style as it is.
        let (before, policy) = start
            .split_once("<meta http-equiv=\"Content-Security-Policy\"")
            .expect("a policy");
        let (_, after) = policy.split_once('>').expect("the end of the policy");
        let page = format!("{before}{after}<style>{}</style>{end}", older(style));
        page.replace(" popover=\"auto\"", "")
            .replace(" popovertarget=\"sections\"", "")
    }))
});

/// A style without the rules that an old browser drops as a whole, and without the declarations
/// that it drops one by one.
fn older(style: &str) -> String {
    let mut out = String::new();
    let mut rest = style;
    while !rest.is_empty() {
        let rule = &rest[..end_of_rule(rest)];
        rest = &rest[rule.len()..];
        let selector = rule.split('{').next().unwrap_or_default();
        let is_dropped = [":has(", ":popover-open", "::details-content", "(scripting"]
            .iter()
            .any(|newer| selector.contains(newer));
        if !is_dropped {
            out.push_str(rule);
        }
    }
    for declaration in ["text-wrap:balance;", "accent-color:var(--link);"] {
        out = out.replace(declaration, "");
    }
    out
}

/// Where the first rule of a style ends, with all that is in it.
fn end_of_rule(style: &str) -> usize {
    let mut depth = 0;
    for (at, letter) in style.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 1 => return at + 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    style.len()
}

#[test]
fn what_is_newer_is_found_and_taken_out() {
    let style = "a{color:red}:root:has(b){x:y}@supports selector(:popover-open){c{d:e}}p{text-wrap:balance;e:f}";
    assert_eq!(older(style), "a{color:red}p{e:f}");
    assert!(older(built().html("/").split_once("<style>").expect("a style").1).len() > 5_000);
}

#[test]
fn pages_can_be_read_and_used_all_the_same() {
    for (pass, (width, dark)) in [(1280, false), (500, true)].into_iter().enumerate() {
        let options = BrowserOptions {
            width,
            dark,
            ..BrowserOptions::DEFAULT
        };
        in_engines(
            &[Engine::Firefox, Engine::WebKit],
            options,
            async |browser| {
                let site = Site::plain(&OLDER, "/lscb/").await;
                let mut problems = Vec::new();
                // Every second page in one window, the others in the other one.
                for route in built().samples().into_iter().skip(pass).step_by(2) {
                    browser.open(&site, &route).await;
                    browser.until("document.readyState === 'complete'").await;
                    let found = axe_rules(browser, &CONTRAST).await.into_iter();
                    problems.extend(found.map(|it| format!("{route}: {it}")));
                    let wide = "document.documentElement.scrollWidth > innerWidth";
                    if browser.value::<bool>(wide).await {
                        problems.push(format!("{route}: it scrolls sideways"));
                    }
                }
                assert!(problems.is_empty(), "{}", problems.join("\n"));
            },
        );
    }
}
