//! Stop words of English, and the words that questions are put with.

/// Stop words, sorted. They are indexed in titles only.
const STOP: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has",
    "have", "he", "her", "his", "if", "in", "into", "is", "it", "its", "no", "not", "of", "on",
    "or", "our", "she", "so", "such", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "this", "those", "to", "was", "we", "were", "which", "will", "with", "would",
    "you", "your",
];

/// Question words and forms of address, sorted. They are indexed like any other, but do not count in a query that has
/// other words.
const QUESTION: &[&str] = &[
    "about", "am", "any", "anybody", "anyone", "being", "can", "cant", "could", "did", "didnt",
    "do", "does", "doesnt", "dont", "dr", "find", "get", "give", "got", "happen", "happened",
    "happens", "how", "i", "im", "isnt", "ive", "just", "me", "mr", "mrs", "ms", "my", "myself",
    "need", "next", "please", "should", "show", "some", "somebody", "someone", "tell", "us",
    "want", "what", "whats", "when", "where", "who", "whom", "whose", "why", "wont",
];

/// Whether a folded form is a stop word.
pub(crate) fn is_stop_word(form: &str) -> bool {
    STOP.binary_search(&form).is_ok()
}

/// Whether a folded form is a question word.
pub(crate) fn is_question_word(form: &str) -> bool {
    QUESTION.binary_search(&form).is_ok()
}
