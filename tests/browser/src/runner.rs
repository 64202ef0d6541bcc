//! Runs a scenario in every engine.

use std::any::Any;
use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::runtime::Runtime;

use crate::browser::Browser;
use crate::engine::{BrowserOptions, Engine};
use crate::report;

/// Longer than any scenario takes; a browser that hangs must not hold up the rest.
const LIMIT: Duration = Duration::from_secs(600);

/// Servers and sessions outlive single tests, and so does what drives them.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));

/// Sessions that no scenario has at the moment, with what they were started with, the oldest first.
/// Tests run side by side, as many as the harness has threads, and each session has one scenario at
/// a time.
static IDLE: Mutex<Vec<(Engine, BrowserOptions, Browser)>> = Mutex::new(Vec::new());

/// How many sessions are kept for the next scenario: a machine has room for a few browsers.
const KEPT: usize = 8;

/// Runs `scenario` in each engine in turn, as a reader who has changed no settings.
/// `LSCB_ENGINES=firefox,webkit` narrows the choice.
///
/// # Panics
/// If it fails in any, naming all in which it does.
pub fn in_every_engine(scenario: impl AsyncFn(&Browser)) {
    in_engines(&Engine::ALL, BrowserOptions::default(), scenario);
}

/// Runs `scenario` in each engine in a wide window, then in a narrow one: 600 pixels are more than any
/// engine's narrowest, and still those of a page in one column.
///
/// # Panics
/// If it fails in any, naming all in which it does.
pub fn in_every_engine_wide_and_narrow(scenario: impl AsyncFn(&Browser)) {
    for width in [1280, 600] {
        let options = BrowserOptions {
            width,
            ..BrowserOptions::DEFAULT
        };
        in_engines(&Engine::ALL, options, &scenario);
    }
}

/// Runs `scenario` in each of `engines` in turn, set as `options` say.
///
/// # Panics
/// If it fails in any, naming all in which it does.
pub fn in_engines(engines: &[Engine], options: BrowserOptions, scenario: impl AsyncFn(&Browser)) {
    let chosen = engines.iter().filter(|engine| is_chosen(**engine));
    let failures: Vec<_> = chosen
        .filter_map(|&engine| {
            let failure = in_engine(engine, options, &scenario).err()?;
            Some(format!("[{engine}] {failure}"))
        })
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Runs `scenario` in one engine, set as `options` say; once more in a new browser if the browser or
/// its driver has died, which is its own affair and is written down.
///
/// # Errors
/// If it fails, or the second browser dies as well, with what the panic said.
pub fn in_engine(
    engine: Engine,
    options: BrowserOptions,
    scenario: impl AsyncFn(&Browser),
) -> Result<(), String> {
    let start = Instant::now();
    let ended = match attempt(engine, options, &scenario) {
        Err(failed) if !failed.is_alive => {
            let words = told(engine, *failed);
            report::restarted(engine, &words);
            attempt(engine, options, &scenario)
        }
        ended => ended,
    };
    ended.map_err(|failed| told(engine, *failed))?;
    report::took(engine, start.elapsed());
    Ok(())
}

/// An attempt that failed.
struct Failed {
    words: String,
    browser: Option<Browser>,
    /// Whether the browser still answers.
    is_alive: bool,
}

fn attempt(
    engine: Engine,
    options: BrowserOptions,
    scenario: impl AsyncFn(&Browser),
) -> Result<(), Box<Failed>> {
    report::begin();
    let mut session = take(engine, options);
    let run = caught(async {
        let browser = match session.take() {
            Some(browser) => session.insert(browser),
            None => session.insert(Browser::start(engine, options).await),
        };
        browser.clear(options).await;
        scenario(browser).await;
    });
    match (run, session) {
        (Ok(()), Some(browser)) => {
            put_back(engine, options, browser);
            Ok(())
        }
        (Ok(()), None) => Ok(()),
        (Err(words), browser) => {
            let is_alive = RUNTIME.block_on(async {
                match &browser {
                    Some(browser) => browser.is_alive().await,
                    None => false,
                }
            });
            Err(Box::new(Failed {
                words,
                browser,
                is_alive,
            }))
        }
    }
}

/// Reports a failure, ends its session, which may be in any state, and gives its words.
fn told(engine: Engine, failed: Failed) -> String {
    RUNTIME.block_on(report::failed(
        engine,
        failed.browser.as_ref(),
        &failed.words,
    ));
    end(failed.browser);
    failed.words
}

fn idle() -> MutexGuard<'static, Vec<(Engine, BrowserOptions, Browser)>> {
    IDLE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A session that nobody has, the last one that was used.
fn take(engine: Engine, options: BrowserOptions) -> Option<Browser> {
    let mut idle = idle();
    let at = idle
        .iter()
        .rposition(|(of, set, _)| (*of, *set) == (engine, options.at_start(engine)))?;
    Some(idle.remove(at).2)
}

fn put_back(engine: Engine, options: BrowserOptions, browser: Browser) {
    let oldest = {
        let mut idle = idle();
        idle.push((engine, options.at_start(engine), browser));
        (idle.len() > KEPT).then(|| idle.remove(0).2)
    };
    end(oldest);
}

/// Ends a session, for which its client needs what drives it.
fn end(session: Option<Browser>) {
    RUNTIME.block_on(async { drop(session) });
}

/// Runs what needs no browser.
///
/// # Errors
/// If it fails, with what the panic said.
pub fn caught(scenario: impl Future<Output = ()>) -> Result<(), String> {
    let run = || RUNTIME.block_on(async { tokio::time::timeout(LIMIT, scenario).await });
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(Ok(())) => Ok(()),
        Ok(Err(_)) => Err(format!("still running after {LIMIT:?}")),
        Err(panic) => Err(words(&*panic)),
    }
}

/// Runs a scenario that needs no browser.
pub fn without_browser(scenario: impl AsyncFnOnce()) {
    RUNTIME.block_on(scenario());
}

/// Whether `LSCB_ENGINES` leaves it in.
pub fn is_chosen(engine: Engine) -> bool {
    env::var("LSCB_ENGINES").map_or(true, |names| {
        names
            .split(',')
            .any(|name| name.eq_ignore_ascii_case(&engine.to_string()))
    })
}

fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or(panic.downcast_ref::<&str>().copied())
        .unwrap_or("a panic without words")
        .to_owned()
}
