//! The newest reviews as links.

use super::{check_with, review};
use crate::example;

#[test]
fn the_newest_three_lead_to_their_places_in_the_whole_list() {
    let dated = |date| review("live", date, "report");
    let gone = review("withdrawn", "2020-01", "report");
    let list = example::page("::reviews{}");
    check_with(
        &[
            ("reviews.md", &example::page("::reviews{latest=\"1\"}")),
            ("learning.md", &list),
            ("reviews/first.md", &dated("2017-02")),
            ("reviews/gone.md", &gone),
            ("reviews/second.md", &dated("2018-07")),
            ("reviews/third.md", &dated("2019-03")),
            ("reviews/fourth.md", &dated("2019-04")),
        ],
        "::latest-reviews{}",
        "card Review (Alex) (Page /learning/#fourth): April 2019\n\
         card Review (Alex) (Page /learning/#third): March 2019\n\
         card Review (Alex) (Page /learning/#second): July 2018\n",
    );
}
