use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{Response, StatusCode, header};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::port;

use super::{HOSTS, Host, Level, WITHOUT_SCRIPTS};

const WATCH: &str = include_str!("watch.js");
const TAMPER: &str = include_str!("tamper.js");
/// A script that makes messages of every shape.
pub const NONSENSE: &str = include_str!("nonsense.js");

/// A running server of hosts' pages. It ends when it is dropped.
pub struct HostServer {
    origin: String,
    shared: Arc<Shared>,
    server: JoinHandle<()>,
}

struct Shared {
    /// The address of the site's root.
    site: String,
    /// What hosts pin.
    integrity: String,
    /// What stands in bare pages.
    bodies: Mutex<Vec<String>>,
}

/// Sends ten thousand messages to the page around.
pub const SEND: &str = "
    const next = nonsense(2);
    let sent = 0;
    // In parts, so that the page around is drawn in between; timers may be held up in frames.
    const { port1, port2 } = new MessageChannel();
    const send = () => {
        for (let part = 0; part < 100; part++, sent++) {
            try { parent.postMessage(next(), '*'); } catch { sent -= 1; }
        }
        if (sent < 10000) port2.postMessage(0);
        else parent.postMessage('sent', '*');
    };
    port1.onmessage = send;
    send();";

/// The page that is shown.
const SHOWN: &str = "contact/";

impl HostServer {
    /// Serves pages that show parts of the site whose root is at the address `site`, and pin
    /// `integrity`.
    ///
    /// # Panics
    /// If there is no port.
    pub async fn start(site: &str, integrity: &str) -> Self {
        let listener = TcpListener::from_std(port::listener()).expect("a listener");
        let port = listener.local_addr().expect("an address").port();
        let shared = Arc::new(Shared {
            site: site.into(),
            integrity: integrity.into(),
            bodies: Mutex::default(),
        });
        let app = Router::new()
            .fallback(answer)
            .with_state(Arc::clone(&shared));
        let server = tokio::spawn(async move {
            axum::serve(listener, app).await.expect("the server runs");
        });
        Self {
            origin: format!("http://localhost:{port}"),
            shared,
            server,
        }
    }

    /// The address of the page of `host` at `level`.
    pub fn url(&self, host: &Host, level: Level) -> String {
        let around = if host.is_nested { "around/" } else { "" };
        format!("{}/{around}{}/{}", self.origin, host.name, level.name())
    }

    /// The address of a bare page with `body` in it; `{site}` is the site's root, and `{script}`
    /// what a host pastes for the script.
    pub fn page(&self, body: &str) -> String {
        let mut bodies = self
            .shared
            .bodies
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        bodies.push(body.into());
        format!("{}/page/{}", self.origin, bodies.len() - 1)
    }
}

impl Drop for HostServer {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response<Body> {
    let path = request.uri().path().trim_start_matches('/');
    let file = match path {
        "watch.js" => Some(("text/javascript", WATCH.to_owned())),
        "nonsense.js" => Some(("text/javascript", NONSENSE.to_owned())),
        "hostile.html" => Some((
            "text/html",
            format!("<!doctype html><script>{NONSENSE}{SEND}</script>"),
        )),
        "patched.js" => Some((
            "text/javascript",
            format!("(() => {{{TAMPER}{}}})();", include_str!("patched.js")),
        )),
        "broken.js" => Some((
            "text/javascript",
            format!("(() => {{{TAMPER}{}}})();", include_str!("broken.js")),
        )),
        "hostile.css" => Some(("text/css", include_str!("hostile.css").to_owned())),
        "narrow.css" => Some(("text/css", include_str!("narrow.css").to_owned())),
        _ => None,
    };
    if let Some((media, text)) = file {
        return sent(
            Response::builder().header(header::CONTENT_TYPE, media),
            text,
        );
    }
    if let Some(number) = path.strip_prefix("page/") {
        let bodies = shared.bodies.lock().unwrap_or_else(PoisonError::into_inner);
        let body = number
            .parse()
            .ok()
            .and_then(|number: usize| bodies.get(number));
        let html = shared.document("A page", "", body.map_or("", String::as_str), true);
        return sent(
            Response::builder().header(header::CONTENT_TYPE, "text/html; charset=utf-8"),
            html,
        );
    }
    let (around, inner) = match path.strip_prefix("around/") {
        Some(inner) => (true, inner),
        None => (false, path),
    };
    let found = inner.split_once('/').and_then(|(name, level)| {
        let host = HOSTS
            .iter()
            .chain([&WITHOUT_SCRIPTS])
            .find(|it| it.name == name)?;
        let level = Level::ALL.into_iter().find(|it| it.name() == level)?;
        Some((host, level))
    });
    let Some((host, level)) = found else {
        return sent(
            Response::builder().status(StatusCode::NOT_FOUND),
            "Nothing here".into(),
        );
    };
    let mut builder = Response::builder().header(header::CONTENT_TYPE, "text/html; charset=utf-8");
    if around {
        let frame = format!(
            "<iframe src=\"/{inner}\" title=\"The page\" width=\"900\" height=\"800\"></iframe>"
        );
        return sent(builder, shared.document("Around it", "", &frame, false));
    }
    let origin = shared.origin();
    for (name, value) in host.headers {
        builder = builder.header(*name, value.replace("{site}", origin));
    }
    let html = shared.document(
        host.what,
        host.head,
        &shared.pasted(host, level),
        host.keeps_scripts,
    );
    sent(builder, html)
}

impl Shared {
    fn origin(&self) -> &str {
        let end = self
            .site
            .match_indices('/')
            .nth(2)
            .map_or(self.site.len(), |(at, _)| at);
        &self.site[..end]
    }

    fn document(&self, title: &str, head: &str, body: &str, keeps_scripts: bool) -> String {
        let body = body
            .replace("{script}", &self.script())
            .replace("{site}", &self.site);
        let title = title.replace('"', "&quot;").replace('<', "&lt;");
        let watch = if keeps_scripts {
            "<script src=\"/watch.js\"></script>"
        } else {
            ""
        };
        format!(
            "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>{title}</title>\
             <meta name=\"viewport\" content=\"width=device-width\"><link rel=\"icon\" href=\"data:,\">\
             {watch}{head}</head><body><main><h1>{title}</h1><p>Words of the host.</p>\n{body}\n\
             <p id=\"end\">More words of the host.</p></main></body></html>"
        )
    }

    fn script(&self) -> String {
        let Self {
            site, integrity, ..
        } = self;
        format!(
            "<script src=\"{site}embed-1.js\" integrity=\"{integrity}\" crossorigin=\"anonymous\" defer></script>"
        )
    }

    /// What the maker of a page has pasted into it.
    fn pasted(&self, host: &Host, level: Level) -> String {
        let (site, frame) = (&self.site, host.frame);
        let link = format!("<a href=\"{site}{SHOWN}\">Contact - Sefton LSCB</a>");
        let mut out = match level {
            Level::Element => format!(
                "<lscb-section page=\"/{SHOWN}\" title=\"Contact - Sefton LSCB\"><p>{link}: how to reach the board.</p></lscb-section>"
            ),
            _ => format!(
                "<iframe src=\"{site}embed/page/{SHOWN}\" title=\"Contact - Sefton LSCB\" width=\"100%\" \
                 height=\"480\" loading=\"lazy\" referrerpolicy=\"no-referrer\" {frame}></iframe>\n<p>{link}</p>"
            ),
        };
        if host.keeps_scripts && level != Level::Frame {
            out.push_str(&self.script());
        }
        out
    }
}

fn sent(builder: axum::http::response::Builder, text: String) -> Response<Body> {
    let builder = builder.header(header::CACHE_CONTROL, "no-store");
    builder.body(Body::from(text)).expect("a valid answer")
}
