//! Forced colours: what is told by colour or by a line is still told.

use lscb_browser::checker::View;
use lscb_browser::dist::built;
use lscb_browser::site::Site;

use super::checkers::in_chromium;
use super::pages::{self, Findings};

/// Links in text without an underline, controls without an edge, and text that keeps the
/// colour of the page.
const LOST: &str = "
    (() => {
        const name = e => e.outerHTML.slice(0, 90);
        const seen = [...document.body.querySelectorAll('*')].filter(e => e.checkVisibility());
        const system = colour => {
            const probe = document.body.appendChild(document.createElement('span'));
            probe.style.cssText = 'forced-color-adjust: none; color: ' + colour;
            const value = getComputedStyle(probe).color;
            probe.remove();
            return value;
        };
        const known = ['CanvasText', 'LinkText', 'VisitedText', 'ButtonText', 'GrayText', 'HighlightText', 'FieldText']
            .map(system);
        return [
            // The page itself in a list of pages is told by its weight.
            ...seen.filter(e => e.matches('main :is(p, li, dd, td) a:not([aria-current=page])'))
                .filter(e => !getComputedStyle(e).textDecorationLine.includes('underline'))
                .map(e => 'no underline: ' + name(e)),
            // The browser draws the others itself.
            ...seen.filter(e => e.matches('button, select, textarea, input:not([type=radio], [type=checkbox])'))
                .filter(e => {
                    const { borderTopStyle, borderTopWidth } = getComputedStyle(e);
                    return borderTopStyle === 'none' || parseFloat(borderTopWidth) < 1;
                })
                .map(e => 'no edge: ' + name(e)),
            ...seen.filter(e => getComputedStyle(e).forcedColorAdjust !== 'auto' && !(e instanceof SVGElement))
                .map(e => 'colours of its own: ' + name(e)),
            ...seen.filter(e => !known.includes(getComputedStyle(e).color) && !(e instanceof SVGElement))
                .map(e => getComputedStyle(e).color + ': ' + name(e)),
        ];
    })()";

#[test]
fn lines_stay_and_colours_are_the_systems() {
    in_chromium(async |browser| {
        let site = Site::plain(built(), "/").await;
        let mut findings = Findings::default();
        for width in [1280, 320] {
            View {
                width,
                ..View::FORCED
            }
            .set(browser)
            .await;
            for path in pages::samples() {
                pages::open(browser, &site, &path).await;
                assert!(
                    browser
                        .value::<bool>("matchMedia('(forced-colors: active)').matches")
                        .await
                );
                let lost: Vec<String> = browser.value(LOST.trim()).await;
                findings.add(&format!("{path}, {width} pixels"), lost);
            }
        }
        findings.assert_none();
    });
}
