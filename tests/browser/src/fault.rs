//! Fault injection: faults of the server and of the network, by a pattern of paths.

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, Response, StatusCode, header};

use crate::random::Random;

/// What happens to an answer.
#[derive(Clone, Debug)]
pub enum Fault {
    /// 404, and a page of HTML as hosts send it.
    Missing,
    /// 500, and a page of HTML.
    Broken,
    /// No answer until the fault is cleared, then the right one.
    Held,
    /// Three quarters at once, and the rest when the fault is cleared.
    Stalled,
    /// The first part at once, and one more at each request for the path `more`; the parts begin
    /// where [`parts`] says.
    Parts,
    /// The connection is closed without an answer.
    Gone,
    /// 503 the first time that a path is asked for, then the right answer.
    Blip,
    /// 404 that may be kept for a year: a host whose rule for assets forgets to look at the
    /// status.
    Poisoned,
    /// 302 to another address, as networks do that want a sign-in.
    Redirected(String),
    /// Some bytes are changed, left out or put in; which ones, the number says.
    Damaged(u64),
    /// The first half, with a length to match: a file that was cut while it was copied.
    Halved,
    /// The promised length, but the connection ends half-way.
    CutOff,
    /// One bit of the middle byte is turned.
    Flipped,
    /// 200 and the sign-in page of a proxy.
    Html,
    /// Other bytes of the same type.
    Bytes(Vec<u8>),
    /// The right bytes under another media type.
    Typed(&'static str),
}

/// A fault and the paths it strikes.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    pub(crate) pattern: String,
    pub(crate) fault: Fault,
}

impl Rule {
    pub(crate) fn strikes(&self, path: &str) -> bool {
        matches(&self.pattern, path)
    }
}

/// Whether `path` fits `pattern`, in which each `*` stands for any characters.
pub fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((start, rest)) => path.strip_prefix(start).is_some_and(|path| {
            let mut ends = path.char_indices().map(|(at, _)| at).chain([path.len()]);
            ends.any(|at| matches(rest, &path[at..]))
        }),
    }
}

impl Fault {
    /// The answer in place of `bytes` of type `media`. [`Fault::Held`] and [`Fault::Blip`] change
    /// nothing: the server has waited, or failed once, before it comes here.
    pub(crate) fn answer(&self, bytes: &[u8], media: &str) -> Response<Body> {
        const PAGE: &str = "<!doctype html><title>Sign in</title><h1>Sign in to the network</h1>";
        let page = |status| reply(status, "text/html", Body::from(PAGE));
        let same = |bytes: Vec<u8>| reply(StatusCode::OK, media, Body::from(bytes));
        let half = bytes.len() / 2;
        match self {
            Fault::Missing => page(StatusCode::NOT_FOUND),
            Fault::Broken => page(StatusCode::INTERNAL_SERVER_ERROR),
            Fault::Html => page(StatusCode::OK),
            Fault::Held | Fault::Blip => same(bytes.to_vec()),
            // Only the server knows when the fault is cleared.
            Fault::Stalled | Fault::Parts => same(bytes.to_vec()),
            // No answer at all: the task of the connection ends, and nothing is printed.
            Fault::Gone => std::panic::resume_unwind(Box::new(())),
            Fault::Poisoned => {
                let mut answer = page(StatusCode::NOT_FOUND);
                let forever = HeaderValue::from_static("public, max-age=31536000, immutable");
                answer.headers_mut().insert(header::CACHE_CONTROL, forever);
                answer
            }
            Fault::Redirected(to) => {
                let mut answer = page(StatusCode::FOUND);
                let to = HeaderValue::from_str(to).expect("an address");
                answer.headers_mut().insert(header::LOCATION, to);
                answer
            }
            Fault::Damaged(number) => same(damaged(bytes, &mut Random::new(*number))),
            Fault::Halved => same(bytes[..half].to_vec()),
            Fault::Bytes(other) => same(other.clone()),
            Fault::Typed(media) => reply(StatusCode::OK, media, Body::from(bytes.to_vec())),
            Fault::Flipped => {
                let mut bytes = bytes.to_vec();
                if let Some(byte) = bytes.get_mut(half) {
                    *byte ^= 1;
                }
                same(bytes)
            }
            Fault::CutOff => {
                let start = Bytes::copy_from_slice(&bytes[..half]);
                let cut = std::io::Error::other("the connection ends here");
                let parts = futures_util::stream::iter([Ok(start), Err(cut)]);
                let mut answer = reply(StatusCode::OK, media, Body::from_stream(parts));
                answer
                    .headers_mut()
                    .insert(header::CONTENT_LENGTH, bytes.len().into());
                answer
            }
        }
    }
}

/// Where a page is cut: before each element of what stands around its text, and before every
/// third tag of the text.
pub(crate) fn parts(page: &[u8]) -> Vec<usize> {
    let text = String::from_utf8_lossy(page);
    // Scripts before the body may speak of tags.
    let body = text.find("<body").unwrap_or(0);
    let place = |tag: &str| text[body..].find(tag).map_or(text.len(), |at| body + at);
    let main = place("<main")..place("</main");
    let tags = text.match_indices('<').map(|(at, _)| at).enumerate();
    let cuts = tags.filter(|&(number, at)| match main.contains(&at) {
        true => number % 3 == 0,
        false => at > body && !text[at..].starts_with("</"),
    });
    cuts.map(|(_, at)| at).collect()
}

/// A text in which something has been changed: never the same bytes.
pub fn damaged(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut out = bytes.to_vec();
    let at = random.below(out.len().max(1));
    let end = at + random.below(out.len().saturating_sub(at).max(1)).min(64);
    match random.below(5) {
        0 => out.truncate(at),
        1 => drop(out.drain(at..end)),
        2 => out.extend_from_within(at..end),
        3 => {
            let stray = random.draw().to_le_bytes();
            out.splice(at..at, stray);
        }
        _ => {}
    }
    if out == bytes {
        match out.get_mut(at) {
            Some(byte) => *byte ^= 1 << random.below(8),
            None => out.push(0),
        }
    }
    out
}

fn reply(status: StatusCode, media: &str, body: Body) -> Response<Body> {
    Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, media)
        .header(header::CACHE_CONTROL, "no-store")
        .body(body)
        .expect("a valid answer")
}
