use crate::failure::Failure;

/// A part of the tests that can be run by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Part {
    /// Formatting, lints, dependency rules, content.
    Check,
    /// Everything that `cargo test` runs in the workspace.
    Native,
    /// Of those, the tests of the published site.
    Site,
    /// The release build.
    Build,
    /// Terms of crates, and a second build.
    SupplyChain,
    /// The built site on real servers.
    Hosting,
    /// The built site in browsers.
    Browser,
}

impl Part {
    const ALL: [(&'static str, Self); 7] = [
        ("check", Self::Check),
        ("native", Self::Native),
        ("site", Self::Site),
        ("build", Self::Build),
        ("supply-chain", Self::SupplyChain),
        ("hosting", Self::Hosting),
        ("browser", Self::Browser),
    ];

    /// What needs browsers or servers to be installed.
    pub(crate) const WITH_BROWSERS: [Self; 3] = [Self::SupplyChain, Self::Hosting, Self::Browser];

    /// What needs the built site.
    pub(crate) const OF_SITE: [Self; 4] =
        [Self::Build, Self::SupplyChain, Self::Hosting, Self::Browser];

    fn named(name: &str) -> Option<Self> {
        let found = Self::ALL.into_iter().find(|(known, _)| *known == name);
        found.map(|(_, part)| part)
    }

    /// The names of all parts, for a message.
    pub(crate) fn names() -> String {
        Self::ALL.map(|(name, _)| name).join(", ")
    }
}

/// What is to be run.
#[derive(Debug, PartialEq)]
pub(crate) struct Selection {
    /// The parts that were asked for, each with words that names of its tests contain; none
    /// for all of them.
    pub(crate) parts: Vec<(Part, Vec<String>)>,
    /// The engines that were asked for, in lower case; none for all.
    pub(crate) engines: Vec<String>,
    /// Whether browsers and servers may be used.
    pub(crate) browsers: bool,
    /// How often.
    pub(crate) repeat: usize,
    /// Whether something else keeps all processors busy meanwhile.
    pub(crate) load: bool,
    /// The row of `docs/testing.md` that the times of a green run are written into.
    pub(crate) record: Option<String>,
}

impl Default for Selection {
    fn default() -> Self {
        Self {
            parts: Vec::new(),
            engines: Vec::new(),
            browsers: true,
            repeat: 1,
            load: false,
            record: None,
        }
    }
}

impl Selection {
    /// Takes one more word of the command line: a part, or part of the name of a test of the
    /// last one.
    ///
    /// # Errors
    /// If it is neither, in a line for the person.
    pub(crate) fn add(&mut self, word: &str) -> Result<(), String> {
        if let Some(part) = Part::named(word) {
            self.parts.push((part, Vec::new()));
            return Ok(());
        }
        let takes = [Part::Native, Part::Site, Part::Hosting, Part::Browser];
        match self.parts.last_mut() {
            Some((part, filters)) if takes.contains(part) => {
                filters.push(word.to_owned());
                Ok(())
            }
            _ => Err(format!(
                "There is no part “{word}” of the tests; there are {}.",
                Part::names()
            )),
        }
    }

    /// Whether a part is to be run.
    pub(crate) fn has(&self, part: Part) -> bool {
        if self.parts.is_empty() {
            self.browsers || !Part::WITH_BROWSERS.contains(&part)
        } else {
            self.parts.iter().any(|(chosen, _)| *chosen == part)
        }
    }

    /// Words that the names of a part's tests must contain, any of them; none for all tests.
    pub(crate) fn filters(&self, part: Part) -> &[String] {
        let found = self.parts.iter().find(|(chosen, _)| *chosen == part);
        found.map_or(&[], |(_, filters)| filters)
    }

    /// Whether nothing is left out.
    pub(crate) fn is_whole(&self) -> bool {
        self.parts.is_empty() && self.engines.is_empty() && self.browsers
    }

    /// The names of the parts that are left out.
    pub(crate) fn left_out(&self) -> Vec<&'static str> {
        let all = Part::ALL.into_iter();
        let out = all.filter(|(_, part)| {
            let in_native = *part == Part::Site && self.has(Part::Native);
            let needed = *part == Part::Build && Part::OF_SITE.into_iter().any(|it| self.has(it));
            !(self.has(*part) || in_native || needed)
        });
        out.map(|(name, _)| name).collect()
    }

    /// A run of the browser suite alone, which `--repeat` and `--load` are for.
    ///
    /// # Errors
    /// If other parts are selected.
    pub(crate) fn browser_only(&self) -> Result<(), Failure> {
        if matches!(self.parts[..], [(Part::Browser, _)]) {
            return Ok(());
        }
        Err(Failure::new(
            "--repeat and --load are for the browser suite: cargo xtask test browser --repeat 5 --load",
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selection(words: &str) -> Result<Selection, String> {
        let mut selection = Selection::default();
        for word in words.split_whitespace() {
            selection.add(word)?;
        }
        Ok(selection)
    }

    #[test]
    fn a_part_is_run_by_name_and_the_rest_is_left_out() {
        let site = selection("site").unwrap();
        assert!(site.has(Part::Site) && !site.has(Part::Native) && !site.is_whole());
        assert_eq!(
            site.left_out(),
            [
                "check",
                "native",
                "build",
                "supply-chain",
                "hosting",
                "browser"
            ]
        );
        let browser = selection("browser routing page_layout::exit").unwrap();
        assert_eq!(
            browser.filters(Part::Browser),
            ["routing", "page_layout::exit"]
        );
        assert!(!browser.left_out().contains(&"build"), "it is needed");
        assert!(selection("").unwrap().is_whole());
        assert_eq!(selection("").unwrap().left_out(), [""; 0]);
    }

    #[test]
    fn a_part_that_is_none_is_named_with_those_that_are() {
        assert_eq!(
            selection("routing").unwrap_err(),
            "There is no part “routing” of the tests; there are check, native, site, build, \
             supply-chain, hosting, browser."
        );
        assert!(selection("check routing").is_err(), "it has no tests");
    }

    #[test]
    fn without_browsers_what_needs_them_is_left_out() {
        let selection = Selection {
            browsers: false,
            ..Selection::default()
        };
        assert_eq!(selection.left_out(), ["supply-chain", "hosting", "browser"]);
        assert!(!selection.is_whole());
    }
}
