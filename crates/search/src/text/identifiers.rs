//! Telephone numbers and postcodes: recognised in any spacing and indexed as one token.

use std::ops::Range;

use super::token::Token;

/// The most digits of a telephone number (ITU-T E.164: 15 with the
/// country's), and two more for 00.
const MAX_DIGITS: usize = 17;
/// The most groups that its digits are printed in.
const MAX_GROUPS: usize = 8;
/// The one number that is shorter than others: Childline's (Ofcom, *The National Telephone Numbering
/// Plan*, part A).
const SHORT: &str = "08001111";
/// The digits of an extension within an office.
const EXTENSION: usize = 4;

/// Adds the variants of telephone numbers and postcodes to `tokens`.
pub(super) fn add_variants(text: &str, tokens: &mut Vec<Token>) {
    let mut variants = Vec::new();
    let mut next = 0;
    while next < tokens.len() {
        let taken = telephone(text, &tokens[next..], &mut variants)
            .or_else(|| postcode(text, &tokens[next..], &mut variants));
        next += taken.unwrap_or(1);
    }
    for variant in variants {
        let place = tokens.partition_point(|token| token.at.end <= variant.at.end);
        tokens.insert(place, variant);
    }
}

/// A telephone number among the digits of its tokens.
struct Number {
    national: String,
    /// Where the local number starts, and how many digits there are.
    local: usize,
    length: usize,
    /// Where it ends in the text, and how many tokens it takes.
    end: usize,
    tokens: usize,
}

/// Adds the variants of a British telephone number: ten or eleven digits that start with 0 (or [`SHORT`]), or
/// with +44 or 0044 for it. The variants are the national number, the local number without the
/// area code, and the last four digits, the extension. Returns how many tokens it takes.
fn telephone(text: &str, tokens: &[Token], variants: &mut Vec<Token>) -> Option<usize> {
    let first = tokens.first()?;
    let plus = text[..first.at.start].ends_with('+');
    if !(plus || first.form.starts_with('0')) {
        return None;
    }
    let mut digits = String::new();
    // Where each group starts in `digits`.
    let mut groups = Vec::new();
    let mut end = first.at.end;
    let mut number = None;
    for (place, token) in tokens.iter().enumerate().take(MAX_GROUPS) {
        let gap = text.get(end..token.at.start).unwrap_or_default();
        let near = gap.len() <= 3 && gap.chars().all(is_gap);
        let numeric = token.form.bytes().all(|byte| byte.is_ascii_digit());
        if token.is_variant || !numeric || !near || digits.len() + token.form.len() > MAX_DIGITS {
            break;
        }
        end = token.at.end;
        // The trunk zero of "+44 (0)151" is not dialled from abroad.
        if place > 0 && token.form == "0" {
            continue;
        }
        groups.push(digits.len());
        digits.push_str(&token.form);
        if let Some((national, country)) = national(&digits, plus) {
            // What follows the codes of the country and of the area.
            let local = groups.iter().find(|&&start| start > country);
            let local = local.copied().unwrap_or(digits.len());
            number = Some(Number {
                national,
                local,
                length: digits.len(),
                end,
                tokens: place + 1,
            });
        }
        if digits == SHORT {
            break;
        }
    }
    let number = number?;
    for form in [
        number.national.as_str(),
        &digits[number.local..number.length],
        &digits[number.length - EXTENSION..number.length],
    ] {
        let known = |token: &Token| token.form == form && token.at.end == number.end;
        if form.len() >= EXTENSION && !tokens[..number.tokens].iter().any(known) {
            variants.push(variant(first.at.start..number.end, form.into()));
        }
    }
    Some(number.tokens)
}

fn is_gap(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '-' | '(' | ')' | '.')
}

/// The number as dialled within the country, and how many of `digits` are the country code.
fn national(digits: &str, plus: bool) -> Option<(String, usize)> {
    let code = if plus { "44" } else { "0044" };
    let (national, country) = match digits.strip_prefix(code) {
        Some(rest) if rest.starts_with('0') => (rest.into(), code.len()),
        Some(rest) => (["0", rest].concat(), code.len()),
        None => (String::from(digits), 0),
    };
    let is_long = national.starts_with('0') && (10..=11).contains(&national.len());
    let is_whole = is_long || national == SHORT;
    is_whole.then_some((national, country))
}

/// A British postcode (BS 7666): outward code, then a digit and two letters.
fn postcode(text: &str, tokens: &[Token], variants: &mut Vec<Token>) -> Option<usize> {
    let [outward, inward, ..] = tokens else {
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
    variants.push(variant(outward.at.start..inward.at.end, form));
    Some(2)
}

fn variant(at: Range<usize>, form: String) -> Token {
    Token {
        at,
        stem: form.clone(),
        form,
        is_variant: true,
    }
}
