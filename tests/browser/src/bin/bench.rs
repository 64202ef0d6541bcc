//! `bench [bytes] [build] [browser] [search] [hosting] [embed] [all]`: prints figures and keeps them as JSON.

use std::process::ExitCode;

use lscb_browser::bench::subject::Subject;
use lscb_browser::bench::{build, bytes, comparison, embed, keystroke, repeat};

const USAGE: &str = "\
Usage: bench [WHAT...]

  bytes    what the built site weighs, by class and by page
  build    what checking, building and compressing cost, for 10, 1,000 and 10,000 pages
  browser  loading and changing pages on a slow phone, beside a hand-written page
  search   searching on a slow phone, with 13, 1,000 and 10,000 pages
  hosting  coming back to a page, unchanged and changed, and keeping a copy
  embed    one part of the site and ten on another page, beside plain documents
  all      all of them (default)";

fn main() -> ExitCode {
    let all = ["bytes", "build", "browser", "search", "hosting", "embed"];
    let mut wanted: Vec<String> = std::env::args().skip(1).collect();
    if wanted.is_empty() || wanted.iter().any(|what| what == "all") {
        wanted = all.map(str::to_owned).into();
    }
    if let Some(unknown) = wanted.iter().find(|what| !all.contains(&what.as_str())) {
        eprintln!("There is nothing to measure called “{unknown}”.\n\n{USAGE}");
        return ExitCode::from(2);
    }
    let subject = Subject::from_environment();
    for what in wanted {
        let report = match what.as_str() {
            "bytes" => bytes::measure(),
            "build" => build::measure(&subject),
            "search" => keystroke::measure(&subject),
            "embed" => embed::measure(&subject),
            "hosting" => repeat::measure(&subject),
            _ => comparison::measure(&subject),
        };
        report.publish(&subject);
    }
    ExitCode::SUCCESS
}
