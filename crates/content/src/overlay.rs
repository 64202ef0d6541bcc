//! `overlay.json`: what the keeper of a copy on an intranet adds to it, beside the release and
//! no part of it. `public/overlay.js` reads the same file in the browser by the same rules;
//! `tests/fixtures/overlay/` holds the two to it.

#[cfg(test)]
mod tests;

use crate::{
    ContentFolder, Date, Diagnostic, Email, Phone, Precision,
    data::{Field, Fields, FromFields, Node, Value, Verbatim, named_values, read_json},
    diagnostics::Diagnostics,
};

/// The largest file, in bytes.
pub const MAX_OVERLAY_BYTES: u64 = 32 * 1024;
/// How many contacts it may have.
const CONTACTS: usize = 20;
/// How long its texts may be, in characters: names, the notice, the note of a contact.
const NAME: usize = 80;
const NOTICE: usize = 600;
const NOTE: usize = 120;

named_values! {
    /// The version of the format.
    pub enum OverlayFormat {
        /// The first.
        One = "lscb-overlay-1",
    }
}

/// What an organisation adds to its own copy of the site: whom to ask there, and what else its
/// people need to know. It is shown in a box that says whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Overlay {
    /// The version of the format.
    pub format: OverlayFormat,
    /// Who says it. Not the board.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 80)))]
    pub organisation: String,
    /// A notice: one paragraph.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 600)))]
    pub notice: Option<String>,
    /// Whom to ask.
    #[cfg_attr(feature = "schema", schemars(default, length(max = 20)))]
    pub contacts: Vec<LocalContact>,
    /// Until which day somebody should look at it again. It is shown afterwards too, and says so.
    pub review_by: Option<Date>,
}

/// Somebody to ask, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LocalContact {
    /// The name of a person, a post or a team.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 80)))]
    pub name: String,
    /// The number.
    pub phone: Option<Phone>,
    /// The mailbox.
    pub email: Option<Email>,
    /// What else to know: an extension, hours.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 120)))]
    pub note: Option<String>,
}

impl Overlay {
    /// Reads the bytes of a file. `names` are those of the board, which nobody else may go by.
    ///
    /// # Errors
    /// All that is wrong, in the order of lines; the name of the file is left empty.
    pub fn read(bytes: &[u8], names: &[&str]) -> Result<Self, Vec<Diagnostic>> {
        let mut diagnostics = Diagnostics::new(&ContentFolder::default().file(""));
        let overlay = Self::find(bytes, names, &mut diagnostics);
        let mut found = diagnostics.items;
        found.sort();
        match overlay {
            Some(overlay) if found.is_empty() => Ok(overlay),
            _ => Err(found),
        }
    }

    fn find(bytes: &[u8], names: &[&str], diagnostics: &mut Diagnostics) -> Option<Self> {
        if bytes.len() as u64 > MAX_OVERLAY_BYTES {
            diagnostics.report(
                0,
                format!(
                    "It has {} bytes; at most {MAX_OVERLAY_BYTES} are read.",
                    bytes.len()
                ),
                "Keep to what the people here need, and leave the rest to a page of your own.",
            );
            return None;
        }
        let Ok(text) = std::str::from_utf8(bytes) else {
            diagnostics.report(0, "It is not UTF-8.", "Save it as UTF-8.");
            return None;
        };
        let table = match read_json(text.strip_prefix('\u{feff}').unwrap_or(text)) {
            Ok(table) => table,
            Err(error) => {
                diagnostics.report(error.line, error.message, error.help);
                return None;
            }
        };
        let overlay: Option<Self> = Fields::read(&table, 1, diagnostics);
        if let Some(Node {
            line,
            value: Value::Text(organisation),
        }) = table.get("organisation")
        {
            let said = folded(organisation);
            let is_board = |name: &&&str| !folded(name).is_empty() && said.contains(&folded(name));
            if let Some(name) = names.iter().find(is_board) {
                diagnostics.report(
                    *line,
                    format!("`organisation` has the board’s own name in it, “{name}”."),
                    "Write the name of the organisation that adds this: it is not the board \
                     that speaks.",
                );
            }
        }
        overlay
    }
}

/// A name as it sounds: letters and digits alone.
fn folded(name: &str) -> String {
    let letters = name.chars().filter(|it| it.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

impl FromFields for Overlay {
    const NAME: &'static str = "overlay";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        let format = fields.required("format");
        let organisation = fields.required("organisation").map(|Verbatim(words)| words);
        let notice = fields.optional("notice").map(|Verbatim(words)| words);
        let contacts: Option<Vec<LocalContact>> = fields.optional("contacts");
        let is_bare = !fields.has("contacts") || contacts.as_ref().is_some_and(Vec::is_empty);
        let contacts = contacts.unwrap_or_default();
        let review_by: Option<Date> = fields.optional("review_by");
        check_text(fields, "organisation", organisation.as_ref(), NAME);
        check_text(fields, "notice", notice.as_ref(), NOTICE);
        if contacts.len() > CONTACTS {
            let message = format!(
                "has {} contacts; at most {CONTACTS} are shown.",
                contacts.len()
            );
            let help = "Keep those whom everybody needs.";
            fields.report("contacts", &message, help);
        }
        if is_bare && !fields.has("notice") {
            let help = "Add a `notice`, or `contacts`.";
            fields.report("contacts", "says nothing.", help);
        }
        if review_by.is_some_and(|day| day.precision() != Precision::Day) {
            let help = "Write a day, such as 2027-01-31.";
            fields.report("review_by", "has a `review_by` that is no day.", help);
        }
        Some(Self {
            format: format?,
            organisation: organisation?,
            notice,
            contacts,
            review_by,
        })
    }
}

impl FromFields for LocalContact {
    const NAME: &'static str = "contact";

    fn from_fields(fields: &mut Fields<'_>) -> Option<Self> {
        let name = fields.required("name").map(|Verbatim(words)| words);
        let phone: Option<Phone> = fields.optional("phone");
        // The browser reads the file as it is.
        if phone
            .as_ref()
            .is_some_and(|phone| !fields.says("phone", phone.printed()))
        {
            fields.report(
                "phone",
                "has a phone with other signs than digits, spaces, hyphens and brackets.",
                "Type the number anew.",
            );
        }
        let email = fields.optional("email");
        let note = fields.optional("note").map(|Verbatim(words)| words);
        check_text(fields, "name", name.as_ref(), NAME);
        check_text(fields, "note", note.as_ref(), NOTE);
        if !["phone", "email", "note"].iter().any(|it| fields.has(it)) {
            let help = "Add a `phone`, an `email` or a `note`.";
            fields.report("name", "says no way to get in touch.", help);
        }
        Some(Self {
            name: name?,
            phone,
            email,
            note,
        })
    }
}

impl Field for LocalContact {
    fn read(name: &str, node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        if let Value::Table(table) = &node.value {
            return Fields::read(table, node.line, diagnostics);
        }
        diagnostics.report(
            node.line,
            format!("`{name}` holds {}; fields are needed.", node.value.kind()),
            "Write each contact as {\"name\": \"…\", \"phone\": \"…\"}.",
        );
        None
    }
}

/// What a reader is to see as one line of plain words.
fn check_text(fields: &mut Fields<'_>, name: &'static str, text: Option<&String>, most: usize) {
    let Some(text) = text else { return };
    let count = text.chars().count();
    if count > most {
        let message = format!("has a `{name}` of {count} characters; at most {most} are shown.");
        fields.report(name, &message, "Say it shorter.");
    }
    if text.trim().is_empty() {
        fields.report(
            name,
            &format!("has an empty `{name}`."),
            "Fill it in, or take it out.",
        );
    }
    if has_markup(text) {
        let message = format!("has markup in `{name}`.");
        fields.report(
            name,
            &message,
            "Write plain words: tags would be shown as they are.",
        );
    }
    if let Some(letter) = text.chars().find(|it| is_unseen(*it)) {
        let code = u32::from(letter);
        let message = format!("has a letter in `{name}` that cannot be seen (U+{code:04X}).");
        let help = "Take it out: new lines, and what turns the direction of text, are not shown.";
        fields.report(name, &message, help);
    }
}

/// Whether something in it looks like a tag (WHATWG HTML, 13.2.5.6, "Tag open state").
fn has_markup(text: &str) -> bool {
    let after = text.split('<').skip(1);
    let opens =
        |rest: &str| rest.starts_with(|it: char| it.is_ascii_alphabetic() || "/!?".contains(it));
    after.into_iter().any(opens)
}

/// Controls and what changes how other letters stand (Unicode, general categories Cc, Zl and Zp,
/// the bidirectional and other controls of Cf, tags, and private letters).
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{e000}'..='\u{f8ff}' | '\u{feff}'
                | '\u{fff0}'..='\u{ffff}' | '\u{e0000}'..='\u{10ffff}'
        )
}
