use std::fmt;

use serde_json::Value;

/// A fault that a checker reports of a page.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The checker's name of the rule.
    pub rule: String,
    /// The element, as markup, a selector or a place in the file.
    pub element: String,
    /// What is wrong with it.
    pub help: String,
}

impl Finding {
    /// From the `[rule, element, help]` that the scripts of this module answer with.
    pub(super) fn list(answer: &Value) -> Vec<Self> {
        let part = |found: &Value, at: usize| found[at].as_str().unwrap_or_default().to_owned();
        let all = answer
            .as_array()
            .unwrap_or_else(|| panic!("the checker failed: {answer}"));
        let findings = all.iter().map(|found| Self {
            rule: part(found, 0),
            element: part(found, 1),
            help: part(found, 2),
        });
        findings.collect()
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} at {}", self.rule, self.help, self.element)
    }
}
