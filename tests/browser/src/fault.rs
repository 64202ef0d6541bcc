//! What can go wrong between the server and the reader, planted by a pattern of paths.

use axum::body::{Body, Bytes};
use axum::http::{Response, StatusCode, header};

/// What happens to an answer.
#[derive(Clone, Debug)]
pub enum Fault {
    /// 404, and a page of HTML as hosts send it.
    Missing,
    /// 500, and a page of HTML.
    Broken,
    /// No answer until the fault is lifted, then the right one.
    Held,
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
    /// The answer in place of `bytes` of type `media`. [`Fault::Held`] changes nothing:
    /// the server waits before it comes here.
    pub(crate) fn answer(&self, bytes: &[u8], media: &str) -> Response<Body> {
        const PAGE: &str = "<!doctype html><title>Sign in</title><h1>Sign in to the network</h1>";
        let page = |status| reply(status, "text/html", Body::from(PAGE));
        let same = |bytes: Vec<u8>| reply(StatusCode::OK, media, Body::from(bytes));
        let half = bytes.len() / 2;
        match self {
            Fault::Missing => page(StatusCode::NOT_FOUND),
            Fault::Broken => page(StatusCode::INTERNAL_SERVER_ERROR),
            Fault::Html => page(StatusCode::OK),
            Fault::Held => same(bytes.to_vec()),
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

fn reply(status: StatusCode, media: &str, body: Body) -> Response<Body> {
    Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, media)
        .header(header::CACHE_CONTROL, "no-store")
        .body(body)
        .expect("a valid answer")
}
