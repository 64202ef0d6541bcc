//! Did you mean: the known name that is nearest to an unknown one.

use strsim::osa_distance;

#[cfg(test)]
mod tests;

/// The candidate that differs from `word` by the fewest letters, if by few enough that a
/// slip is likely. The first of several that are equally near.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    // Nobody writes a longer name by hand, and the comparison takes the square of it.
    if word.len() > 200 {
        return None;
    }
    let letters = word.chars().count();
    let allowed = (letters / 3).clamp(1, 4);
    candidates
        .into_iter()
        .filter(|candidate| candidate.len().abs_diff(letters) <= 2 * allowed)
        .map(|candidate| (osa_distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}
