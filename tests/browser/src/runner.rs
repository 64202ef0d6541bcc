//! One scenario, every engine.

use std::any::Any;
use std::env;
use std::fs;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::runtime::Runtime;

use crate::browser::Browser;
use crate::engine::{Engine, Wish};

/// Longer than any scenario takes; a browser that hangs must not hold up the rest.
const LIMIT: Duration = Duration::from_secs(180);

/// Servers and sessions outlive single tests, and so does what drives them.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));

/// Sessions that no scenario has at the moment, the oldest first. Tests run side by side, as
/// many as the harness has threads, and each session has one scenario at a time.
static IDLE: Mutex<Vec<(Engine, Wish, Browser)>> = Mutex::new(Vec::new());

/// How many sessions are kept for the next scenario: a machine has room for a few browsers.
const KEPT: usize = 8;

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
    let chosen = engines.iter().filter(|engine| is_chosen(**engine));
    let failures: Vec<_> = chosen
        .filter_map(|&engine| {
            let failure = in_engine(engine, wish, &scenario).err()?;
            Some(format!("[{engine}] {failure}"))
        })
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Runs `scenario` in one engine, set as `wish` says. One that fails has a second chance in a
/// new browser: engines end and stall for reasons of their own. What needed it is written down
/// ([`SECOND`]), so that a scenario that often does is noticed.
///
/// # Errors
/// If it fails twice, with what the panic said.
pub fn in_engine(
    engine: Engine,
    wish: Wish,
    scenario: impl AsyncFn(&Browser),
) -> Result<(), String> {
    let first = attempt(engine, wish, &scenario);
    let Err(failure) = &first else { return first };
    let second = attempt(engine, wish, &scenario);
    if second.is_ok() {
        write_down(&format!("[{engine}] {failure}"));
    }
    second
}

/// The file, in the folder that `LSCB_FIGURES` names, of what failed once and then did not.
const SECOND: &str = "second-attempts.txt";

fn write_down(failure: &str) {
    eprintln!("passed at the second attempt; the first: {failure}");
    let Some(folder) = env::var_os("LSCB_FIGURES") else {
        return;
    };
    let test = std::thread::current();
    let line = format!("{} {failure}\n", test.name().unwrap_or_default());
    let file = Path::new(&folder).join(SECOND);
    let written = fs::create_dir_all(&folder).and_then(|()| {
        let mut file = fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(file)?;
        file.write_all(line.as_bytes())
    });
    if let Err(error) = written {
        eprintln!("{SECOND}: {error}");
    }
}

fn attempt(engine: Engine, wish: Wish, scenario: impl AsyncFn(&Browser)) -> Result<(), String> {
    let mut session = take(engine, wish);
    caught(async {
        let browser = match session.take() {
            Some(browser) => session.insert(browser),
            None => session.insert(Browser::start(engine, wish).await),
        };
        browser.clear().await;
        scenario(browser).await;
    })
    // The session of a scenario that failed may be in any state: the next gets a new one.
    .inspect_err(|_| end(session.take()))?;
    if let Some(browser) = session {
        put_back(engine, wish, browser);
    }
    Ok(())
}

fn idle() -> MutexGuard<'static, Vec<(Engine, Wish, Browser)>> {
    IDLE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A session that nobody has, the last one that was used.
fn take(engine: Engine, wish: Wish) -> Option<Browser> {
    let mut idle = idle();
    let at = idle
        .iter()
        .rposition(|(of, set, _)| (*of, *set) == (engine, wish))?;
    Some(idle.remove(at).2)
}

fn put_back(engine: Engine, wish: Wish, browser: Browser) {
    let oldest = {
        let mut idle = idle();
        idle.push((engine, wish, browser));
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
