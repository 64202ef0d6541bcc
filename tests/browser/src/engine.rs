//! A browser and its driver as processes. They end when the session is dropped, when a test
//! panics, and when the test process itself is killed.

mod chromium;
mod firefox;
pub(crate) mod process;
mod webkit;
pub(crate) mod xvfb;

use std::ffi::OsString;
use std::fmt;
use std::time::{Duration, Instant};

use thirtyfour::{Capabilities, WebDriver};

use self::process::Process;

/// How long a test waits for anything before it fails.
pub const TIMEOUT: Duration = Duration::from_secs(60);

/// A family of browsers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Blink, in Debian's Chromium.
    Chromium,
    /// Gecko, in Debian's Firefox ESR.
    Firefox,
    /// WebKitGTK, in its MiniBrowser: the nearest to Safari on Linux.
    WebKit,
}

impl Engine {
    /// All engines, in the order in which scenarios run.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The cases that a scenario tries in this engine, of many that are much alike: all in Chromium,
    /// and every second one in each of the others, which have all of them between them. So each case
    /// is tried in two engines, and a scenario in three takes two thirds of the time.
    pub fn share<T>(self, cases: impl IntoIterator<Item = T>) -> impl Iterator<Item = T> {
        let left_out = match self {
            Self::Chromium => None,
            Self::Firefox => Some(1),
            Self::WebKit => Some(0),
        };
        let cases = cases.into_iter().enumerate();
        cases.filter_map(move |(at, case)| (left_out != Some(at % 2)).then_some(case))
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// The settings that a browser is started with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BrowserOptions {
    /// No script of the page runs.
    pub scripts_off: bool,
    /// There is no WebAssembly, as where an administrator has switched off what compiles it.
    pub wasm_off: bool,
    /// Nothing can be stored.
    pub storage_off: bool,
    /// All of Chromium and not its shell, which keeps no pages in memory and has scenarios share
    /// a heap.
    pub whole: bool,
    /// A dark scheme is preferred.
    pub dark: bool,
    /// Less motion is preferred.
    pub reduced_motion: bool,
    /// The width of the window in CSS pixels. Firefox has at least 500, MiniBrowser 447.
    pub width: u32,
}

impl BrowserOptions {
    /// A reader who has changed no settings.
    pub const DEFAULT: Self = Self {
        scripts_off: false,
        wasm_off: false,
        storage_off: false,
        whole: false,
        dark: false,
        reduced_motion: false,
        width: 1280,
    };

    /// Whether Chromium's shell will not do: it has no settings, by which storage is switched off.
    fn is_whole(self) -> bool {
        self.whole || self.storage_off
    }

    /// Those that `engine` takes at its start only; [`Session::reset`] sets the others.
    pub(crate) fn at_start(self, engine: Engine) -> Self {
        match engine {
            Engine::Chromium => Self {
                wasm_off: self.wasm_off,
                storage_off: self.storage_off,
                whole: self.is_whole(),
                ..Self::DEFAULT
            },
            Engine::Firefox => Self {
                wasm_off: self.wasm_off,
                storage_off: self.storage_off,
                ..Self::DEFAULT
            },
            Engine::WebKit => Self {
                scripts_off: self.scripts_off,
                wasm_off: self.wasm_off,
                storage_off: self.storage_off,
                dark: self.dark,
                reduced_motion: self.reduced_motion,
                ..Self::DEFAULT
            },
        }
    }
}

impl Default for BrowserOptions {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// The height of the window in CSS pixels.
const HEIGHT: u32 = 1024;

/// What an engine needs to begin a session.
struct Start {
    capabilities: Capabilities,
    driver: Process,
    port: u16,
    /// The screen it draws on, if it needs one.
    screen: Option<Process>,
}

/// A session and the processes behind it.
pub(crate) struct Session {
    pub(crate) driver: WebDriver,
    // In the order in which they end: the driver before the screen it draws on.
    process: Process,
    _screen: Option<Process>,
}

impl Session {
    /// Starts `engine` as `options` say.
    ///
    /// # Panics
    /// If it cannot be started, with what to install.
    pub(crate) async fn start(engine: Engine, options: BrowserOptions) -> Self {
        Self::start_on(engine, options, &[]).await
    }

    /// Starts `engine` as `options` say on the desktop that `variables` lead to, or on none if
    /// there are no variables. WebKit has a screen of its own in any case.
    ///
    /// # Panics
    /// If it cannot be started, with what to install.
    pub(crate) async fn start_on(
        engine: Engine,
        options: BrowserOptions,
        desktop: &[(&'static str, OsString)],
    ) -> Self {
        let start = match engine {
            Engine::Chromium => chromium::start(options, desktop),
            Engine::Firefox => firefox::start(options, desktop),
            Engine::WebKit => webkit::start(options).await,
        };
        let url = format!("http://127.0.0.1:{}", start.port);
        await_driver(engine, &url).await;
        let driver = WebDriver::new(url, start.capabilities).await;
        let driver = driver.unwrap_or_else(|error| panic!("{engine} does not start: {error}"));
        let session = Self {
            driver,
            process: start.driver,
            _screen: start.screen,
        };
        session.resize(options.width).await;
        session
    }

    /// What pages have written to the console since the session began, where the driver prints it.
    pub(crate) fn console(&self) -> String {
        self.process.output()
    }

    /// Sets what `engine` takes while it runs.
    async fn prepare(&self, engine: Engine, options: BrowserOptions) {
        match engine {
            Engine::Chromium => chromium::prepare(&self.driver, options).await,
            Engine::Firefox => firefox::prepare(&self.driver, options).await,
            Engine::WebKit => {}
        }
    }

    async fn resize(&self, width: u32) {
        let size = self.driver.set_window_rect(0, 0, width, HEIGHT).await;
        size.unwrap_or_else(|error| panic!("the browser does not take a width: {error}"));
    }

    /// Sets `options` as far as they do not need a browser of their own, undoes what a scenario has
    /// set besides them, and closes all windows but the first.
    pub(crate) async fn reset(&self, engine: Engine, options: BrowserOptions) {
        let windows = self.driver.windows().await.expect("the list of windows");
        if let [first, others @ ..] = &windows[..]
            && !others.is_empty()
        {
            for other in others {
                let driver = &self.driver;
                driver
                    .switch_to_window(other.clone())
                    .await
                    .expect("a window");
                driver.close_window().await.expect("a window that closes");
            }
            let back = self.driver.switch_to_window(first.clone()).await;
            back.expect("the first window");
        }
        self.prepare(engine, options).await;
        let size = self.driver.get_window_rect().await.expect("a size");
        if size.width != i64::from(options.width) {
            self.resize(options.width).await;
        }
    }
}

async fn await_driver(engine: Engine, url: &str) {
    let started = Instant::now();
    let status = format!("{url}/status");
    while let Err(error) = reqwest::get(&status).await {
        assert!(
            started.elapsed() < TIMEOUT,
            "{engine}: its driver does not answer: {error}"
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
