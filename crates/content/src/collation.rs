//! The order of names in a list.

use std::cmp::Ordering;

use icu_collator::{CollatorBorrowed, options::CollatorOptions};

use crate::Language;

/// The order in which readers of a language look for names (UTS #10, with the tailoring of CLDR):
/// `Apple` and `apple` together, `Élan` among those with E.
pub(crate) struct Collation(CollatorBorrowed<'static>);

impl Collation {
    pub(crate) fn of(language: &Language) -> Self {
        let options = CollatorOptions::default();
        let collator = CollatorBorrowed::try_new(language.locale().into(), options)
            .or_else(|_| CollatorBorrowed::try_new(Default::default(), options));
        Self(collator.expect("the data is compiled in"))
    }

    /// Compares two names. Those that only bytes tell apart have an order too, so that two
    /// builds give the same.
    pub(crate) fn compare(&self, a: &str, b: &str) -> Ordering {
        self.0.compare(a, b).then_with(|| a.cmp(b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_come_last() {
        let mut names = ["Banana", "apple", "Élan", "Fig", "Zoo", "élan", "Elm"];
        let collation = Collation::of(&Language::english());
        names.sort_by(|a, b| collation.compare(a, b));
        assert_eq!(
            names,
            ["apple", "Banana", "élan", "Élan", "Elm", "Fig", "Zoo"]
        );
    }
}
