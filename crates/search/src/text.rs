//! Text analysis: text to tokens. Documents and queries go through the same steps, so that they
//! match: Unicode letters and digits, accents and case folded (NFKD, then no combining marks),
//! English Snowball stems beside the exact forms.
//!
//! A place in a text can have more than one token: "multi-agency" is two tokens and their
//! compound, "0151 934 3983" is three numbers and a telephone number. The additional ones are
//! variants ([`Token::is_variant`]).

mod char_class;
mod fold;
mod identifiers;
mod normalizer;
mod stop_words;
mod token;
mod tokenizer;

pub(crate) use normalizer::Normalizer;
#[cfg(feature = "indexer")]
pub use normalizer::nfkd_lower;
pub(crate) use stop_words::{is_question_word, is_stop_word};
pub(crate) use token::Token;
pub(crate) use tokenizer::{stem_of, tokenize, tokenize_where};
