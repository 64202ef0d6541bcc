//! The site beside hand-written pages on a slow phone, in rounds: other load on this machine then
//! affects all of them equally.

use serde_json::json;

use super::competitor::{self, App, Competitor};
use super::journey::{self, FROM, Seen, TO};
use super::report::{Report, median};
use super::server::Server;
use super::subject::{Effort, Subject};
use super::table::{Cell, Table};
use crate::devtools::Chromium;
use crate::scratch::Scratch;

/// How often each competitor is visited.
const ROUNDS: usize = 21;

/// Visits all competitors.
///
/// # Panics
/// If Chromium, the server or a page does not do as it should.
pub fn measure(subject: &Subject) -> Report {
    let mut report = Report::new("browser");
    let competitors = competitor::all(subject, &[FROM, TO]);
    let serve = |it: &Competitor| Server::start(&subject.publisher, it.folder.path());
    let servers: Vec<Server> = competitors.iter().map(serve).collect();
    let profile = Scratch::new("profile");
    let mut chromium = Chromium::start(profile.path());
    let version = chromium.call(None, "Browser.getVersion", json!({}));

    let mut all: Vec<Vec<Seen>> = competitors.iter().map(|_| Vec::new()).collect();
    let rounds = subject.effort.rounds(ROUNDS);
    // The first round warms the browser up and does not count.
    let warm_up = usize::from(subject.effort == Effort::Full);
    for round in 0..rounds + warm_up {
        for ((competitor, server), seen) in competitors.iter().zip(&servers).zip(&mut all) {
            let visited = journey::make(&mut chromium, competitor, server);
            if round >= warm_up {
                seen.push(visited);
            }
        }
    }
    report.add(loads(&competitors, &all));
    report.add(changes(&competitors, &all));
    report.note(format!(
        "{}; 412x823, processor 4 times slower, 150 ms there and back, 1.6 and 0.75 Mbit/s; \
         {rounds} rounds, medians, in brackets the median deviation; a new profile each visit.",
        version["product"].as_str().unwrap_or("Chromium"),
    ));
    report.note(
        "site: told by `navigator.connection` that the line is 4g, so that the app starts when the \
         page is idle. site-on-3g: told that it is 3g, so that the app waits for a sign of intent. \
         static-same-style: the site's HTML without scripts. static-small-style: that, with 0.2 kB of style.",
    );
    report.note(
        "blocked: total blocking time. ready: from the first paint, or on 3g from the sign of intent, \
         to an app that has its bundle. click: until the frame after that of the new h1 begins. \
         Bytes are answers with their heads; memory is what lives after a garbage collection.",
    );
    report
}

fn loads(competitors: &[Competitor], all: &[Vec<Seen>]) -> Table {
    let title = format!("Loading {FROM} until nothing more happens");
    let columns = [
        "competitor",
        "FCP ms",
        "LCP ms",
        "CLS",
        "blocked ms",
        "bytes",
        "requests",
    ];
    let mut table = Table::new(&title, &columns);
    for (competitor, seen) in competitors.iter().zip(all) {
        table.add(vec![
            competitor.name.into(),
            time(seen, |it| Some(it.fcp)),
            time(seen, |it| Some(it.lcp)),
            figure(seen, 3, |it| Some(it.shift)),
            figure(seen, 0, |it| Some(it.blocked)),
            figure(seen, 0, |it| Some(it.bytes)),
            figure(seen, 0, |it| Some(it.requests)),
        ]);
    }
    table
}

fn changes(competitors: &[Competitor], all: &[Vec<Seen>]) -> Table {
    let title = format!("Going to {TO} and back, once the app is ready");
    let columns = [
        "competitor",
        "ready ms",
        "blocked ms",
        "JS heap kB",
        "wasm kB",
        "click to h1 ms",
        "click blocked ms",
        "click back ms",
    ];
    let mut table = Table::new(&title, &columns);
    for (competitor, seen) in competitors.iter().zip(all) {
        let has_app = competitor.app != App::None;
        table.add(vec![
            competitor.name.into(),
            time(seen, |it| it.ready),
            figure(seen, 0, |it| it.ready_blocked),
            figure(seen, 0, |it| Some(it.memory.0 / 1e3)),
            figure(seen, 0, |it| Some(it.memory.1 / 1e3)),
            time(seen, |it| Some(it.change)),
            figure(seen, 0, |it| has_app.then_some(it.change_blocked)),
            time(seen, |it| Some(it.later_change)),
        ]);
    }
    table
}

fn figure(seen: &[Seen], decimals: usize, of: impl Fn(&Seen) -> Option<f64>) -> Cell {
    let figures = seen.iter().filter_map(of).collect();
    median(figures).map_or(Cell::Nothing, |it| Cell::Number(it, decimals))
}

/// A time with its median absolute deviation.
fn time(seen: &[Seen], of: impl Fn(&Seen) -> Option<f64>) -> Cell {
    let times: Vec<f64> = seen.iter().filter_map(of).collect();
    let Some(middle) = median(times.clone()) else {
        return Cell::Nothing;
    };
    let deviations = times.iter().map(|it| (it - middle).abs()).collect();
    Cell::Median(middle, median(deviations).unwrap_or(0.0))
}
