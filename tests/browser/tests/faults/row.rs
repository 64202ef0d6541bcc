//! A row of the table of faults, and what shows that it holds.

use std::pin::Pin;

use lscb_browser::browser::Browser;
use lscb_browser::engine::{BrowserOptions, Engine};

/// What a scenario is while it runs.
pub(crate) type Running<'a> = Pin<Box<dyn Future<Output = ()> + 'a>>;

/// A fault, and what the reader keeps in spite of it.
pub(crate) struct Row {
    /// Its number in the catalogue of faults.
    pub(crate) number: usize,
    /// What goes wrong.
    pub(crate) fault: &'static str,
    /// What the site does then.
    pub(crate) required: &'static str,
    /// What shows it here.
    pub(crate) shown: Vec<Scenario>,
    /// Tests of other suites that show it too: a file from the root of the repository, and the
    /// test's name.
    pub(crate) tests: Vec<(&'static str, &'static str)>,
}

impl Row {
    /// A row that nothing shows yet.
    pub(crate) fn new(number: usize, fault: &'static str, required: &'static str) -> Self {
        Self {
            number,
            fault,
            required,
            shown: Vec::new(),
            tests: Vec::new(),
        }
    }

    /// The same, shown by a scenario.
    pub(crate) fn shown(mut self, scenario: Scenario) -> Self {
        self.shown.push(scenario);
        self
    }

    /// The same, shown by a test of another suite too.
    pub(crate) fn test(mut self, file: &'static str, name: &'static str) -> Self {
        self.tests.push((file, name));
        self
    }
}

/// One scenario of a fault.
pub(crate) struct Scenario {
    /// Its module and its name.
    pub(crate) name: &'static str,
    /// What it does.
    pub(crate) run: Run,
    /// The engines in which the fault cannot be injected, each with the reason.
    pub(crate) cannot: Vec<(Engine, &'static str)>,
}

/// What a scenario needs.
#[derive(Clone, Copy)]
pub(crate) enum Run {
    /// A browser that is set in some way.
    InBrowser(BrowserOptions, for<'a> fn(&'a Browser) -> Running<'a>),
    /// No browser.
    Natively(fn() -> Running<'static>),
}

impl Scenario {
    /// A scenario that says `name` of itself.
    pub(crate) fn new(name: &'static str, run: Run) -> Self {
        let cannot = Vec::new();
        Self { name, run, cannot }
    }

    /// The same, but for an engine in which the fault cannot be injected.
    pub(crate) fn not_in(mut self, engine: Engine, why: &'static str) -> Self {
        self.cannot.push((engine, why));
        self
    }

    /// Whether it runs in `engine`.
    pub(crate) fn is_in(&self, engine: Engine) -> bool {
        let is_browser = matches!(self.run, Run::InBrowser(..));
        is_browser && self.cannot.iter().all(|(other, _)| *other != engine)
    }
}

/// A function of one of the modules as a scenario: in a browser as it is, in a browser that is
/// set as `options` say, or without a browser.
macro_rules! scenario {
    (natively $module:ident :: $name:ident) => {
        Scenario::new(
            concat!(stringify!($module), "::", stringify!($name)),
            Run::Natively(|| Box::pin($module::$name())),
        )
    };
    ($module:ident :: $name:ident, $options:expr) => {
        Scenario::new(
            concat!(stringify!($module), "::", stringify!($name)),
            Run::InBrowser($options, |browser| Box::pin($module::$name(browser))),
        )
    };
    ($module:ident :: $name:ident) => {
        scenario!($module::$name, BrowserOptions::default())
    };
}
pub(crate) use scenario;
