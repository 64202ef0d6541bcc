//! What stands between a site and its readers: the preview server, and in front of it a host
//! that can spoil every answer.

use std::io::{BufRead as _, BufReader};
use std::net::Ipv4Addr;
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, Response, StatusCode, header};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use crate::command::command;

/// `lscb serve`, until it is dropped.
pub(crate) struct Preview {
    child: Child,
    /// The address of the site's first page.
    pub(crate) url: String,
}

impl Preview {
    /// Serves `dist` in `folder` under a path.
    pub(crate) fn of(folder: &Path, base: &str) -> Self {
        let mut command = command(folder);
        command.args(["serve", "--port", "0", "--base", base]);
        let child = command.stdout(Stdio::piped()).spawn();
        let mut child = child.expect("the server starts");
        let mut line = String::new();
        let out = child.stdout.take().expect("its output");
        BufReader::new(out).read_line(&mut line).expect("a line");
        let url = line
            .trim()
            .rsplit(' ')
            .next()
            .unwrap_or_default()
            .to_owned();
        assert!(url.starts_with("http://127.0.0.1:"), "{line}");
        Self { child, url }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// An answer on its way.
pub(crate) struct Answer {
    /// Below the site, without a first slash.
    pub(crate) path: String,
    /// The value of `Accept-Encoding` in the request.
    pub(crate) accept_encoding: String,
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// Sets a header.
    pub(crate) fn say(&mut self, name: &'static str, value: &str) {
        self.headers
            .insert(name, value.parse().expect("a header's value"));
    }
}

/// A host that spoils answers, until it is dropped.
pub(crate) struct Middlebox {
    runtime: Option<Runtime>,
    /// The address of the site's first page.
    pub(crate) url: String,
}

impl Middlebox {
    /// Hands on what the server at `url` answers, once `spoil` has had it.
    pub(crate) fn before(url: &str, spoil: impl Fn(&mut Answer) + Send + Sync + 'static) -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)));
        let listener = listener.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let (upstream, spoil) = (url.to_owned(), Arc::new(spoil));
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .build()
            .into();
        let answer = move |request: Request| {
            let (agent, upstream, spoil) = (agent.clone(), upstream.clone(), Arc::clone(&spoil));
            let task = tokio::task::spawn_blocking(move || {
                let mut answer = ask(&agent, &upstream, &request);
                spoil(&mut answer);
                answer
            });
            async { reply(task.await.expect("an answer")) }
        };
        let app = Router::new().fallback(answer);
        runtime.spawn(async { axum::serve(listener, app).await });
        Self {
            runtime: Some(runtime),
            url: format!("http://{address}/"),
        }
    }
}

impl Drop for Middlebox {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

fn ask(agent: &ureq::Agent, upstream: &str, request: &Request) -> Answer {
    let path = request.uri().path().trim_start_matches('/').to_owned();
    let encoding = request.headers().get(header::ACCEPT_ENCODING);
    let encoding = encoding.and_then(|it| it.to_str().ok()).unwrap_or_default();
    let get = agent.get(format!("{upstream}{path}"));
    let mut response = get
        .header("accept-encoding", encoding)
        .call()
        .expect("an answer");
    Answer {
        path,
        accept_encoding: encoding.to_owned(),
        status: response.status().as_u16(),
        headers: response.headers().clone(),
        body: response.body_mut().read_to_vec().expect("a body"),
    }
}

fn reply(answer: Answer) -> Response<Body> {
    let mut response = Response::new(Body::from(answer.body));
    *response.status_mut() = StatusCode::from_u16(answer.status).expect("a status");
    *response.headers_mut() = answer.headers;
    // It is counted anew.
    for name in [header::CONTENT_LENGTH, header::TRANSFER_ENCODING] {
        response.headers_mut().remove(name);
    }
    response
}
