use super::{Fallback, Host, Level, Outcome};
use crate::engine::Engine;

/// A page that does nothing special.
const PLAIN: Host = Host {
    name: "plain",
    what: "no policy",
    headers: &[],
    head: "",
    frame: "style=\"border: 0\"",
    keeps_scripts: true,
    is_nested: false,
    complains: false,
    is_checked: true,
    fallbacks: &[],
};

/// Without the script, a frame and the words of the element are left.
const NO_SCRIPT: &[Fallback] = &[
    Fallback {
        level: Level::Sized,
        engines: &Engine::ALL,
        to: Outcome::Fixed,
    },
    Fallback {
        level: Level::Element,
        engines: &Engine::ALL,
        to: Outcome::Words,
    },
];

/// Without the frame, only the words around it.
const NO_FRAME: &[Fallback] = &[
    Fallback {
        level: Level::Frame,
        engines: &[Engine::Chromium, Engine::WebKit],
        to: Outcome::Words,
    },
    Fallback {
        level: Level::Sized,
        engines: &[Engine::Chromium, Engine::WebKit],
        to: Outcome::Words,
    },
    Fallback {
        level: Level::Element,
        engines: &[Engine::Chromium, Engine::WebKit],
        to: Outcome::Words,
    },
];

/// What a browser of a reader without scripts shows.
pub const WITHOUT_SCRIPTS: Host = Host {
    name: "scripts-off",
    what: "the reader's browser runs no scripts",
    fallbacks: NO_SCRIPT,
    ..PLAIN
};

/// Every page but [`WITHOUT_SCRIPTS`].
pub const HOSTS: [Host; 13] = [
    PLAIN,
    Host {
        name: "strict",
        what: "a strict policy: scripts and styles of its own and scripts and frames of the site, Trusted Types required and none made",
        headers: &[(
            "content-security-policy",
            "default-src 'none'; script-src 'self' {site}; style-src 'self'; frame-src {site}; img-src data:; \
             base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        )],
        frame: "",
        ..PLAIN
    },
    Host {
        name: "sharepoint-listed",
        what: "the script policy of SharePoint Online, the site among its trusted sources",
        headers: &[(
            "content-security-policy",
            "script-src 'self' https://res-1.cdn.office.net {site}",
        )],
        ..PLAIN
    },
    Host {
        name: "sharepoint",
        what: "the same, the site not among them",
        headers: &[(
            "content-security-policy",
            "script-src 'self' https://res-1.cdn.office.net",
        )],
        complains: true,
        fallbacks: NO_SCRIPT,
        ..PLAIN
    },
    Host {
        name: "sandboxed-frame",
        what: "a frame with `sandbox=\"allow-scripts\"`",
        frame: "style=\"border: 0\" sandbox=\"allow-scripts\"",
        // It takes the 'self' of the frame's policy for the frame's origin, which is none.
        fallbacks: &[Fallback {
            level: Level::Sized,
            engines: &[Engine::WebKit],
            to: Outcome::Fixed,
        }],
        ..PLAIN
    },
    Host {
        name: "isolated",
        what: "cross-origin isolated (`Cross-Origin-Embedder-Policy: require-corp`)",
        headers: &[
            ("cross-origin-embedder-policy", "require-corp"),
            ("cross-origin-opener-policy", "same-origin"),
        ],
        ..PLAIN
    },
    Host {
        name: "hostile-style",
        what: "style that resets everything and sets the height of all frames",
        head: "<link rel=\"stylesheet\" href=\"/hostile.css\">",
        is_checked: false,
        ..PLAIN
    },
    Host {
        name: "patched",
        what: "scripts that have changed what lists, promises, elements and events do",
        head: "<script src=\"/patched.js\"></script>",
        is_checked: false,
        ..PLAIN
    },
    Host {
        name: "broken",
        what: "scripts that have broken messages, animation frames and new elements",
        head: "<script src=\"/broken.js\"></script>",
        fallbacks: NO_SCRIPT,
        ..PLAIN
    },
    Host {
        name: "cleaned",
        what: "scripts are taken out of what is pasted",
        keeps_scripts: false,
        fallbacks: NO_SCRIPT,
        ..PLAIN
    },
    Host {
        name: "narrow",
        what: "a column of 240 pixels",
        head: "<link rel=\"stylesheet\" href=\"/narrow.css\">",
        ..PLAIN
    },
    Host {
        name: "nested",
        what: "the page stands in a frame of another page",
        is_nested: true,
        ..PLAIN
    },
    // Last, since Chromium tells late what it forbids.
    Host {
        name: "sandboxed-page",
        what: "a page that is in such a sandbox itself",
        headers: &[("content-security-policy", "sandbox allow-scripts")],
        complains: true,
        fallbacks: NO_FRAME,
        ..PLAIN
    },
];
