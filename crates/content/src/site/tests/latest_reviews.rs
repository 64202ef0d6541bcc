//! The newest reviews as links.

use super::{check_with, review};
use crate::example;

#[test]
fn the_newest_three_lead_to_their_places_in_the_whole_list() {
    let dated = |date| review("live", date, "report");
    let gone = review("withdrawn", "2020-01", "report");
    let list = example::page_called("Learning", "::reviews{}");
    check_with(
        &[
            (
                "reviews.md",
                &example::page_called("Newest", "::reviews{latest=\"1\"}"),
            ),
            ("learning.md", &list),
            ("reviews/first.md", &dated("2017-02")),
            ("reviews/gone.md", &gone),
            ("reviews/second.md", &dated("2018-07")),
            ("reviews/third.md", &dated("2019-03")),
            ("reviews/fourth.md", &dated("2019-04")),
            (
                "reviews/put-away.md",
                &review("archived", "2019-05", "report"),
            ),
        ],
        "::latest-reviews{}",
        "card Review (Alex) (Page /learning/#fourth): April 2019\n\
         card Review (Alex) (Page /learning/#third): March 2019\n\
         card Review (Alex) (Page /learning/#second): July 2018\n",
    );
}

#[test]
fn they_lead_to_the_list_in_the_language_of_the_site() {
    let list = example::page_called("Learning", "::reviews{}");
    let french = list.replace("+++\n\n", "language = \"fr\"\n+++\n\n");
    check_with(
        &[
            ("a-french-page.md", &french),
            ("learning.md", &list),
            ("reviews/first.md", &review("live", "2017-02", "report")),
        ],
        "::latest-reviews{}",
        "card Review (Alex) (Page /learning/#first): February 2017\n",
    );
}
