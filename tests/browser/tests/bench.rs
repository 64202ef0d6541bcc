//! Every benchmark in a small run, so that none of them breaks unnoticed: one round over a few pages,
//! whose figures are not checked.

use lscb_browser::bench::report::Report;
use lscb_browser::bench::subject::{Effort, Subject};
use lscb_browser::bench::{build, bytes, comparison, embed, keystroke, repeat};

fn subject() -> Subject {
    Subject {
        effort: Effort::Miniature,
        ..Subject::from_environment()
    }
}

/// A report has a row for everything that is measured.
fn assert_measured(report: &Report) {
    assert!(report.rows() > 0, "nothing was measured");
}

#[test]
fn weighing_the_site_works() {
    assert_measured(&bytes::measure());
}

#[test]
fn measuring_the_publisher_works() {
    assert_measured(&build::measure(&subject()));
}

#[test]
fn visits_on_a_slow_phone_can_be_measured() {
    assert_measured(&comparison::measure(&subject()));
}

#[test]
fn searching_on_a_slow_phone_can_be_measured() {
    assert_measured(&keystroke::measure(&subject()));
}

#[test]
fn coming_back_can_be_measured() {
    assert_measured(&repeat::measure(&subject()));
}

#[test]
fn parts_on_other_pages_can_be_measured() {
    assert_measured(&embed::measure(&subject()));
}
