//! Telephone numbers and postcodes: one word however they are spaced.

use std::ops::Range;

use super::Word;

/// The longest run of figures that is one telephone number (ITU-T E.164: 15 with the
/// country's), and two more for 00.
const MOST_DIGITS: usize = 17;
/// The most groups that anybody prints it in.
const MOST_GROUPS: usize = 8;
/// The figures that stand for a line within an office, by which its staff know it.
const LINE: usize = 4;

/// Adds the further readings of telephone numbers and postcodes to `words`.
pub(super) fn read(text: &str, words: &mut Vec<Word>) {
    let mut extra = Vec::new();
    let mut next = 0;
    while next < words.len() {
        let taken = telephone(text, &words[next..], &mut extra)
            .or_else(|| postcode(text, &words[next..], &mut extra));
        next += taken.unwrap_or(1);
    }
    for reading in extra {
        let place = words.partition_point(|word| word.at.end <= reading.at.end);
        words.insert(place, reading);
    }
}

/// A British number: ten or eleven figures that start with 0, or with +44 or 0044 for it.
/// Read as the national number, as what a neighbour would dial, and as its line.
fn telephone(text: &str, words: &[Word], extra: &mut Vec<Word>) -> Option<usize> {
    let first = words.first()?;
    let plus = text[..first.at.start].ends_with('+');
    if !(plus || first.form.starts_with('0')) {
        return None;
    }
    let mut digits = String::new();
    // Where each group starts in `digits`.
    let mut groups = Vec::new();
    let mut end = first.at.end;
    let mut number = None;
    for (place, word) in words.iter().enumerate().take(MOST_GROUPS) {
        let gap = text.get(end..word.at.start).unwrap_or_default();
        let near = gap.len() <= 3 && gap.chars().all(is_gap);
        let numeric = word.form.bytes().all(|byte| byte.is_ascii_digit());
        if word.extra || !numeric || !near || digits.len() + word.form.len() > MOST_DIGITS {
            break;
        }
        end = word.at.end;
        // The trunk zero of "+44 (0)151" is not dialled from abroad.
        if place > 0 && word.form == "0" {
            continue;
        }
        groups.push(digits.len());
        digits.push_str(&word.form);
        if let Some((national, country)) = national(&digits, plus) {
            // What follows the codes of the country and of the area.
            let local = groups.iter().find(|&&start| start > country);
            let local = local.copied().unwrap_or(digits.len());
            number = Some((national, local, digits.len(), end, place + 1));
        }
    }
    let (national, local, length, end, taken) = number?;
    for form in [
        national.as_str(),
        &digits[local..length],
        &digits[length - LINE..length],
    ] {
        let known = |word: &Word| word.form == form && word.at.end == end;
        if form.len() >= LINE && !words[..taken].iter().any(known) {
            extra.push(reading(first.at.start..end, form.into()));
        }
    }
    Some(taken)
}

fn is_gap(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '-' | '(' | ')' | '.')
}

/// The number as dialled within the country, and how many figures of `digits` are the
/// country's code.
fn national(digits: &str, plus: bool) -> Option<(String, usize)> {
    let code = if plus { "44" } else { "0044" };
    let (national, country) = match digits.strip_prefix(code) {
        Some(rest) if rest.starts_with('0') => (rest.into(), code.len()),
        Some(rest) => (["0", rest].concat(), code.len()),
        None => (String::from(digits), 0),
    };
    let is_whole = national.starts_with('0') && (10..=11).contains(&national.len());
    is_whole.then_some((national, country))
}

/// A British postcode (BS 7666): outward code, then a figure and two letters.
fn postcode(text: &str, words: &[Word], extra: &mut Vec<Word>) -> Option<usize> {
    let [outward, inward, ..] = words else {
        return None;
    };
    let gap = text.get(outward.at.end..inward.at.start)?;
    let is_outward = (2..=4).contains(&outward.form.len())
        && outward.form.as_bytes()[0].is_ascii_alphabetic()
        && outward.form.bytes().any(|byte| byte.is_ascii_digit());
    let is_inward = matches!(inward.form.as_bytes(), [figure, one, two]
        if figure.is_ascii_digit() && one.is_ascii_alphabetic() && two.is_ascii_alphabetic());
    if !is_outward || !is_inward || !gap.chars().all(char::is_whitespace) {
        return None;
    }
    let form = [outward.form.as_str(), &inward.form].concat();
    extra.push(reading(outward.at.start..inward.at.end, form));
    Some(2)
}

fn reading(at: Range<usize>, form: String) -> Word {
    Word {
        at,
        stem: form.clone(),
        form,
        extra: true,
    }
}
