//! Languages.

#[cfg(test)]
mod tests;

use std::{fmt, str::FromStr};

use icu_locale::{LanguageIdentifier, Locale, LocaleCanonicalizer, LocaleDirectionality};

use crate::ParseError;

/// The tag of a language (BCP 47, RFC 5646) in its canonical form, such as `en-GB`. Its first
/// part is a language of ISO 639 that has a name; what was replaced by another tag is refused.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(Box<str>);

impl Language {
    /// British English.
    pub(crate) fn english() -> Self {
        Self("en-GB".into())
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is written from right to left.
    pub fn is_rtl(&self) -> bool {
        let known = LanguageIdentifier::try_from_str(&self.0);
        known.is_ok_and(|known| LocaleDirectionality::new_extended().is_right_to_left(&known))
    }

    /// Whether it is the other one, or a variety of the same language: `en` and `en-GB`.
    pub(crate) fn is_variety_of(&self, other: &Self) -> bool {
        let primary = |tag: &Self| tag.0.split('-').next().map(str::to_owned);
        primary(self) == primary(other) && self.is_rtl() == other.is_rtl()
    }

    /// The same for the libraries that go by languages.
    pub(crate) fn locale(&self) -> Locale {
        Locale::try_from_str(&self.0).unwrap_or(Locale::UNKNOWN)
    }
}

impl FromStr for Language {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let refuse = |tag: Option<String>| {
            let help = match tag {
                Some(tag) => format!("Write `{tag}`."),
                None => "Write its tag as in BCP 47: `en-GB`, `cy`, `pl` or `ur`.".into(),
            };
            Err(ParseError::new(
                format!("`{text}` is not the tag of a language."),
                help,
            ))
        };
        let hyphened = text.trim().replace('_', "-");
        let primary = hyphened.split('-').next().unwrap_or_default();
        let Ok(mut locale) = Locale::try_from_str(&hyphened) else {
            return refuse(named(text).or_else(|| named(primary)));
        };
        let known = match primary.len() {
            2 => isolang::Language::from_639_1(&primary.to_ascii_lowercase()).is_some(),
            3 => isolang::Language::from_639_3(&primary.to_ascii_lowercase()).is_some(),
            _ => false,
        };
        let written = locale.to_string();
        LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
        let canonical = locale.to_string();
        if !known {
            let other = named(primary).or_else(|| named(text));
            return refuse(other.or_else(|| (canonical != written).then_some(canonical)));
        }
        if canonical != written || !text.eq_ignore_ascii_case(&canonical) {
            return refuse(Some(canonical));
        }
        Ok(Self(canonical.into()))
    }
}

/// The tag of a language by its English name or its own.
fn named(name: &str) -> Option<String> {
    let name = name.trim().to_lowercase();
    // Names as short as tags are slips of tags.
    if name.chars().count() <= 3 {
        return None;
    }
    let found = isolang::languages().find(|known| {
        let known = known.to_name().to_lowercase();
        // `Modern Greek (1453-)`, `Swahili (macrolanguage)`
        let plain = known.split(" (").next().unwrap_or(&known);
        known == name || plain == name
    })?;
    Some(found.to_639_1().unwrap_or_else(|| found.to_639_3()).into())
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
