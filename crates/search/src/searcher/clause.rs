//! Clauses: the words of a query, or the phrases that the thesaurus knows, each with the
//! documents that match it. A clause scores a document by its best reading.

use super::expand::{self, TermExpansion};
use super::highlight::Highlighter;
use super::idf::idf;
use super::lookup::Lookup;
use super::parse::{ParsedQuery, QueryToken};
use super::reader::IndexReader;
use super::scored::ScoredDocs;
use crate::format::thesaurus::Phrase;
use crate::text::{is_question_word, is_stop_word};

/// The weight of a synonym, in terms of the words themselves.
const SYNONYM: f32 = 0.9;
/// From how many letters on a word may be the beginning of one of the thesaurus. The last of several may
/// be from the first.
const MIN_BEGINNING: usize = 4;
/// From how many digits on a number may be the beginning of a longer one.
const MIN_DIGITS: usize = 3;

/// One word of the query, or a phrase that the thesaurus knows.
#[derive(Debug, Default)]
pub(super) struct Clause<'a> {
    pub(super) docs: ScoredDocs,
    /// The inverse document frequency of its rarest reading.
    pub(super) weight: f32,
    pub(super) is_stop_word: bool,
    has_matches: bool,
    terms: Vec<QueryTerm<'a>>,
    /// The stems of its synonyms.
    synonym_stems: Vec<String>,
}

/// A word of the query and the terms of the index that it may stand for.
#[derive(Debug)]
struct QueryTerm<'a> {
    token: QueryToken,
    expansions: Vec<TermExpansion<'a>>,
    /// Whether the expansions are spelling corrections.
    is_misspelt: bool,
}

/// A synonym that matches some documents.
struct Synonym {
    docs: ScoredDocs,
    weight: f32,
}

/// The clauses of a query: at each place the longest phrase that the thesaurus knows, otherwise
/// one word.
pub(super) fn clauses<'a>(query: &ParsedQuery, reader: &mut IndexReader<'a>) -> Vec<Clause<'a>> {
    let terms = query.tokens.iter().map(|token| query_term(token, reader));
    let mut rest: Vec<QueryTerm<'a>> = terms.collect();
    let phrases = reader.manifest.phrases();
    let mut clauses = Vec::new();
    while !rest.is_empty() {
        let mut best: Option<((usize, bool), &str)> = None;
        for phrase in &phrases {
            if let Some(found) = words_at(&rest, phrase) {
                best = best.max(Some((found, &phrase.stems)));
            }
        }
        let after = rest.split_off(best.map_or(1, |((words, _), _)| words));
        clauses.push(clause(rest, best.map(|(_, phrase)| phrase), reader));
        rest = after;
    }
    clauses
}

/// How many words `phrase` has, if they are the first of `terms`, and whether they are so to the end:
/// the last may be unfinished.
fn words_at(terms: &[QueryTerm<'_>], phrase: &Phrase) -> Option<(usize, bool)> {
    let mut words = 0;
    let mut is_finished = true;
    for (stem, form) in phrase.stems.split(' ').zip(phrase.forms.split(' ')) {
        let term = terms.get(words)?;
        let typed = &term.token.form;
        if term.stem() != stem {
            let is_long = words > 0 || typed.len() >= MIN_BEGINNING;
            let may_go_on = term.token.is_prefix && is_long;
            if !(may_go_on && form.starts_with(typed.as_str())) {
                return None;
            }
            is_finished = false;
        }
        words += 1;
    }
    Some((words, is_finished))
}

/// `phrase`: these words, if the thesaurus has them.
#[inline(never)]
fn clause<'a>(
    terms: Vec<QueryTerm<'a>>,
    phrase: Option<&str>,
    reader: &mut IndexReader<'a>,
) -> Clause<'a> {
    let mut clause = Clause {
        is_stop_word: phrase.is_none() && terms.iter().all(|term| term.token.is_stop_word),
        ..Clause::default()
    };
    if clause.is_stop_word {
        return clause;
    }
    let is_phrase = terms.len() > 1;
    let whole = clause.add_words(terms, reader);
    let synonyms = clause.synonyms(phrase, reader);
    // A phrase of the thesaurus does not match by its parts, unless nothing has all of it.
    if is_phrase && !(whole.is_empty() && synonyms.is_empty()) {
        clause.docs = whole;
    }
    // A synonym weighs what the words weigh, however many words it has.
    if clause.docs.is_empty() {
        let weights = synonyms.iter().map(|synonym| synonym.weight);
        clause.weight = weights.fold(0.0, f32::max);
    }
    for synonym in synonyms {
        let docs = synonym.docs.scale(SYNONYM * clause.weight / synonym.weight);
        clause.docs = std::mem::take(&mut clause.docs).union_max(docs);
    }
    clause.has_matches = !clause.docs.is_empty();
    clause
}

impl<'a> Clause<'a> {
    /// Adds the documents that have any of the words, and returns those that have all of them
    /// if there are several.
    fn add_words(&mut self, terms: Vec<QueryTerm<'a>>, reader: &IndexReader<'a>) -> ScoredDocs {
        let is_phrase = terms.len() > 1;
        let mut whole: Option<ScoredDocs> = None;
        for term in terms
            .into_iter()
            .filter(|term| !(is_phrase && term.token.is_stop_word))
        {
            let mut docs = ScoredDocs::default();
            let mut weight = 0.0f32;
            for expansion in &term.expansions {
                if let Some(term) = &expansion.term {
                    let idf = idf(reader.manifest, term.documents) * expansion.weight;
                    weight = weight.max(idf);
                    docs = docs.union_max(ScoredDocs::of_term(term, reader.manifest, idf));
                }
            }
            if is_phrase {
                whole = Some(match whole {
                    Some(whole) => whole.intersect(docs.clone()),
                    None => docs.clone(),
                });
            }
            self.docs = std::mem::take(&mut self.docs).union_sum(docs);
            self.weight += weight;
            self.terms.push(term);
        }
        whole.unwrap_or_default()
    }

    /// The synonyms of the words that match any documents.
    fn synonyms(&mut self, phrase: Option<&str>, reader: &mut IndexReader<'a>) -> Vec<Synonym> {
        let mut synonyms = Vec::new();
        let is_it = |other: &str| Some(other) == phrase;
        let sets = reader.manifest.thesaurus.iter();
        let sets = sets.filter(|set| set.phrases.iter().any(|other| is_it(&other.stems)));
        for other in sets
            .flat_map(|set| &set.synonyms)
            .filter(|other| !is_it(other))
        {
            let mut docs: Option<ScoredDocs> = None;
            let mut weight = 0.0;
            for stem in other.split(' ') {
                let mut with_stem = ScoredDocs::default();
                if let Lookup::Ready(Some(term)) = reader.term(stem) {
                    let idf = idf(reader.manifest, term.documents);
                    weight += idf;
                    with_stem = ScoredDocs::of_term(&term, reader.manifest, idf);
                }
                docs = Some(match docs {
                    Some(docs) => docs.intersect(with_stem),
                    None => with_stem,
                });
                self.synonym_stems.push(stem.into());
            }
            let docs = docs.unwrap_or_default();
            if !docs.is_empty() {
                synonyms.push(Synonym { docs, weight });
            }
        }
        synonyms
    }
}

/// What a word may stand for. A small word stands for nothing.
#[inline(never)]
fn query_term<'a>(token: &QueryToken, reader: &mut IndexReader<'a>) -> QueryTerm<'a> {
    let mut term = QueryTerm {
        token: token.clone(),
        expansions: Vec::new(),
        is_misspelt: false,
    };
    if token.is_stop_word {
        return term;
    }
    let before = reader.misses();
    let expansions = &mut term.expansions;
    let compound = token.compound.iter();
    for stem in std::iter::once(&token.stem).chain(compound) {
        if let Lookup::Ready(Some(term)) = reader.term(stem) {
            expansions.push(TermExpansion {
                stem: stem.clone(),
                term: Some(term),
                weight: 1.0,
                form: token.form.clone(),
            });
        }
    }
    if token.is_prefix && !is_short_number(&token.form) {
        let mut more = expand::completions(&token.form, expansions, reader);
        expansions.append(&mut more);
    }
    // Only if everything of it could be read is the word unknown. What became of the other words
    // is nothing to it: the files of all corrections are fetched at the same time.
    let is_read = reader.state_since(before) == Lookup::Ready(());
    let is_unknown = expansions.is_empty() && is_read;
    if is_unknown && !is_small(&token.form) && !reader.manifest.is_word(&token.stem) {
        *expansions = expand::corrections(&token.form, token.is_prefix, reader);
        term.is_misspelt = true;
    }
    term
}

impl QueryTerm<'_> {
    /// The stem of the word that it is taken for.
    fn stem(&self) -> &str {
        let correction = self.expansions.first().filter(|_| self.is_misspelt);
        correction.map_or(&self.token.stem, |correction| &correction.stem)
    }

    /// Whether it is not what was typed.
    fn is_corrected(&self) -> bool {
        self.is_misspelt || self.token.is_respaced
    }
}

/// Whether a form is a number that many longer ones begin with: of what is looked for by its number,
/// such as “section 47”, nothing is known by that of an office.
fn is_short_number(form: &str) -> bool {
    form.len() < MIN_DIGITS && form.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a form is a small word or a single letter.
fn is_small(form: &str) -> bool {
    is_stop_word(form) || is_question_word(form) || form.len() == 1
}

/// The words that nothing matches, as typed, each once. Beside words that something matches neither
/// small words are missing nor single letters, such as the initials of a name.
#[inline(never)]
pub(super) fn missing(clauses: &[Clause<'_>]) -> Vec<String> {
    let mut missing: Vec<String> = Vec::new();
    let is_answered = clauses.iter().any(|clause| clause.has_matches);
    for clause in clauses {
        if clause.is_stop_word || clause.has_matches {
            continue;
        }
        for QueryTerm { token, .. } in &clause.terms {
            if !(is_answered && is_small(&token.form) || missing.contains(&token.typed)) {
                missing.push(token.typed.clone());
            }
        }
    }
    missing
}

/// The words that were corrected, as typed and as corrected.
#[inline(never)]
pub(super) fn corrected(clauses: &[Clause<'_>]) -> Vec<(String, String)> {
    let mut corrected: Vec<(String, String)> = Vec::new();
    for (token, form) in corrections(clauses) {
        match corrected.last_mut() {
            Some((_, first)) if token.at.is_empty() => {
                first.push(' ');
                first.push_str(form);
            }
            _ => corrected.push((token.typed.clone(), form.into())),
        }
    }
    corrected
}

/// The corrected words, each with the likeliest form.
fn corrections<'c>(clauses: &'c [Clause<'_>]) -> impl Iterator<Item = (&'c QueryToken, &'c str)> {
    let terms = clauses.iter().flat_map(|clause| &clause.terms);
    terms
        .filter(|term| term.is_corrected())
        .filter_map(|term| Some((&term.token, term.expansions.first()?.form.as_str())))
}

/// The text of the query with its corrections applied.
pub(super) fn suggestion(text: &str, clauses: &[Clause<'_>]) -> Option<String> {
    let mut suggestion = String::new();
    let mut at = 0;
    for (token, form) in corrections(clauses) {
        suggestion.push_str(text.get(at..token.at.start)?);
        if token.at.is_empty() {
            suggestion.push(' ');
        }
        suggestion.push_str(form);
        at = token.at.end;
    }
    (at > 0).then(|| suggestion + &text[at..])
}

/// The terms to highlight in what is shown.
#[inline(never)]
pub(super) fn highlighter(clauses: &[Clause<'_>]) -> Highlighter {
    let mut highlighter = Highlighter::default();
    for clause in clauses.iter().filter(|clause| !clause.is_stop_word) {
        for term in &clause.terms {
            for expansion in &term.expansions {
                let weight = clause.weight * expansion.weight;
                highlighter.stems.push((expansion.stem.clone(), weight));
            }
            if term.token.is_prefix && !term.is_corrected() {
                highlighter.prefix = Some(term.token.form.clone());
            }
        }
        for stem in &clause.synonym_stems {
            let weight = clause.weight * SYNONYM;
            highlighter.stems.push((stem.clone(), weight));
        }
    }
    highlighter
}
