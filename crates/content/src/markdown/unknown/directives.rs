//! What looks like a directive and is none.

use super::Entry;

pub(super) const DIRECTIVES: &[Entry] = &[
    (
        r"(?:^|\s)(::[a-z][a-z-]*)\s*$",
        "`{}` stands where it is no directive.",
        "Write ::name{attribute=\"value\"} at the beginning of a line of its own.",
    ),
    (
        r"(?:^|[^\w])(:+[a-z][a-z-]*\{[^}]*\})",
        "`{}` stands where it is no directive.",
        "Write ::name{attribute=\"value\"} at the beginning of a line of its own.",
    ),
    (
        r"(?m)^(:{3,} ?\S*)",
        "`{}` begins a block that is not known.",
        "Take it out: no text is put into boxes.",
    ),
];
