//! The everyday words of the site's language, which are no slips of words that the site happens to
//! have: whoever looks for `adoption` is not told of `additional`.

use lscb_content::Site;

/// Where they are from, in lines that begin with `#`, then a word a line.
const ENGLISH: &str = include_str!("dictionary/english.txt");

/// The everyday words of the language of `site`; none of a language that has no list here.
pub(super) fn dictionary(site: &Site) -> Vec<String> {
    let language = site.settings.language.as_str();
    let words = match language.split('-').next() {
        Some("en") => ENGLISH,
        _ => "",
    };
    let words = words.lines().filter(|line| !line.starts_with('#'));
    words.map(str::to_owned).collect()
}
