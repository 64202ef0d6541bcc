//! Reports of failed scenarios, in the folder that `LSCB_REPORT` names: a folder for each with a
//! screenshot, the page and the requests.

use std::cell::{Cell, RefCell};
use std::fs;
use std::io::Write as _;
use std::panic;
use std::path::{Path, PathBuf};
use std::sync::Once;
use std::time::Duration;
use std::{env, thread};

use crate::browser::Browser;
use crate::engine::Engine;

/// How long a browser that failed may take to show what it has.
const LIMIT: Duration = Duration::from_secs(10);

/// What a server was asked for so far.
type Ask = Box<dyn Fn() -> Vec<String>>;

thread_local! {
    /// Where this thread panicked last.
    static PLACE: Cell<Option<String>> = const { Cell::new(None) };
    /// Its test, if the thread itself has no name.
    static NAME: Cell<Option<String>> = const { Cell::new(None) };
    /// Asks the servers of this thread's scenario what was requested.
    static REQUESTS: RefCell<Vec<Ask>> = const { RefCell::new(Vec::new()) };
}

/// Forgets the scenario before, and has the next panic of this thread say where it was.
pub(crate) fn begin() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let place = info.location().map(ToString::to_string);
            PLACE.set(place);
            before(info);
        }));
    });
    PLACE.set(None);
    REQUESTS.with_borrow_mut(Vec::clear);
}

/// Notes a server of this thread's scenario.
pub(crate) fn serves(requests: impl Fn() -> Vec<String> + 'static) {
    REQUESTS.with_borrow_mut(|all| all.push(Box::new(requests)));
}

/// Names the test that this thread runs, where the harness does not name its threads.
pub fn name(name: &str) {
    NAME.set(Some(name.to_owned()));
}

fn test_name() -> String {
    let told = NAME.take();
    NAME.set(told.clone());
    told.unwrap_or_else(|| thread::current().name().unwrap_or("test").to_owned())
}

/// Writes down how long a scenario took in one engine: what is slow is found in `times.txt`.
pub(crate) fn took(engine: Engine, time: Duration) {
    if let Some(folder) = folder() {
        let line = format!("{:.1}\t{engine}\t{}", time.as_secs_f64(), test_name());
        told(&folder.join("times.txt"), &line);
    }
}

/// Writes down that a scenario was started anew in another browser, the first having ended in
/// `failure`.
pub(crate) fn restarted(engine: Engine, failure: &str) {
    let name = test_name();
    let first = failure.lines().next().unwrap_or_default();
    let line = format!("{name} [{engine}]: {first}");
    eprintln!("the browser has died, and is started anew: {line}");
    if let Some(folder) = folder() {
        told(&folder.join("restarted.txt"), &line);
    }
}

/// Writes down why a scenario failed, and what its browser shows.
pub(crate) async fn failed(engine: Engine, browser: Option<&Browser>, failure: &str) {
    let Some(folder) = folder() else { return };
    let name = test_name();
    let place = format!("{}-{engine}", name.replace("::", ".")).to_lowercase();
    let own = folder.join(&place);
    fs::create_dir_all(&own).ok();
    let mut words = match PLACE.take() {
        Some(place) => format!("{place}: {failure}\n"),
        None => format!("{failure}\n"),
    };
    let requests = REQUESTS.with_borrow(|all| all.iter().flat_map(|ask| ask()).collect::<Vec<_>>());
    keep(&own.join("requests.txt"), requests.join("\n").as_bytes());
    if let Some(browser) = browser {
        let shown = tokio::time::timeout(LIMIT, shown(browser, &own)).await;
        words.push_str(&shown.unwrap_or_else(|_| "the browser no longer answers\n".into()));
    }
    keep(&own.join("failure.txt"), words.as_bytes());
    told(
        &folder.join("failed.txt"),
        &format!("{name}\t{engine}\t{place}"),
    );
}

/// Keeps what the browser shows, and says where it is.
async fn shown(browser: &Browser, folder: &Path) -> String {
    if browser.title().await.is_err() {
        // The frame that it was in is gone.
        browser.enter_default_frame().await.ok();
    }
    let console = browser.console().await;
    keep(&folder.join("console.txt"), console.as_bytes());
    if let Ok(page) = browser.source().await {
        keep(&folder.join("page.html"), page.as_bytes());
    }
    if let Ok(picture) = browser.screenshot_as_png().await {
        keep(&folder.join("screenshot.png"), &picture);
    }
    match browser.current_url().await {
        Ok(url) => format!("at {url}\n"),
        Err(_) => String::new(),
    }
}

fn folder() -> Option<PathBuf> {
    env::var_os("LSCB_REPORT").map(PathBuf::from)
}

fn keep(file: &Path, bytes: &[u8]) {
    if let Err(error) = fs::write(file, bytes) {
        eprintln!("{}: {error}", file.display());
    }
}

/// Adds a line, in one write: other threads and programs add theirs.
fn told(file: &Path, line: &str) {
    let mut options = fs::OpenOptions::new();
    let open = options.create(true).append(true).open(file);
    let written = open.and_then(|mut file| file.write_all(format!("{line}\n").as_bytes()));
    if let Err(error) = written {
        eprintln!("{}: {error}", file.display());
    }
}
