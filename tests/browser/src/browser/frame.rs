//! Reading and acting in a frame with a page of another origin.

use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use thirtyfour::{By, WebElement};

use super::Browser;
use crate::engine::TIMEOUT;

/// Between two attempts to enter a frame.
const PAUSE: Duration = Duration::from_millis(15);

impl Browser {
    /// Goes into the frame that a JavaScript expression names, once a page of another origin is
    /// there: a driver may stay with the empty page that was there before. WebKit's does not know
    /// the frame while another process takes its page over, which is a "not yet". It may lose the
    /// frame again while the page of a frame that was left is done away with, and find it no more:
    /// [`Browser::within`] asks so that it does not matter.
    ///
    /// # Panics
    /// If the frame does not come.
    pub async fn enter(&self, frame: &str) {
        let started = Instant::now();
        loop {
            self.until(&format!("({frame})?.contentDocument === null"))
                .await;
            if self.try_enter(self.element(frame).await).await {
                return;
            }
            assert!(started.elapsed() < TIMEOUT, "no way into the frame {frame}");
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Goes into the first frame found by `selector`, once it has an element found by `sign`, and
    /// runs no script: before that, a driver may stay with the empty page that was there first.
    pub async fn enter_once_it_shows(&self, selector: &str, sign: &str) {
        let started = Instant::now();
        loop {
            let frame = self.find(By::Css(selector)).await.expect("a frame");
            let is_inside = self.try_enter(frame).await;
            if is_inside && self.find(By::Css(sign)).await.is_ok() {
                return;
            }
            assert!(
                started.elapsed() < TIMEOUT,
                "{selector} does not show {sign}"
            );
            if is_inside {
                self.leave().await;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Takes a frame, which a JavaScript expression names and which is there, for the page of the
    /// scenario; without one, the page itself.
    pub async fn stay_in(&self, frame: Option<&str>) {
        if let Some(frame) = frame {
            let frame = self.element(frame).await;
            frame.enter_frame().await.expect("into the page");
        }
        *self.frame.lock().expect("no panic") = frame.map(str::to_owned);
    }

    /// Goes back into the frame that the scenario stays in if an answer says that the driver has lost
    /// it, as WebKit's may while frames within it come and go. Whether it has been lost.
    pub(super) async fn come_back<T>(&self, answer: &Result<T, WebDriverError>) -> bool {
        let frame = self.frame.lock().expect("no panic").clone();
        let is_lost =
            |error: &WebDriverError| matches!(**error, WebDriverErrorInner::NoSuchWindow(_));
        let Some(frame) = frame.filter(|_| answer.as_ref().is_err_and(is_lost)) else {
            return false;
        };
        self.enter_default_frame().await.expect("the whole page");
        let frame = self.element(&frame).await;
        frame.enter_frame().await.expect("into the page again");
        true
    }

    /// Goes into a frame, if the driver knows it yet.
    ///
    /// # Panics
    /// If it says anything else than that there is no such frame.
    async fn try_enter(&self, frame: WebElement) -> bool {
        match frame.enter_frame().await {
            Ok(()) => true,
            Err(error) if matches!(*error, WebDriverErrorInner::NoSuchFrame(_)) => false,
            Err(error) => panic!("into the frame: {error}"),
        }
    }

    /// Goes back to the page around the frame.
    pub async fn leave(&self) {
        self.enter_parent_frame().await.expect("out of the frame");
    }

    /// Runs statements in a frame, once. Where its page is replaced meanwhile, in the one that came.
    pub async fn run_within(&self, frame: &str, statements: &str) {
        let ran = format!("(() => {{ {statements}; return true; }})()");
        self.within::<bool>(frame, &ran).await;
    }

    /// The value of an expression in a frame, once there is one.
    ///
    /// # Panics
    /// If it has another type, or does not come to be.
    pub async fn within<T: DeserializeOwned>(&self, frame: &str, expression: &str) -> T {
        let page = "document.readyState !== 'loading' && document.querySelector('main')";
        let question = format!("{page} ? ({expression}) : null");
        let started = Instant::now();
        loop {
            self.enter(frame).await;
            // Between two pages of the frame there is nothing that could answer.
            let answer = self.try_value(&question).await;
            self.leave().await;
            if let Ok(value) = &answer
                && let Some(value) = serde_json::from_value::<Option<T>>(value.clone())
                    .unwrap_or_else(|error| panic!("`{expression}` is {value}: {error}"))
            {
                return value;
            }
            assert!(
                started.elapsed() < TIMEOUT,
                "the frame does not tell `{expression}`: {answer:?}"
            );
        }
    }
}
