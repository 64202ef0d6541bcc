//! One scenario, every engine.

use std::any::Any;
use std::collections::BTreeMap;
use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Duration;

use tokio::runtime::Runtime;

use crate::browser::Browser;
use crate::engine::{Engine, Wish};

/// Longer than any scenario takes; a browser that hangs must not hold up the rest.
const LIMIT: Duration = Duration::from_secs(180);

/// Servers and sessions outlive single tests, and so does what drives them.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));

/// The sessions of this test file, one for each engine and wish. Holding the lock also
/// keeps tests from running side by side.
static BROWSERS: Mutex<BTreeMap<(Engine, Wish), Browser>> = Mutex::new(BTreeMap::new());

/// Runs `scenario` in each engine in turn, as a reader who has changed no settings.
/// `LSCB_ENGINES=firefox,webkit` narrows the choice.
///
/// # Panics
/// If it fails in any, naming all in which it does.
pub fn in_every_engine(scenario: impl AsyncFn(&Browser)) {
    in_engines(&Engine::ALL, Wish::default(), scenario);
}

/// Runs `scenario` in each of `engines` in turn, set as `wish` says.
///
/// # Panics
/// If it fails in any, naming all in which it does.
pub fn in_engines(engines: &[Engine], wish: Wish, scenario: impl AsyncFn(&Browser)) {
    let mut browsers = BROWSERS.lock().unwrap_or_else(PoisonError::into_inner);
    let mut failures = Vec::new();
    for &engine in engines.iter().filter(|engine| is_chosen(**engine)) {
        let run = async {
            if !browsers.contains_key(&(engine, wish)) {
                browsers.insert((engine, wish), Browser::start(engine, wish).await);
            }
            let browser = &browsers[&(engine, wish)];
            browser.clear().await;
            scenario(browser).await;
        };
        let run = || RUNTIME.block_on(async { tokio::time::timeout(LIMIT, run).await });
        let failure = match catch_unwind(AssertUnwindSafe(run)) {
            Ok(Ok(())) => continue,
            Ok(Err(_)) => format!("still running after {LIMIT:?}"),
            Err(panic) => words(&*panic),
        };
        failures.push(format!("[{engine}] {failure}"));
        // Its session may be in any state: the next scenario gets a new one.
        let failed = browsers.remove(&(engine, wish));
        RUNTIME.block_on(async { drop(failed) });
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Runs a scenario that needs no browser.
pub fn without_browser(scenario: impl AsyncFnOnce()) {
    RUNTIME.block_on(scenario());
}

pub(crate) fn is_chosen(engine: Engine) -> bool {
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
