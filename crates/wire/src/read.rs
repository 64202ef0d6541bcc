//! Reading the wire types in the browser, which has parsed the JSON already: each type from
//! the parser's own values. Natively serde does it; compiled for every type it would
//! be a fifth of the app. A test holds the two against each other.

use super::{
    Alignment, Block, Bundle, BundleEntry, Card, ContactGroup, ContactLine, Definition, Details,
    DocumentCard, DocumentState, FileEntry, Footnote, HeadingLevel, IndexEntry, IndexSection,
    Inline, InlinePassage, Link, List, Menu, Note, NoteKind, Page, Passage, Phone, Picture,
    Release, Review, Table, Target,
};

/// A value of parsed JSON (RFC 8259), where the parser keeps it: a bundle is never copied into
/// a tree of our own first. There are no numbers on the wire.
pub trait Value: Sized {
    /// Whether it is `null` or not there.
    fn is_absent(&self) -> bool;
    /// What a string says.
    fn text(&self) -> Option<String>;
    /// What `true` or `false` says.
    fn flag(&self) -> Option<bool>;
    /// Gives each value of an array to `take`; false if it is none. One loop for all types is less
    /// code than one in each. And it is in a function of few variables: WebKitGTK 2.50 now and then
    /// mixes up those of a large function while it goes from interpreted to compiled code in a loop.
    fn each(&self, take: &mut dyn FnMut(Self)) -> bool;
    /// A member of an object; absent if there is none, or it is no object.
    fn member(&self, name: &str) -> Self;
    /// The name of the one member of an object that has no other.
    fn only_name(&self) -> Option<String>;
}

/// What can be read from a [`Value`]. Members that are not known are passed over.
pub trait Read: Sized {
    /// Reads a value. If it says something else, `sound` becomes false and what is read says
    /// nothing. Giving up half-way would take more code: for each member, that which drops
    /// those before it.
    fn read(value: impl Value, sound: &mut bool) -> Self;

    /// Reads a value; `None` if it says something else.
    fn from_value(value: impl Value) -> Option<Self> {
        let mut sound = true;
        let read = Self::read(value, &mut sound);
        sound.then_some(read)
    }
}

/// A variant's name and what it holds: `"rule"`, or `{"quote": [...]}`. An empty name if it
/// is neither.
fn variant<V: Value>(value: V) -> (String, V) {
    let name = value.text().or_else(|| value.only_name());
    let name = name.unwrap_or_default();
    // A string has no members: what the variant holds is absent.
    let held = value.member(&name);
    (name, held)
}

impl Read for String {
    fn read(value: impl Value, sound: &mut bool) -> Self {
        value.text().unwrap_or_else(|| nothing(sound))
    }
}

impl Read for bool {
    fn read(value: impl Value, sound: &mut bool) -> Self {
        value.flag().unwrap_or_else(|| nothing(sound))
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: impl Value, sound: &mut bool) -> Self {
        let mut list = Self::new();
        if value.each(&mut |value| list.push(T::read(value, sound))) {
            list
        } else {
            nothing(sound)
        }
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: impl Value, sound: &mut bool) -> Self {
        (!value.is_absent()).then(|| T::read(value, sound))
    }
}

/// In place of a value that says something else.
fn nothing<T: Default>(sound: &mut bool) -> T {
    *sound = false;
    T::default()
}

/// A member that is left out where it says nothing.
fn or_nothing<T: Read + Default>(value: impl Value, sound: &mut bool) -> T {
    Option::read(value, sound).unwrap_or_default()
}

/// How objects are read: the members that must be there, then those that may be left out.
macro_rules! objects {
    ($($type:ident { $($must:ident)* ; $($may:ident)* })*) => {
        $(impl Read for $type {
            fn read(value: impl Value, sound: &mut bool) -> Self {
                Self {
                    $($must: Read::read(value.member(stringify!($must)), sound),)*
                    $($may: or_nothing(value.member(stringify!($may)), sound),)*
                }
            }
        })*
    };
}

objects! {
    Bundle { format pages; menus }
    BundleEntry { from file integrity size; }
    Card { to title summary; language }
    ContactGroup { id name people; address lines address_first }
    ContactLine { ; id name post label phone hours online }
    Definition { id term text; }
    DocumentCard { id title state; }
    Details { title blocks; open }
    Footnote { id blocks; }
    InlinePassage { language text; rtl }
    Passage { language blocks; rtl }
    IndexEntry { title note target; language }
    IndexSection { letter entries; }
    Link { to text; language }
    List { items; ordered start }
    Menu { path pages; }
    Note { kind text; }
    Page { path title summary blocks; language rtl breadcrumb contents menu }
    Phone { printed dial; }
    Picture { file alt width height; credit note }
    Release { format release title bundles; number short_title search published sw manifest withdrawn }
    Review { id date iso title body; }
    FileEntry { file integrity size; }
    Table { name head rows; sides }
}

impl Read for Block {
    fn read(value: impl Value, sound: &mut bool) -> Self {
        let (name, value) = variant(value);
        match name.as_str() {
            "heading" => Self::Heading {
                level: Read::read(value.member("level"), sound),
                id: Read::read(value.member("id"), sound),
                text: Read::read(value.member("text"), sound),
            },
            "paragraph" => Self::Paragraph(Read::read(value, sound)),
            "list" => Self::List(Read::read(value, sound)),
            "quote" => Self::Quote(Read::read(value, sound)),
            "code" => Self::Code(Read::read(value, sound)),
            "table" => Self::Table(Read::read(value, sound)),
            "rule" => Self::Rule,
            "definitions" => Self::Definitions(Read::read(value, sound)),
            "contacts" => Self::Contacts(Read::read(value, sound)),
            "reviews" => Self::Reviews(Read::read(value, sound)),
            "documents" => Self::Documents(Read::read(value, sound)),
            "cards" => Self::Cards(Read::read(value, sound)),
            "picture" => Self::Picture(Read::read(value, sound)),
            "note" => Self::Note(Read::read(value, sound)),
            "search" => Self::Search,
            "offline" => Self::Offline,
            "embeds" => Self::Embeds(Read::read(value, sound)),
            "footnotes" => Self::Footnotes(Read::read(value, sound)),
            "passage" => Self::Passage(Read::read(value, sound)),
            "fold" => Self::Details(Read::read(value, sound)),
            "index" => Self::Index(Read::read(value, sound)),
            "release" => Self::Release(Read::read(value, sound)),
            _ => {
                *sound = false;
                Self::Rule
            }
        }
    }
}

impl Read for Inline {
    fn read(value: impl Value, sound: &mut bool) -> Self {
        let (name, value) = variant(value);
        match name.as_str() {
            "text" => Self::Text(Read::read(value, sound)),
            "emphasis" => Self::Emphasis(Read::read(value, sound)),
            "strong" => Self::Strong(Read::read(value, sound)),
            "place" => Self::Place(Read::read(value, sound)),
            "struck" => Self::Struck(Read::read(value, sound)),
            "passage" => Self::Passage(Read::read(value, sound)),
            "task" => Self::Task(Read::read(value, sound)),
            "footnote" => Self::Footnote {
                id: Read::read(value.member("id"), sound),
                number: Read::read(value.member("number"), sound),
            },
            "code" => Self::Code(Read::read(value, sound)),
            "link" => Self::Link {
                to: Read::read(value.member("to"), sound),
                text: Read::read(value.member("text"), sound),
                note: or_nothing(value.member("note"), sound),
            },
            "time" => Self::Time {
                iso: Read::read(value.member("iso"), sound),
                text: Read::read(value.member("text"), sound),
            },
            "break" => Self::Break,
            "absent" => Self::Absent,
            _ => {
                *sound = false;
                Self::Break
            }
        }
    }
}

impl Read for Target {
    fn read(value: impl Value, sound: &mut bool) -> Self {
        let (name, value) = variant(value);
        let address = String::read(value, sound);
        match name.as_str() {
            "page" => Self::Page(address),
            "file" => Self::File(address),
            "url" => Self::Url(address),
            _ => {
                *sound = false;
                Self::Page(address)
            }
        }
    }
}

impl Read for DocumentState {
    fn read(value: impl Value, sound: &mut bool) -> Self {
        let (name, value) = variant(value);
        let mut member = |name| String::read(value.member(name), sound);
        match name.as_str() {
            "file" => Self::File {
                address: member("address"),
                note: member("note"),
            },
            "missing" => Self::Missing { ask: member("ask") },
            "elsewhere" => Self::Elsewhere {
                url: member("url"),
                holder: member("holder"),
            },
            _ => {
                *sound = false;
                Self::Missing { ask: String::new() }
            }
        }
    }
}

impl Read for HeadingLevel {
    fn read(value: impl Value, sound: &mut bool) -> Self {
        match String::read(value, sound).as_str() {
            "h2" => Self::H2,
            "h3" => Self::H3,
            "h4" => Self::H4,
            "h5" => Self::H5,
            "h6" => Self::H6,
            _ => {
                *sound = false;
                Self::H2
            }
        }
    }
}

impl Read for Alignment {
    fn read(value: impl Value, sound: &mut bool) -> Self {
        match String::read(value, sound).as_str() {
            "start" => Self::Start,
            "middle" => Self::Middle,
            "end" => Self::End,
            _ => {
                *sound = false;
                Self::Start
            }
        }
    }
}

impl Read for NoteKind {
    fn read(value: impl Value, sound: &mut bool) -> Self {
        match String::read(value, sound).as_str() {
            "missing" => Self::Missing,
            "stale" => Self::Stale,
            _ => {
                *sound = false;
                Self::Stale
            }
        }
    }
}
