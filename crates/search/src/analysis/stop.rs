//! Words that say nothing of what a text is about.

/// Sorted. These are found in titles only.
const STOP: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has",
    "have", "he", "her", "his", "if", "in", "into", "is", "it", "its", "no", "not", "of", "on",
    "or", "our", "she", "so", "such", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "this", "those", "to", "was", "we", "were", "which", "will", "with", "would",
    "you", "your",
];

/// Sorted. Beside those, what questions are put with; a page may still be about them.
const QUESTION: &[&str] = &[
    "about", "am", "any", "anybody", "anyone", "being", "can", "could", "did", "do", "does",
    "find", "get", "give", "got", "happen", "happened", "happens", "how", "i", "im", "ive", "just",
    "me", "my", "need", "next", "please", "should", "show", "some", "somebody", "someone", "tell",
    "us", "want", "what", "when", "where", "who", "whom", "whose", "why",
];

/// Whether a folded word is so common that only titles are searched for it.
pub(crate) fn is_stop(form: &str) -> bool {
    STOP.binary_search(&form).is_ok()
}

/// Whether a folded word only puts the question.
pub(crate) fn is_question_word(form: &str) -> bool {
    QUESTION.binary_search(&form).is_ok()
}
