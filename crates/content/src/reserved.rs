//! Names that are taken: the one place that knows which anchors and which paths belong to
//! somebody already, so that no heading, record, page or old address gets one of them.

#[cfg(test)]
mod tests;

use crate::Slug;

/// Anchors of the page around the text, of what scripts put on it, and of what the publisher says of
/// frames. A second element of one of these names would be found in its place, and drawn as it is.
const LAYOUT: [&str; 36] = [
    "address",
    "as-at",
    "breadcrumb",
    "copy",
    "embed-sheet-asks",
    "embed-sheet-hash",
    "embed-sheet-keeps",
    "embed-sheet-policy",
    "embed-sheet-release",
    "embed-sheet-sandbox",
    "embed-sheet-says",
    "embed-sheet-tells",
    "embed-sheet-weighs",
    "embed-sheet-where",
    "filters",
    "help",
    "in-section",
    "in-this-section",
    "main",
    "notice",
    "notice-open",
    "notice-retry",
    "notice-text",
    "of-kind",
    "of-year",
    "on-this-page",
    "read-from-copy",
    "results",
    "search",
    "search-again",
    "sections",
    "slash",
    "source",
    "status",
    "suggestions",
    "words",
];

/// Anchors that are counted: `suggestion-3`, `footnote-1` and the place of the text that leads
/// to it, `footnote-1-from`.
const COUNTED: [&str; 2] = ["suggestion-", "footnote-"];

/// What the anchors of the letters of an index begin with: `letter-a`, `letter-other`.
const LETTER: &str = "letter-";

/// Names of `window` that scripts ask for to learn what a browser or another script can do.
/// An element with such an id is found in the place of what is not there (WHATWG HTML, 7.2.2.3,
/// "Named access on the Window object"; known as DOM clobbering). Those in which a capital stands
/// are no anchors anyway. Members of `Window` are here whether or not today's browsers have
/// them: in one that has not, the element would be taken for them.
const GLOBALS: [&str; 72] = [
    "alert",
    "angular",
    "axe",
    "babel",
    "blur",
    "browser",
    "bun",
    "caches",
    "chrome",
    "close",
    "closed",
    "confirm",
    "console",
    "constructor",
    "crypto",
    "define",
    "deno",
    "document",
    "ember",
    "event",
    "exports",
    "external",
    "fence",
    "fetch",
    "find",
    "focus",
    "frames",
    "ga",
    "global",
    "history",
    "htmx",
    "infinity",
    "jasmine",
    "jest",
    "jquery",
    "launch",
    "length",
    "location",
    "locationbar",
    "menubar",
    "mocha",
    "module",
    "name",
    "nan",
    "navigation",
    "navigator",
    "netscape",
    "open",
    "opener",
    "opera",
    "origin",
    "parent",
    "performance",
    "personalbar",
    "print",
    "process",
    "prompt",
    "react",
    "require",
    "safari",
    "scheduler",
    "screen",
    "scroll",
    "scrollbars",
    "self",
    "statusbar",
    "stop",
    "toolbar",
    "top",
    "undefined",
    "vue",
    "window",
];

/// Files of the publisher's, from the site's root. Each may lie beside its compressed copies.
const FILES: [&str; 20] = [
    ".htaccess",
    ".nojekyll",
    ".well-known/security.txt",
    "404.html",
    "_headers",
    "_redirects",
    "embed-1.js",
    "embed.js",
    "frame.css",
    "frame.js",
    "icon.svg",
    "minisign.pub",
    "overlay.json",
    "release.json",
    "release.json.minisig",
    "robots.txt",
    "sbom.cdx.json",
    "sitemap.xml",
    "staticwebapp.config.json",
    "web.config",
];

/// The worker, which a host must send for the whole site.
const WORKER: &str = "sw.js";

/// Folders in which the site's own files lie. Hosts keep what is there for ever, or let others
/// show it in a frame: no page may lie among them.
const FOLDERS: [&str; 5] = ["assets", "content", "embed", "schema", "search/index"];

/// The most bytes of the name of a file or folder.
pub(crate) const MAX_NAME: usize = 230;

/// Copies that are made for hosts which do not compress.
const COPIES: [&str; 3] = [".br", ".gz", ".zst"];

/// Who has an anchor on every page, in words that follow “taken:”.
pub fn anchor(id: &str) -> Option<&'static str> {
    let counted = |prefix: &&str| {
        let rest = id.strip_prefix(*prefix).unwrap_or_default();
        let numbers = rest.strip_suffix("-from");
        let (first, second) = numbers.unwrap_or(rest).split_once('-').unzip();
        let is_number =
            |text: &str| !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
        // The second place that leads to the first footnote is `footnote-1-2-from`.
        let may_have_second = numbers.is_some() || second.is_none();
        is_number(first.or(numbers).unwrap_or(rest))
            && second.is_none_or(is_number)
            && may_have_second
    };
    let letter = id.strip_prefix(LETTER).unwrap_or_default();
    if LAYOUT.binary_search(&id).is_ok() {
        Some("a part of the page around the text has it")
    } else if letter.len() == 1 || letter == "digit" || letter == "other" {
        Some("a letter of an index has it")
    } else if COUNTED.iter().any(counted) {
        Some("parts of a page are counted by it")
    } else if GLOBALS.binary_search(&id).is_ok() {
        Some("browsers and scripts look for something of their own by it")
    } else {
        None
    }
}

/// The slug with the first number behind it that nobody has.
pub(crate) fn free(slug: &Slug, mut is_taken: impl FnMut(&str) -> bool) -> Slug {
    (2..)
        .map(|number| slug.numbered(number))
        .find(|free| !is_taken(free.as_str()))
        .expect("numbers do not end")
}

/// Who has a path, given without slashes at its ends: a file or folder of the publisher's, or
/// Windows. Case does not tell paths apart, because on many disks it does not.
pub fn path(path: &str) -> Option<String> {
    let folded = fold(path);
    let lies_in = |name: &str| {
        let rest = folded.strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    if let Some(folder) = FOLDERS.iter().find(|folder| lies_in(folder)) {
        return Some(format!("the site has its own files in `{folder}`"));
    }
    let files = FILES.iter().chain([&WORKER]);
    let is_copy = |file: &str| COPIES.iter().any(|copy| lies_in(&format!("{file}{copy}")));
    if let Some(file) = files
        .into_iter()
        .find(|file| lies_in(file) || is_copy(file))
    {
        return Some(format!("the site has its own file `{file}`"));
    }
    // Cloudflare Pages, Netlify and GitHub Pages show a file without its ending.
    let mut shown = FILES.iter().filter_map(|file| file.strip_suffix(".html"));
    if shown.any(|name| name == folded) {
        return Some(format!(
            "hosts show the site's own file `{folded}.html` there"
        ));
    }
    if path.split('/').any(is_too_long) {
        return Some(format!(
            "disks have no room for a name of more than {MAX_NAME} bytes"
        ));
    }
    path.split('/').find_map(refused_by_windows)
}

/// Whether no disk can hold a name: it may have 255 bytes (`NAME_MAX` of Linux) with a hash and the
/// ending of a compressed copy behind it.
pub(crate) fn is_too_long(name: &str) -> bool {
    name.len() > MAX_NAME
}

/// Why Windows cannot hold a file or folder of this name (Microsoft, "Naming Files, Paths, and
/// Namespaces"). A folder that is published may be unpacked there.
pub(crate) fn refused_by_windows(name: &str) -> Option<String> {
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    let stem = stem.to_lowercase();
    let numbered = |device: &str| {
        let number = stem.strip_prefix(device).unwrap_or_default();
        let mut digits = number.chars();
        let one = digits.next().is_some_and(|it| "0123456789¹²³".contains(it));
        one && digits.next().is_none()
    };
    let device = ["con", "prn", "aux", "nul", "conin$", "conout$"].contains(&stem.as_str());
    if device || numbered("com") || numbered("lpt") {
        return Some(format!("Windows keeps the name `{stem}` for a device"));
    }
    if name.ends_with(['.', ' ']) {
        return Some("Windows has no names that end in a dot or a space".into());
    }
    let refused = |letter: char| r#"<>:"|?*\"#.contains(letter) || letter.is_control();
    let letter = name.chars().find(|letter| refused(*letter))?;
    Some(format!("Windows has no names with `{letter}`"))
}

/// A path as disks compare it that do not tell case apart.
pub(crate) fn fold(path: &str) -> String {
    path.to_lowercase()
}
