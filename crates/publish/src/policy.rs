//! The HTTP policy of a site: the headers, cache lifetimes and media types of its responses. The
//! configuration of every host is generated from it (`host/`), the preview server applies it, and
//! `lscb verify` checks a live host against it.

pub(crate) mod csp;
pub(crate) mod media;

pub use media::of as media_of;

use lscb_wire::{InlineDigests, Manifest};

/// Who may show the site in a frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// Nobody.
    #[default]
    Standalone,
    /// The named hosts, as sources of a Content Security Policy (`https://intranet.example`);
    /// `*` is everybody.
    Embeddable(Vec<String>),
}

impl Profile {
    /// The profile of a site that these hosts may embed.
    pub fn of(embedders: &[impl ToString]) -> Self {
        match embedders {
            [] => Self::Standalone,
            hosts => Self::Embeddable(hosts.iter().map(ToString::to_string).collect()),
        }
    }
}

/// The policy of one release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Who may embed it.
    pub profile: Profile,
    /// The digests of inline scripts and styles, of this release and the previous one.
    pub inline: InlineDigests,
    /// Old addresses and the paths that they lead to, both without the base.
    pub moved: Vec<(String, String)>,
}

/// How a response may be cached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A file with its hash in its name: immutable (RFC 8246).
    Hashed,
    /// Every other file: revalidated on each use; an unchanged one costs a 304.
    Checked,
    /// An error: never stored, so that a file published later is found.
    Failure,
}

/// The folders of files with their hash in their names.
pub const HASHED: [&str; 3] = ["assets", "content", "search/index"];

impl Class {
    /// Every class.
    pub const ALL: [Self; 3] = [Self::Hashed, Self::Checked, Self::Failure];

    /// The class of the response with `status` to a request for `path`, counted from the site's
    /// root without a first slash.
    pub fn of(path: &str, status: u16) -> Self {
        let is_below = |folder: &&str| {
            let rest = path.strip_prefix(*folder);
            rest.is_some_and(|rest| rest.starts_with('/'))
        };
        match status {
            200 | 206 | 304 if HASHED.iter().any(is_below) => Self::Hashed,
            ..400 => Self::Checked,
            _ => Self::Failure,
        }
    }

    /// The value of `Cache-Control` (RFC 9111). `no-transform`: a transformed file fails its integrity check.
    pub fn cache_control(self) -> &'static str {
        match self {
            Self::Hashed => "public, max-age=31536000, immutable, no-transform",
            Self::Checked => "no-cache, no-transform",
            Self::Failure => "no-store",
        }
    }
}

/// The browser features that are denied: those that reveal most about a reader (W3C Permissions
/// Policy). The site uses none of them. Each name is sent with every response.
const DENIED: [&str; 6] = [
    "browsing-topics",
    "camera",
    "geolocation",
    "microphone",
    "payment",
    "usb",
];

impl Policy {
    /// The policy of the release with this manifest; for another `profile` than its own if one
    /// is given.
    pub fn of(manifest: &Manifest, profile: Option<&Profile>) -> Self {
        let mut inline = manifest.inline.clone();
        inline.extend(&manifest.inline_before);
        let moved = manifest.moved.iter();
        Self {
            profile: profile
                .cloned()
                .unwrap_or_else(|| Profile::of(&manifest.embedders)),
            inline,
            moved: moved.map(|it| (it.from.clone(), it.to.clone())).collect(),
        }
    }

    /// Old addresses, without a slash at the end, and where they lead, for a site at `base`.
    pub(crate) fn moved_at(&self, base: &str) -> impl Iterator<Item = (String, String)> {
        let moved = self.moved.iter();
        moved.map(move |(from, to)| {
            let to = to.trim_start_matches('/');
            (format!("{base}{from}"), format!("{base}{to}"))
        })
    }

    /// The headers of every response, whatever its status: `Cache-Control` is not among them.
    ///
    /// The files are public and no cookie goes with them, so anyone may read them
    /// (`Access-Control-Allow-Origin`): a frame without an origin of its own needs that.
    pub fn headers(&self) -> Vec<(&'static str, String)> {
        let (ancestors, resources) = match &self.profile {
            Profile::Standalone => ("'none'".to_owned(), "same-origin"),
            // The site itself as well, on the page where a frame is tried.
            Profile::Embeddable(hosts) => {
                let own = if hosts.iter().any(|host| host == "*") {
                    ""
                } else {
                    "'self' "
                };
                (format!("{own}{}", hosts.join(" ")), "cross-origin")
            }
        };
        let denied = DENIED.map(|feature| format!("{feature}=()"));
        vec![
            (
                "Content-Security-Policy",
                csp::of_host(&self.inline, &ancestors),
            ),
            ("Integrity-Policy", "blocked-destinations=(script)".into()),
            ("Strict-Transport-Security", "max-age=63072000".into()),
            ("X-Content-Type-Options", "nosniff".into()),
            ("Referrer-Policy", "same-origin".into()),
            ("Cross-Origin-Opener-Policy", "same-origin".into()),
            ("Cross-Origin-Embedder-Policy", "require-corp".into()),
            ("Cross-Origin-Resource-Policy", resources.into()),
            ("Permissions-Policy", denied.join(", ")),
            ("Access-Control-Allow-Origin", "*".into()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_there_and_carries_its_hash_is_kept_for_ever() {
        for (path, status, class) in [
            ("assets/app.0.js", 200, Class::Hashed),
            ("assets/app.0.js", 206, Class::Hashed),
            ("assets/app.0.js", 304, Class::Hashed),
            ("search/index/manifest-0.bin", 200, Class::Hashed),
            ("assets/app.0.js", 404, Class::Failure),
            ("assets/app.0.js", 500, Class::Failure),
            ("assets", 301, Class::Checked),
            ("assets/sub", 301, Class::Checked),
            ("search/", 200, Class::Checked),
            ("content-and-more/", 200, Class::Checked),
            ("release.json", 200, Class::Checked),
            ("", 200, Class::Checked),
            ("nowhere/", 404, Class::Failure),
        ] {
            assert_eq!(Class::of(path, status), class, "{path} {status}");
        }
    }
}
